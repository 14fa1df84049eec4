package io.chargeproof.contract.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a JSON value with an example, by matching rules. What has no rule has to be equal. */
final class JsonComparison {
    private final Rules rules;
    private final boolean more;
    private final List<Mismatch> found = new ArrayList<>();

    private JsonComparison(Rules rules, boolean more) {
        this.rules = rules;
        this.more = more;
    }

    /**
     * Where a value isn't as its example, for which these rules are.
     *
     * @param more whether objects may have members that the example doesn't have: in an answer, not in a request
     */
    static List<Mismatch> of(JsonNode expected, JsonNode actual, Rules rules, boolean more) {
        return new JsonComparison(rules, more).at(Location.ROOT, expected, actual, rules);
    }

    private List<Mismatch> at(Location place, JsonNode expected, JsonNode actual, Rules others) {
        JsonComparison comparison = new JsonComparison(others, more);
        comparison.compare(place, expected, actual);
        return List.copyOf(comparison.found);
    }

    private void compare(Location place, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            objects(place, expected, actual);
        } else if (expected.isArray() && actual.isArray()) {
            lists(place, expected, actual);
        } else if (expected.isContainer()) {
            add(place, Json.type(expected), actual);
        } else {
            scalars(place, expected, actual);
        }
    }

    private void scalars(Location place, JsonNode expected, JsonNode actual) {
        Rules.Chosen chosen = rules.chosen(place.steps());
        if (chosen == null) {
            if (!Json.equal(expected, actual)) {
                add(place, Json.shown(expected), actual);
            }
            return;
        }
        List<Rule> broken = broken(chosen, rule -> rule.keeps(expected, actual));
        broken.forEach(rule -> add(place, rule.inWords(Json.shown(expected)), actual));
    }

    private static List<Rule> broken(Rules.Chosen chosen, java.util.function.Predicate<Rule> keeps) {
        List<Rule> broken =
                chosen.rules().stream().filter(rule -> !keeps.test(rule)).toList();
        return chosen.group().any() && broken.size() < chosen.rules().size() ? List.of() : broken;
    }

    private void objects(Location place, JsonNode expected, JsonNode actual) {
        Rules.Chosen chosen = rules.chosen(place.steps());
        if (chosen == null) {
            members(place, expected, actual);
            return;
        }
        for (Rule rule : chosen.rules()) {
            if (!chosen.inherited() && isOfValues(rule)) {
                values(place, rule, expected, actual);
            } else {
                if (!rule.keepsObject(expected, actual, chosen.inherited())) {
                    add(place, rule.inWords(Json.shown(expected)), actual);
                }
                members(place, expected, actual);
            }
        }
    }

    private static boolean isOfValues(Rule rule) {
        return rule == Rule.Simple.VALUES || rule instanceof Rule.EachValue || rule instanceof Rule.ArrayContains;
    }

    /** The values, whatever their names: as the example of that name, or else as the first. */
    private void values(Location place, Rule rule, JsonNode expected, JsonNode actual) {
        Rules within = rule instanceof Rule.EachValue each ? Rules.below(place, each.rules()) : rules;
        for (Map.Entry<String, JsonNode> each : actual.properties()) {
            JsonNode example = expected.has(each.getKey()) ? expected.path(each.getKey()) : first(expected);
            if (example != null) {
                found.addAll(at(place.member(each.getKey()), example, each.getValue(), within));
            }
        }
    }

    private static @Nullable JsonNode first(JsonNode container) {
        return container.isEmpty() ? null : container.iterator().next();
    }

    private void members(Location place, JsonNode expected, JsonNode actual) {
        boolean namesAreFree = rules.isWrittenFor(
                place.steps(),
                rule -> rule == Rule.Simple.VALUES || rule instanceof Rule.EachValue || rule instanceof Rule.EachKey);
        for (Map.Entry<String, JsonNode> each : expected.properties()) {
            Location member = place.member(each.getKey());
            if (actual.has(each.getKey())) {
                compare(member, each.getValue(), actual.path(each.getKey()));
            } else if (!namesAreFree) {
                missing(member, expectation(member, each.getValue()));
            }
        }
        if (!more && !namesAreFree) {
            unexpected(place, expected, actual);
        }
        names(place, actual);
    }

    private void unexpected(Location place, JsonNode expected, JsonNode actual) {
        for (Map.Entry<String, JsonNode> each : actual.properties()) {
            if (!expected.has(each.getKey())) {
                found.add(new Mismatch(
                        place.member(each.getKey()).text(), "it is to be absent", Json.shown(each.getValue())));
            }
        }
    }

    private String expectation(Location place, JsonNode example) {
        Rules.Chosen chosen = rules.chosen(place.steps());
        return chosen == null || example.isContainer()
                ? Json.shown(example)
                : chosen.rules().get(0).inWords(Json.shown(example));
    }

    private void names(Location place, JsonNode actual) {
        Rules.Chosen chosen = rules.chosen(place.steps());
        if (chosen == null || !rules.isWrittenFor(place.steps(), rule -> true)) {
            return;
        }
        for (Rule rule : chosen.rules()) {
            if (rule instanceof Rule.EachKey each) {
                actual.propertyNames().forEach(name -> name(place, each, name));
            }
        }
    }

    private void name(Location place, Rule.EachKey rule, String name) {
        for (Rule each : rule.rules()) {
            if (!each.keepsText("", name)) {
                found.add(new Mismatch(
                        place.member(name).text(),
                        "its name is to be " + each.inWords("the example"),
                        "'" + name + "'"));
            }
        }
    }

    private void lists(Location place, JsonNode expected, JsonNode actual) {
        Rules.Chosen chosen = rules.chosen(place.steps());
        if (chosen == null) {
            itemByItem(place, expected, actual);
        } else if (!expected.isEmpty()) {
            byRules(place, expected, actual, chosen);
        }
    }

    private void itemByItem(Location place, JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            add(place, Json.shown(expected), actual);
        }
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            compare(place.item(i), expected.path(i), actual.path(i));
        }
    }

    private void byRules(Location place, JsonNode expected, JsonNode actual, Rules.Chosen chosen) {
        BiFunction<JsonComparison, Rule, List<Mismatch>> judge = (comparison, rule) -> {
            comparison.list(place, expected, actual, rule, chosen.inherited());
            return comparison.found;
        };
        List<List<Mismatch>> each = chosen.rules().stream()
                .map(rule -> judge.apply(new JsonComparison(rules, more), rule))
                .toList();
        if (!chosen.group().any() || each.stream().noneMatch(List::isEmpty)) {
            each.forEach(found::addAll);
        }
    }

    private void list(Location place, JsonNode expected, JsonNode actual, Rule rule, boolean inherited) {
        if (rule instanceof Rule.ArrayContains contains) {
            variants(place, contains, expected, actual);
        } else if (rule instanceof Rule.EachValue each) {
            if (!inherited) {
                JsonComparison within = new JsonComparison(Rules.below(place, each.rules()), more);
                within.items(place, expected, actual);
                found.addAll(within.found);
            }
        } else {
            if (!rule.keepsList(expected, actual, inherited)) {
                add(place, rule.inWords(Json.shown(expected)), actual);
            }
            items(place, expected, actual);
        }
    }

    private void items(Location place, JsonNode expected, JsonNode actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            JsonNode example = i < expected.size() ? expected.path(i) : expected.path(0);
            Location item = place.item(i);
            if (i < actual.size()) {
                compare(item, example, actual.path(i));
            } else if (rules.chosen(item.steps()) == null) {
                missing(item, Json.shown(example));
            }
        }
    }

    private void variants(Location place, Rule.ArrayContains rule, JsonNode expected, JsonNode actual) {
        List<Rule.Variant> variants = new ArrayList<>(rule.variants());
        for (int i = 0; variants.size() < expected.size() && rule.variants().isEmpty(); i++) {
            variants.add(new Rule.Variant(i, Rules.EQUAL));
        }
        for (Rule.Variant variant : variants) {
            if (variant.index() >= expected.size()) {
                throw new UnreadablePact("its rule arrayContains has a variant " + variant.index()
                        + " that the example has no item for");
            }
            JsonNode example = expected.path(variant.index());
            boolean there = false;
            for (JsonNode item : actual) {
                there |= of(example, item, variant.rules(), more).isEmpty();
            }
            if (!there) {
                add(place, "a list with an item like " + Json.shown(example), actual);
            }
        }
    }

    private void add(Location place, String expected, JsonNode actual) {
        found.add(new Mismatch(place.text(), "it is to be " + expected, Json.shown(actual)));
    }

    private void missing(Location place, String expected) {
        found.add(new Mismatch(place.text(), "it is to be " + expected, "missing"));
    }
}
