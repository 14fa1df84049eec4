package io.chargeproof.architecture.wrong.traffic.rule;

/** A rule that a made-up client must not know. */
public final class TheRule {}
