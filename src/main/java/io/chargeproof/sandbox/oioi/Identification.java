package io.chargeproof.sandbox.oioi;

/** The step that finds and authenticates a user. */
@FunctionalInterface
public interface Identification {
    /** The user, or why there is none. */
    Identified identify(UserReference reference);
}
