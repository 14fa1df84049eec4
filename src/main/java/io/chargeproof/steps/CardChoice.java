package io.chargeproof.steps;

/** Which cards are attached. */
enum CardChoice {
    /** The scenario's own. */
    HELD,
    /** The scenario's own, in a body without any other member. */
    HELD_ALONE,
    /** One that the target doesn't know. */
    UNKNOWN
}
