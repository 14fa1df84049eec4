package io.chargeproof.api.evcnet;

/** Which cards are attached. */
public enum CardSelection {
    /** The scenario's own. */
    HELD,
    /** The scenario's own, in a body without any other member. */
    HELD_ALONE,
    /** One that the target doesn't know. */
    UNKNOWN
}
