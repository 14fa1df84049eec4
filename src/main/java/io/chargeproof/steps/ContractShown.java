package io.chargeproof.steps;

/** Which contract ID is shown of a user who was asked for by one. */
enum ContractShown {
    ANY,
    /** The one that was asked for, or none. */
    THAT_OR_NONE
}
