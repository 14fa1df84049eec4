package io.chargeproof.traffic.recording;

/** A part of an exchange that a recording may leave out. What is left out is never judged. */
public enum Part {
    /** The header fields of the request. */
    REQUEST_HEADERS,
    /** {@code Authorization}, which browsers leave out of what they save. */
    AUTHORIZATION,
    /** The body of the request. */
    REQUEST_BODY,
    /** The body of the answer, or its media type. */
    ANSWER_BODY,
    /** When the exchange began and ended. */
    TIME
}
