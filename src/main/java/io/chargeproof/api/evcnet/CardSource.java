package io.chargeproof.api.evcnet;

/** Where the cards of a scenario come from. */
public enum CardSource {
    /** Cards that are kept for scenarios which have to attach them. */
    FRESH,
    /** Cards that the others leave. */
    SPARE
}
