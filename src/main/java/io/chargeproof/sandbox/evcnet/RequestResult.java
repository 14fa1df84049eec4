package io.chargeproof.sandbox.evcnet;

/** What came of a request. */
public sealed interface RequestResult permits Accepted, Refusal {}
