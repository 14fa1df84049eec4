package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;

/** The step that puts what came of a request into an answer. */
@FunctionalInterface
public interface CustomerRendering {
    /** The answer to the request. */
    Draft render(Request request, RequestResult outcome);
}
