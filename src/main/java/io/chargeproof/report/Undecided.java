package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requirements of which nothing can be said for one and the same reason.
 *
 * @param outcome in what way they are undecided
 * @param reason why
 * @param ids which they are
 */
record Undecided(Outcome outcome, String reason, List<RequirementId> ids) {
    /** All of an outcome, those that concern most requirements first. */
    static List<Undecided> of(RunReport report, Outcome outcome) {
        Map<String, List<RequirementId>> byReason = new LinkedHashMap<>();
        report.requirements().stream()
                .filter(result -> result.outcome() == outcome)
                .forEach(result -> byReason.computeIfAbsent(reason(result), reason -> new ArrayList<>())
                        .add(result.requirement().id()));
        return byReason.entrySet().stream()
                .map(each -> new Undecided(outcome, each.getKey(), List.copyOf(each.getValue())))
                .sorted((one, other) ->
                        Integer.compare(other.ids().size(), one.ids().size()))
                .toList();
    }

    /** Why nothing is said of a requirement. */
    static String reason(RequirementResult result) {
        if (result.reason() != null) {
            return result.reason();
        }
        if (result.requirement().undecidable() != null) {
            return result.requirement().undecidable();
        }
        return result.findings().stream()
                .map(located -> located.finding())
                .filter(finding -> finding.outcome() == result.outcome())
                .map(finding -> finding.message())
                .findFirst()
                .orElse("no reason is on record");
    }

    /** The IDs in a row. */
    String idsInWords() {
        return String.join(", ", ids.stream().map(RequirementId::value).toList());
    }
}
