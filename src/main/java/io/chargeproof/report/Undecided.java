package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.Api;
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
 * @param count how many they are
 * @param which which they are: their IDs in a row, or all of an interface
 */
public record Undecided(Outcome outcome, String reason, int count, String which) {
    /** Fewer than these are as quickly read one by one. */
    private static final int MANY = 5;

    /** All of an outcome, those that concern most requirements first. */
    public static List<Undecided> of(RunReport report, Outcome outcome) {
        Map<String, List<RequirementId>> byReason = new LinkedHashMap<>();
        report.requirements().stream()
                .filter(result -> result.outcome() == outcome)
                .forEach(result -> byReason.computeIfAbsent(reason(result), reason -> new ArrayList<>())
                        .add(result.requirement().id()));
        return byReason.entrySet().stream()
                .map(each -> new Undecided(
                        outcome, each.getKey(), each.getValue().size(), which(report, outcome, each.getValue())))
                .sorted((one, other) -> Integer.compare(other.count(), one.count()))
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

    private static String which(RunReport report, Outcome outcome, List<RequirementId> ids) {
        Api api = ids.get(0).api();
        List<RequirementResult> ofApi = report.requirements().stream()
                .filter(result -> result.requirement().id().api().equals(api))
                .toList();
        long outOfScope = ofApi.stream()
                .filter(result -> result.outcome() == Outcome.OUT_OF_SCOPE)
                .count();
        long inQuestion = outcome == Outcome.OUT_OF_SCOPE ? ofApi.size() : ofApi.size() - outOfScope;
        boolean all = ids.size() >= MANY
                && ids.size() == inQuestion
                && ids.stream().allMatch(id -> id.api().equals(api));
        return all
                ? "all " + ids.size() + " requirements of " + api.name()
                        + (ids.size() < ofApi.size() ? " in scope" : "")
                : String.join(", ", ids.stream().map(RequirementId::value).toList());
    }
}
