package io.chargeproof.sandbox.oioi;

import io.chargeproof.sandbox.wire.Request;
import java.util.Optional;

/** The step that decides whether a partner may call. */
@FunctionalInterface
public interface KeyCheck {
    /** What the call fails with; nothing where the key is right. */
    Optional<ResultCode> refusal(Request request);
}
