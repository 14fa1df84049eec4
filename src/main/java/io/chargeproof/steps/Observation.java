package io.chargeproof.steps;

/** What is recorded, and never judged. */
enum Observation {
    /** What came of each request. */
    ANSWERS,
    /** How many requests were throttled. */
    THROTTLING,
    /** What became of the members that posts were about. */
    POSTED_MEMBERS,
    /** The members of a user that the documents don't know. */
    UNDOCUMENTED_MEMBERS
}
