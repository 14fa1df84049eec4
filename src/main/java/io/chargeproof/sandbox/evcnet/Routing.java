package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.wire.Request;

/** The step that reads method and path. */
@FunctionalInterface
public interface Routing {
    /** What the request asks for. */
    Route route(Request request);
}
