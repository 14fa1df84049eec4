package io.chargeproof.sandbox.oioi;

import io.chargeproof.sandbox.wire.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Lets in who bears the one API key. */
final class OneKey implements KeyCheck {
    private static final String SCHEME = "key=";

    private final byte[] key;

    OneKey(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<ResultCode> refusal(Request request) {
        boolean right = request.headers()
                .only("authorization")
                .map(String::strip)
                .filter(value -> value.startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8))
                .filter(sent -> MessageDigest.isEqual(sent, key))
                .isPresent();
        return right ? Optional.empty() : Optional.of(ResultCode.INVALID_API_KEY);
    }
}
