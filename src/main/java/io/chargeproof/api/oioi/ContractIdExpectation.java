package io.chargeproof.api.oioi;

/** Which contract ID is shown of a user who was asked for by one. */
public enum ContractIdExpectation {
    ANY,
    /** The one that was asked for, or none. */
    THAT_OR_NONE
}
