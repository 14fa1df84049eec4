package io.chargeproof.sandbox.oioi;

import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;

/** The step that puts what came of a request into an answer. */
@FunctionalInterface
public interface UserRendering {
    /** The answer to the request. */
    Draft render(Request request, CallResult outcome);
}
