package io.chargeproof.traffic.provider;

/** How far a recorded request serves to judge the provider by its answer. */
public enum Fitness {
    /** It keeps all that the documents ask of a client. */
    PROPER,
    /** It breaks a SHOULD, or not all of it is recorded: what follows from it counts only where it was accepted. */
    DEBATABLE,
    /** It breaks a MUST: nothing that follows from it is held against the provider, but what no request excuses. */
    IMPROPER
}
