package io.chargeproof.sandbox.evcnet;

/** What came of a request. */
public sealed interface Outcome permits Accepted, Refusal {}
