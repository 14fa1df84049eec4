package io.chargeproof.exchange;

/**
 * The reason why a request has no answer.
 *
 * @param cause the kind of failure
 * @param detail what happened, for a person
 */
public record NoAnswer(Cause cause, String detail) implements Reply {
    /** The kinds of failure between a request and its answer. */
    public enum Cause {
        /** The host's name has no address. */
        UNKNOWN_HOST,
        /** No connection could be made. */
        NOT_CONNECTED,
        /** The secure channel couldn't be set up. */
        TLS,
        /** The deadline passed. */
        TIMEOUT,
        /** The connection ended before the answer was complete. */
        RESET,
        /** What came isn't HTTP, or its coding can't be undone. */
        NOT_HTTP,
        /** The run's limit on requests is used up; nothing was sent. */
        BUDGET_SPENT,
        /** The target hasn't answered for long, so that it counts as gone; nothing was sent. */
        GIVEN_UP,
        /** It may not be sent, or would do harm; nothing was sent. */
        WITHHELD,
        /** Somebody else is using what it is about, so that its answer would say nothing of the target. */
        IN_USE
    }
}
