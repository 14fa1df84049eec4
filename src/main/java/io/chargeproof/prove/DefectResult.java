package io.chargeproof.prove;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.sandbox.Defect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a defect.
 *
 * @param defect the defect
 * @param variants IDs of the variants beside it; mostly none
 * @param reach how much of the suite it took to catch it, or in vain
 * @param caughtBy where the scenarios stand that found its requirement broken; empty if none did
 * @param collateral what else was found broken
 * @param reason what was said of the requirement instead, where it wasn't found broken
 * @param duration how long it took
 * @param fromTraffic what judging its traffic says, where there was any
 */
public record DefectResult(
        Defect defect,
        List<String> variants,
        TrialStage reach,
        List<String> caughtBy,
        List<Collateral> collateral,
        @Nullable String reason,
        Duration duration,
        @Nullable FromTraffic fromTraffic) {
    /** One of whose traffic nothing is known. */
    public DefectResult(
            Defect defect,
            List<String> variants,
            TrialStage reach,
            List<String> caughtBy,
            List<Collateral> collateral,
            @Nullable String reason,
            Duration duration) {
        this(defect, variants, reach, caughtBy, collateral, reason, duration, null);
    }

    public DefectResult {
        variants = List.copyOf(variants);
        caughtBy = List.copyOf(caughtBy);
        collateral = List.copyOf(collateral);
    }

    /**
     * Another requirement that was found broken.
     *
     * @param requirement the requirement
     * @param outcome {@code VIOLATION} or {@code WARNING}
     * @param scenarios where the scenarios stand that found it
     */
    public record Collateral(RequirementId requirement, Outcome outcome, List<String> scenarios) {
        public Collateral {
            scenarios = List.copyOf(scenarios);
        }
    }

    /** Whether the suite found the defect's own requirement broken. */
    public boolean isCaught() {
        return !caughtBy.isEmpty();
    }

    /** Whether the suite found only other requirements broken. */
    public boolean isCaughtElsewhere() {
        return caughtBy.isEmpty() && !collateral.isEmpty();
    }

    /** {@code caught}, {@code caught-elsewhere} or {@code survived}. */
    public String label() {
        return isCaught() ? "caught" : isCaughtElsewhere() ? "caught-elsewhere" : "survived";
    }

    /** Why the proof fails by it, in a sentence; nothing where it doesn't. */
    public Optional<String> problem() {
        if (isCaught()) {
            return Optional.empty();
        }
        String subject = "defect " + defect.id() + (variants.isEmpty() ? "" : " beside " + String.join(", ", variants))
                + " of " + defect.requirement();
        String elsewhere =
                collateral.stream().map(each -> each.requirement().value()).collect(Collectors.joining(", "));
        String fate = isCaughtElsewhere() ? " is caught only as a breach of " + elsewhere : " survives";
        return Optional.of(subject + fate + ": " + reason);
    }
}
