package io.chargeproof.sandbox.oioi;

import io.chargeproof.sandbox.wire.Pipeline;
import io.chargeproof.sandbox.wire.Request;

/** The step that leads a request through the others, from its method to what comes of it. */
@FunctionalInterface
public interface UserFlow {
    /** What comes of the request. */
    CallResult proceed(Pipeline pipeline, Request request);
}
