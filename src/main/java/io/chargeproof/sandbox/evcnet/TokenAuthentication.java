package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.wire.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Admits the one token under the scheme {@code Token}, in either case. */
final class TokenAuthentication implements Authentication {
    private static final Pattern FORM = Pattern.compile("token +(\\S+)", Pattern.CASE_INSENSITIVE);

    private final byte[] token;

    TokenAuthentication(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean admits(Request request) {
        return request.headers()
                .only("authorization")
                .filter(this::bearsTheToken)
                .isPresent();
    }

    private boolean bearsTheToken(String authorization) {
        Matcher matcher = FORM.matcher(authorization.strip());
        return matcher.matches() && MessageDigest.isEqual(matcher.group(1).getBytes(StandardCharsets.UTF_8), token);
    }
}
