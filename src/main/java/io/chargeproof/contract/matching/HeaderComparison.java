package io.chargeproof.contract.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares header fields with promised ones, by matching rules. More fields may come. */
final class HeaderComparison {
    private static final Set<String> WITH_PARAMETERS = Set.of("accept", "content-type");

    private final Rules rules;
    private final List<Mismatch> found = new ArrayList<>();

    private HeaderComparison(Rules rules) {
        this.rules = rules;
    }

    /**
     * Where fields aren't as promised.
     *
     * @param actual the values of each field, by its name in lower case
     * @param rules the rules, by names in lower case
     */
    static List<Mismatch> of(Map<String, List<String>> expected, Map<String, List<String>> actual, Rules rules) {
        HeaderComparison comparison = new HeaderComparison(rules);
        expected.forEach((name, values) -> {
            List<String> came = actual.get(name.toLowerCase(Locale.ROOT));
            if (came == null) {
                comparison.add(
                        name, "it is to be " + comparison.expectation(name, String.join(", ", values)), "missing");
            } else {
                comparison.field(name, values, came);
            }
        });
        return List.copyOf(comparison.found);
    }

    private void field(String name, List<String> expected, List<String> actual) {
        if (expected.isEmpty()) {
            add(name, "it is to be empty", shown(String.join(", ", actual)));
        } else if ((expected.size() == 1 && actual.size() == 1) || rules.chosen(steps(name)) == null) {
            oneByOne(name, expected, actual);
        } else {
            byRules(name, expected, actual);
        }
    }

    private void oneByOne(String name, List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            if (i < actual.size()) {
                value(name, i, i < expected.size() ? expected.get(i) : "", actual.get(i));
            } else {
                add(name, "it is to be " + shown(expected.get(i)), "missing");
            }
        }
    }

    private void byRules(String name, List<String> expected, List<String> actual) {
        for (int i = 0; i < actual.size(); i++) {
            value(name, 0, expected.get(Math.min(i, expected.size() - 1)), actual.get(i));
        }
    }

    private void value(String name, int index, String expected, String actual) {
        Rules.Chosen chosen = chosen(name, index);
        boolean kept = chosen == null
                ? isSame(name, expected.strip(), actual.strip())
                : keeps(chosen, expected.strip(), actual.strip());
        if (!kept) {
            add(name, "it is to be " + expectation(name, expected), shown(actual));
        }
    }

    private static boolean keeps(Rules.Chosen chosen, String expected, String actual) {
        Stream<Rule> rules = chosen.rules().stream();
        return chosen.group().any()
                ? rules.anyMatch(rule -> rule.keepsText(expected, actual))
                : rules.allMatch(rule -> rule.keepsText(expected, actual));
    }

    private Rules.@org.jspecify.annotations.Nullable Chosen chosen(String name, int index) {
        Rules.Chosen chosen = rules.chosen(steps(name));
        return chosen == null
                ? rules.chosen(List.of("$", name.toLowerCase(Locale.ROOT), Integer.toString(index)))
                : chosen;
    }

    private static List<String> steps(String name) {
        return List.of("$", name.toLowerCase(Locale.ROOT));
    }

    private static boolean isSame(String name, String expected, String actual) {
        return WITH_PARAMETERS.contains(name.toLowerCase(Locale.ROOT))
                ? hasParameters(expected, actual)
                : withoutBlanks(expected, ",").equals(withoutBlanks(actual, ","));
    }

    /** Whether a value has the parameters of another, in whatever order, and the same before them. */
    private static boolean hasParameters(String expected, String actual) {
        List<String> wanted = withoutBlanks(expected, ";");
        List<String> given = withoutBlanks(actual, ";");
        if (!(wanted.isEmpty() ? "" : wanted.get(0)).equals(given.isEmpty() ? "" : given.get(0))) {
            return false;
        }
        Map<String, String> came = parameters(given);
        return parameters(wanted).entrySet().stream()
                .allMatch(each -> each.getValue().equalsIgnoreCase(came.get(each.getKey())));
    }

    private static Map<String, String> parameters(List<String> parts) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            String[] halves = part.split("=", 2);
            if (halves.length == 2) {
                parameters.put(halves[0].strip(), halves[1].strip());
            }
        }
        return parameters;
    }

    private static List<String> withoutBlanks(String text, String separator) {
        return Stream.of(text.split(separator, -1))
                .map(String::strip)
                .filter(each -> separator.equals(",") || !each.isEmpty())
                .toList();
    }

    private String expectation(String name, String example) {
        Rules.Chosen chosen = chosen(name, 0);
        return chosen == null
                ? shown(example)
                : chosen.rules().stream()
                        .map(rule -> rule.inWords(shown(example)))
                        .collect(Collectors.joining(chosen.group().any() ? " or " : " and "));
    }

    private static String shown(String value) {
        return "'" + value + "'";
    }

    private void add(String name, String expected, String actual) {
        found.add(new Mismatch(name, expected, actual));
    }
}
