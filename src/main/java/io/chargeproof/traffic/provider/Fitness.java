package io.chargeproof.traffic.provider;

/** How far a recorded request serves to judge the provider by its answer. */
public enum Fitness {
    /** It keeps all that the documents ask of a client. */
    PROPER,
    /** It breaks a SHOULD, or not all of it is recorded: only an answer that accepts it says something of the provider. */
    DEBATABLE,
    /** It breaks a MUST: whatever comes of it, the provider isn't blamed. */
    IMPROPER
}
