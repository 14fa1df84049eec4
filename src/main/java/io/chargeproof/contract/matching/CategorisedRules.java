package io.chargeproof.contract.matching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The matching rules of a request or answer, sorted by what they are for, in whichever form they are written. */
final class CategorisedRules {
    private static final Set<String> KNOWN =
            Set.of("path", "method", "query", "header", "headers", "body", "status", "metadata", "content", "contents");

    private final Map<RulePath, Rules.Group> headers = new LinkedHashMap<>();
    private final Map<RulePath, Rules.Group> body = new LinkedHashMap<>();
    private final Map<RulePath, Rules.Group> query = new LinkedHashMap<>();
    private Rules.@Nullable Group path;
    private Rules.@Nullable Group status;

    private CategorisedRules() {}

    /** The rules of a part. */
    static CategorisedRules read(JsonNode part) {
        CategorisedRules rules = new CategorisedRules();
        JsonNode json = part.path("matchingRules");
        if (json.isMissingNode() || json.isNull()) {
            return rules;
        }
        if (!json.isObject()) {
            throw new UnreadablePact("its matching rules aren't a JSON object");
        }
        boolean flat = json.propertyNames().stream().anyMatch(name -> name.startsWith("$"));
        json.properties().forEach(each -> {
            if (flat) {
                rules.flat(each.getKey(), each.getValue());
            } else {
                rules.category(each.getKey(), each.getValue());
            }
        });
        return rules;
    }

    /** A rule of specification 2, whose key begins with what it is for, as {@code $.body.name}. */
    private void flat(String key, JsonNode json) {
        Rules.Group group = Rules.Group.all(List.of(RuleReader.read(json)));
        if (key.startsWith("$.body")) {
            body.put(RulePath.of("$" + key.substring("$.body".length())), group);
            return;
        }
        List<String> names = RulePath.of(key).names();
        if (names.isEmpty() || !KNOWN.contains(names.get(0))) {
            throw new UnreadablePact("the key '" + key + "' of its matching rules is for nothing that Pact knows");
        }
        if (names.get(0).startsWith("header") && names.size() > 1) {
            headers.put(RulePath.ofName(names.get(1).toLowerCase(Locale.ROOT)), group);
        } else if (names.get(0).equals("query") && names.size() > 1) {
            query.put(RulePath.ofName(names.get(1)), group);
        } else if (names.get(0).equals("path")) {
            path = group;
        }
    }

    private void category(String name, JsonNode json) {
        if (!KNOWN.contains(name)) {
            throw new UnreadablePact("its matching rules are for '" + name + "', which Pact doesn't know");
        }
        if (!json.isObject()) {
            throw new UnreadablePact("its matching rules for the " + name + " aren't a JSON object");
        }
        switch (name) {
            case "body" -> body.putAll(Rules.groups(json));
            case "header", "headers" ->
                json.properties()
                        .forEach(each -> headers.put(
                                RulePath.ofName(each.getKey().toLowerCase(Locale.ROOT)),
                                Rules.Group.read(each.getValue())));
            case "query" ->
                json.properties()
                        .forEach(each -> query.put(RulePath.ofName(each.getKey()), Rules.Group.read(each.getValue())));
            case "path" -> path = only(json);
            case "status" -> status = only(json);
            default -> Rules.groups(json);
        }
    }

    /** The rules for the one value that a category has. */
    private static Rules.@Nullable Group only(JsonNode json) {
        return Rules.groups(json).values().stream()
                .filter(each -> !each.rules().isEmpty())
                .findFirst()
                .orElse(null);
    }

    Rules headers() {
        return new Rules(headers);
    }

    Rules body() {
        return new Rules(body);
    }

    Rules query() {
        return new Rules(query);
    }

    Rules.@Nullable Group path() {
        return path;
    }

    Rules.@Nullable Group status() {
        return status;
    }
}
