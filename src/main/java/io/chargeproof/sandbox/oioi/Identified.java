package io.chargeproof.sandbox.oioi;

/** What came of identifying a user. */
public sealed interface Identified permits User, Identified.Not {
    /**
     * There is no such user, or it isn't shown to be that user.
     *
     * @param code what the call fails with
     */
    record Not(ResultCode code) implements Identified {}
}
