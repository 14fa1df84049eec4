package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run says of one requirement.
 *
 * @param requirement the requirement
 * @param outcome the gravest that was found
 * @param reason why nothing is said of it, where that is so
 * @param checks how many judgements were made on it
 * @param strength how many of the seeded defects that break it the suite catches, where that is known
 * @param scenarios where the scenarios stand that decide it, as {@code features/….feature:12}
 * @param findings the judgements that aren't plainly "it holds", gravest first
 * @param observations what the target does, in words, where the document leaves it open
 */
public record RequirementResult(
        Requirement requirement,
        Outcome outcome,
        @Nullable String reason,
        int checks,
        @Nullable Strength strength,
        List<String> scenarios,
        List<LocatedFinding> findings,
        List<String> observations) {
    public RequirementResult {
        scenarios = List.copyOf(scenarios);
        findings = List.copyOf(findings);
        observations = List.copyOf(observations);
    }

    /**
     * How many seeded defects are caught.
     *
     * @param caught how many are
     * @param defects how many there are
     */
    public record Strength(int caught, int defects) {
        /** Such as {@code caught 4 of 4 seeded defects}. */
        public String inWords() {
            return "caught " + caught + " of " + defects + " seeded " + (defects == 1 ? "defect" : "defects");
        }
    }
}
