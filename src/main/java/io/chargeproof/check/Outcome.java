package io.chargeproof.check;

import io.chargeproof.requirement.RequirementLevel;
import java.util.Locale;

/** What a run says of a requirement, of a scenario or of one judgement; where several apply, the first listed. */
public enum Outcome {
    /** A MUST is broken. */
    VIOLATION,
    /** The harness itself failed. */
    HARNESS_ERROR,
    /** The environment stood in the way: no answer, 408, 429, 502, 503 or 504. */
    INCONCLUSIVE,
    /** Test data is missing or spent. */
    NOT_TESTED,
    /** A SHOULD is broken. */
    WARNING,
    /** Broken, and excused by the profile until a date. */
    WAIVED,
    /** What the target does where the document leaves it open. */
    OBSERVATION,
    /** It holds. */
    CONFORMS,
    /** Not asked for in this run, or not decidable from outside. */
    OUT_OF_SCOPE;

    /** What it is to break a requirement of a level. */
    public static Outcome ofBroken(RequirementLevel level) {
        return switch (level) {
            case MUST -> VIOLATION;
            case SHOULD -> WARNING;
            case OBSERVE -> OBSERVATION;
        };
    }

    /** Whether a document is broken, excused or not. */
    public boolean isBreach() {
        return switch (this) {
            case VIOLATION, WARNING, WAIVED -> true;
            case HARNESS_ERROR, INCONCLUSIVE, NOT_TESTED, OBSERVATION, CONFORMS, OUT_OF_SCOPE -> false;
        };
    }

    /** Whether something was learned of the target. */
    public boolean isDecided() {
        return switch (this) {
            case VIOLATION, WARNING, WAIVED, OBSERVATION, CONFORMS -> true;
            case HARNESS_ERROR, INCONCLUSIVE, NOT_TESTED, OUT_OF_SCOPE -> false;
        };
    }

    /** The name in reports, such as {@code not-tested}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
