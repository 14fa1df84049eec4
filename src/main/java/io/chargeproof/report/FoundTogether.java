package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.exchange.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What several scenarios found alike of one exchange.
 *
 * @param finding what they found
 * @param scenarios where they stand, that of the requirement's own rule first
 */
record FoundTogether(Finding finding, List<String> scenarios) {
    FoundTogether {
        scenarios = List.copyOf(scenarios);
    }

    /** Those of a requirement that its outcome is due to, those of its own scenarios first. */
    static List<FoundTogether> of(RequirementResult result) {
        Map<Likeness, List<LocatedFinding>> alike = new LinkedHashMap<>();
        result.findings().stream()
                .filter(located -> located.finding().outcome() == result.outcome())
                .sorted(Comparator.comparing(located -> !result.scenarios().contains(located.scenario())))
                .forEach(located -> alike.computeIfAbsent(Likeness.of(located), likeness -> new ArrayList<>())
                        .add(located));
        return alike.values().stream().map(FoundTogether::of).toList();
    }

    /** Where it was found, as one line. */
    String where() {
        String first = scenarios.get(0);
        int others = scenarios.size() - 1;
        return others == 0 ? first : first + " and " + others + (others == 1 ? " other scenario" : " other scenarios");
    }

    private static FoundTogether of(List<LocatedFinding> alike) {
        return new FoundTogether(
                alike.get(0).finding(),
                alike.stream().map(LocatedFinding::scenario).distinct().toList());
    }

    /**
     * What equal findings have in common.
     *
     * @param exchange the number of the exchange that shows it best
     * @param message what happened
     * @param expected what was asked for
     * @param actual what came
     * @param apart where findings without an exchange were made: nothing says that these are one
     */
    private record Likeness(long exchange, String message, String expected, String actual, String apart) {
        static Likeness of(LocatedFinding located) {
            Finding finding = located.finding();
            long number = RedactedReport.decisive(finding).map(Exchange::number).orElse(0L);
            return new Likeness(
                    number,
                    finding.message(),
                    finding.expected(),
                    finding.actual(),
                    number == 0 ? located.scenario() : "");
        }
    }
}
