package io.chargeproof.steps;

/** Where the cards of a scenario come from. */
enum CardSupply {
    /** Cards that are kept for scenarios which have to attach them. */
    FRESH,
    /** Cards that the others leave. */
    SPARE
}
