package io.chargeproof.contract.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The matching rules of one part of a request or answer, by the paths of the values that they are for. */
final class Rules {
    /** Everything has to be equal, and nothing more may come. */
    static final Rules EQUAL = new Rules(Map.of(RulePath.of(""), Group.all(List.of(new Rule.Equality()))));

    private final Map<RulePath, Group> groups;

    Rules(Map<RulePath, Group> groups) {
        this.groups = groups;
    }

    /**
     * The rules for one path.
     *
     * @param rules each of them
     * @param any whether it is enough to keep one
     */
    record Group(List<Rule> rules, boolean any) {
        Group {
            rules = List.copyOf(rules);
        }

        static Group all(List<Rule> rules) {
            return new Group(rules, false);
        }

        /** What is written as {@code {"combine": …, "matchers": […]}}. */
        static Group read(JsonNode json) {
            if (!json.isObject() || !json.path("matchers").isArray()) {
                throw new UnreadablePact("its matching rules have no list 'matchers' where one has to be");
            }
            List<Rule> rules = new ArrayList<>();
            json.path("matchers").forEach(each -> rules.add(RuleReader.read(each)));
            String combine =
                    json.has("combine") ? Json.text(json.path("combine")).toUpperCase(Locale.ROOT) : "AND";
            if (!combine.equals("AND") && !combine.equals("OR")) {
                throw new UnreadablePact(
                        "its matching rules are to be combined by '" + combine + "', which is neither AND nor OR");
            }
            return new Group(rules, combine.equals("OR"));
        }
    }

    /**
     * The rules that are best for a value.
     *
     * @param group the rules
     * @param inherited whether they are written for something that the value is in
     */
    record Chosen(Group group, boolean inherited) {
        List<Rule> rules() {
            return group.rules();
        }
    }

    /** Rules by path expressions, or for the one value that there is. */
    static Map<RulePath, Group> groups(JsonNode json) {
        if (!json.isObject()) {
            throw new UnreadablePact("its matching rules aren't a JSON object");
        }
        if (json.has("matchers")) {
            return Map.of(RulePath.of(""), Group.read(json));
        }
        Map<RulePath, Group> groups = new LinkedHashMap<>();
        json.properties().forEach(each -> groups.put(RulePath.of(each.getKey()), Group.read(each.getValue())));
        return groups;
    }

    /** The rules of a variant of an array; without any, the whole of it has to be equal. */
    static Rules ofVariant(JsonNode json) {
        return json.isMissingNode() ? EQUAL : new Rules(groups(json));
    }

    /** Rules for everything directly below a place. */
    static Rules below(Location place, List<Rule> rules) {
        return new Rules(Map.of(RulePath.below(place.steps()), Group.all(rules)));
    }

    /** The best rules for a value, or null if there are none: the more exact the path, the better. */
    @Nullable Chosen chosen(List<String> steps) {
        Chosen best = null;
        int most = -1;
        for (Map.Entry<RulePath, Group> each : groups.entrySet()) {
            RulePath path = each.getKey();
            int weight = path.weight(steps) == 0 ? -1 : path.weight(steps) * path.length();
            if (weight > most && !each.getValue().rules().isEmpty()) {
                most = weight;
                best = new Chosen(each.getValue(), path.length() != steps.size());
            }
        }
        return best;
    }

    /** Whether a rule of this kind is written for exactly this value. */
    boolean isWrittenFor(List<String> steps, Predicate<Rule> kind) {
        return groups.entrySet().stream()
                .filter(each ->
                        each.getKey().length() == steps.size() && each.getKey().weight(steps) > 0)
                .anyMatch(each -> each.getValue().rules().stream().anyMatch(kind));
    }
}
