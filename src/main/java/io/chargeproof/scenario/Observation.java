package io.chargeproof.scenario;

/** What is recorded of any API, and never judged. */
public enum Observation {
    /** What came of each request. */
    ANSWERS,
    /** How many requests were throttled. */
    THROTTLING
}
