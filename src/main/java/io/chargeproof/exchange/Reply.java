package io.chargeproof.exchange;

/** What came of a request: an answer, or the reason why there is none. */
public sealed interface Reply permits HttpAnswer, NoAnswer {}
