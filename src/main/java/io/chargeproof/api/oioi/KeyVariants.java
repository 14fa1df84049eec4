package io.chargeproof.api.oioi;

import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.testdata.SecretVariants;
import java.util.Optional;

/** The wrong ways in which a request may bear an API key, by the names that the features use. */
public final class KeyVariants {
    private static final String HEADER = "Authorization";

    private KeyVariants() {}

    /** The request with another key; none where this key has no such variant. */
    public static Optional<HttpRequest> apply(String name, HttpRequest request, String key) {
        HttpRequest other = request.withPurpose(request.purpose().as(name).with(RequestTrait.BAD_CREDENTIALS));
        String value = switch (name) {
            case "no Authorization header" -> "";
            case "a wrong key" -> "key=" + SecretVariants.other(key);
            case "a key cut short" -> "key=" + SecretVariants.cutShort(key);
            case "a key without its first character" -> "key=" + SecretVariants.cutStart(key);
            case "a key with more at its end" -> "key=" + key + SecretsStayAway.EXTENSION;
            case "a key with more before it" -> "key=" + SecretsStayAway.EXTENSION + key;
            case "a key with another last character" -> "key=" + SecretVariants.otherEnd(key);
            case "a key with another first character" -> "key=" + SecretVariants.otherStart(key);
            case "a key in the other letter case" -> "key=" + SecretVariants.otherCase(key);
            case "a wildcard for a key" -> "key=%";
            case "an empty key" -> "key=";
            case "a wrong key as Bearer" -> "Bearer " + SecretVariants.other(key);
            default -> throw new IllegalArgumentException("no key is called '" + name + "'");
        };
        if (value.isEmpty()) {
            return Optional.of(other.withHeaders(request.headers().without(HEADER)));
        }
        return value.equals("key=" + key)
                ? Optional.empty()
                : Optional.of(other.withHeaders(request.headers().with(HEADER, value)));
    }
}
