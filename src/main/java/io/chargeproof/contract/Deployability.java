package io.chargeproof.contract;

/**
 * Whether a version may be deployed, as a broker says.
 *
 * @param answer its answer
 * @param reason why, in its words
 */
public record Deployability(Answer answer, String reason) {
    /** What a broker can say. */
    public enum Answer {
        /** Everything that it works with there has been verified with it. */
        YES,
        /** A verification failed, or there is no such version. */
        NO,
        /** A verification is missing. */
        UNKNOWN
    }
}
