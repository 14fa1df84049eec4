package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many requirements have each outcome, as a sentence: {@code 96 conform, 2 violations, 1 warning}. */
final class OutcomeCountText {
    private static final List<Outcome> ORDER = List.of(
            Outcome.CONFORMS,
            Outcome.VIOLATION,
            Outcome.HARNESS_ERROR,
            Outcome.INCONCLUSIVE,
            Outcome.NOT_TESTED,
            Outcome.WARNING,
            Outcome.WAIVED,
            Outcome.OBSERVATION,
            Outcome.OUT_OF_SCOPE);

    private OutcomeCountText() {}

    static String of(RunReport report) {
        Map<Outcome, Long> counts = report.counts();
        String words = ORDER.stream()
                .filter(outcome -> counts.getOrDefault(outcome, 0L) > 0)
                .map(outcome -> words(outcome, counts.getOrDefault(outcome, 0L)))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "no requirements" : words;
    }

    private static String words(Outcome outcome, long count) {
        boolean one = count == 1;
        return count + " "
                + switch (outcome) {
                    case CONFORMS -> one ? "conforms" : "conform";
                    case VIOLATION -> one ? "violation" : "violations";
                    case HARNESS_ERROR -> one ? "harness error" : "harness errors";
                    case INCONCLUSIVE -> "inconclusive";
                    case NOT_TESTED -> "not tested";
                    case WARNING -> one ? "warning" : "warnings";
                    case WAIVED -> "waived";
                    case OBSERVATION -> one ? "observation" : "observations";
                    case OUT_OF_SCOPE -> "out of scope";
                };
    }
}
