package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.wire.Pipeline;
import io.chargeproof.sandbox.wire.Request;

/** The step that leads a request through the others, from its route to what comes of it. */
@FunctionalInterface
public interface CustomerFlow {
    /** What comes of the request. */
    RequestResult proceed(Pipeline pipeline, Request request);
}
