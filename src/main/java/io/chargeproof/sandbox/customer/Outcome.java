package io.chargeproof.sandbox.customer;

/** What came of a request. */
public sealed interface Outcome permits Done, Refusal {}
