package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.wire.Request;

/** The step that decides whether a client may use the API. */
@FunctionalInterface
public interface Authentication {
    /** Whether the request bears a valid token. */
    boolean admits(Request request);
}
