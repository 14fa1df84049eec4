package io.chargeproof.contract.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one matching rule. Nothing of it is passed over. */
final class RuleReader {
    private final JsonNode json;

    private RuleReader(JsonNode json) {
        this.json = json;
    }

    /** The rule that is written so. */
    static Rule read(JsonNode json) {
        if (!json.isObject()) {
            throw new UnreadablePact("its matching rule " + shortened(json) + " isn't a JSON object");
        }
        return new RuleReader(json).rule();
    }

    private static String shortened(JsonNode json) {
        String text = json.toString();
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    private Rule rule() {
        return json.has("match") ? named(Json.text(json.path("match"))) : guessed();
    }

    private Rule named(String name) {
        return switch (name) {
            case "equality" -> new Rule.Equality();
            case "regex" -> new Rule.Regex(PactRegex.of(needed("regex")));
            case "include" -> new Rule.Include(needed("value"));
            case "type" -> new Rule.Type(size("min"), size("max"));
            case "min", "min-type" -> new Rule.Type(neededSize("min"), null);
            case "max", "max-type" -> new Rule.Type(null, neededSize("max"));
            case "number" -> Rule.Numeric.NUMBER;
            case "integer" -> Rule.Numeric.INTEGER;
            case "decimal", "real" -> Rule.Numeric.DECIMAL;
            case "boolean" -> Rule.Simple.BOOLEAN;
            case "null" -> Rule.Simple.NULL;
            case "values" -> Rule.Simple.VALUES;
            case "notEmpty", "not-empty" -> Rule.Simple.NOT_EMPTY;
            case "semver" -> Rule.Simple.SEMVER;
            case "timestamp", "datetime" -> time(name, "yyyy-MM-dd'T'HH:mm:ssXXX");
            case "date" -> time(name, "yyyy-MM-dd");
            case "time" -> time(name, "HH:mm:ss");
            case "contentType", "content-type" -> new Rule.Content(needed("value"));
            case "statusCode", "status-code" -> new Rule.Status(StatusSet.of(required("status")));
            case "eachKey", "each-key" -> new Rule.EachKey(rules());
            case "eachValue", "each-value" -> new Rule.EachValue(rules());
            case "arrayContains", "array-contains" -> new Rule.ArrayContains(variants());
            default -> throw new UnreadablePact("its matching rule '" + name + "' isn't one of Pact's");
        };
    }

    /** A rule without a name, as old pacts have it, is told by what it has. */
    private Rule guessed() {
        if (json.has("regex")) {
            return named("regex");
        }
        for (String name : List.of("min", "max", "timestamp", "time", "date")) {
            if (json.has(name)) {
                return named(name);
            }
        }
        throw new UnreadablePact("its matching rule " + shortened(json) + " doesn't say by 'match' what it is");
    }

    private JsonNode required(String member) {
        if (!json.has(member)) {
            throw new UnreadablePact("its matching rule " + shortened(json) + " has no '" + member + "'");
        }
        return json.path(member);
    }

    private String needed(String member) {
        return Json.text(required(member));
    }

    private Integer neededSize(String member) {
        required(member);
        Integer size = size(member);
        return size == null ? 0 : size;
    }

    private @Nullable Integer size(String member) {
        JsonNode size = json.path(member);
        if (size.isMissingNode() || size.isNull()) {
            return null;
        }
        if (!Json.text(size).matches("\\d{1,9}")) {
            throw new UnreadablePact(
                    "its matching rule " + shortened(json) + " has a '" + member + "' that is no number of items");
        }
        return Integer.valueOf(Json.text(size));
    }

    private Rule time(String name, String usual) {
        JsonNode form = json.has("format") ? json.path("format") : json.path(name);
        return new Rule.Time(Temporal.of(form.isMissingNode() ? null : Json.text(form), usual));
    }

    private List<Rule> rules() {
        JsonNode written = required("rules");
        if (!written.isArray()) {
            throw new UnreadablePact("its matching rule " + shortened(json) + " has 'rules' that are no list");
        }
        List<Rule> rules = new ArrayList<>();
        written.forEach(each -> rules.add(read(each)));
        return rules;
    }

    private List<Rule.Variant> variants() {
        JsonNode written = required("variants");
        if (!written.isArray()) {
            throw new UnreadablePact("its matching rule " + shortened(json) + " has 'variants' that are no list");
        }
        List<Rule.Variant> variants = new ArrayList<>();
        for (JsonNode each : written) {
            variants.add(new Rule.Variant(each.path("index").asInt(0), Rules.ofVariant(each.path("rules"))));
        }
        return variants;
    }
}
