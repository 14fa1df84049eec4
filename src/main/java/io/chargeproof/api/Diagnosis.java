package io.chargeproof.api;

/**
 * What a step of a check-up found.
 *
 * @param step what was looked at
 * @param state how it is
 * @param saw what was seen
 * @param cure what to do about it; empty where there is nothing to do
 */
public record Diagnosis(String step, State state, String saw, String cure) {
    /** How a step went. */
    public enum State {
        FINE,
        /** A run can do with it. */
        NOTE,
        /** The profile doesn't fit the target. */
        WRONG,
        /** The environment stands in the way. */
        UNREACHABLE
    }
}
