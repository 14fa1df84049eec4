package io.chargeproof.evcnet;

import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Purpose;
import io.chargeproof.exchange.Trait;
import io.chargeproof.testdata.SecretVariants;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The ways in which a request may bear a token, right or wrong, by the names that the features use. */
public final class Credentials {
    private static final String HEADER = "Authorization";
    private static final Map<String, UnaryOperator<String>> VALUES = values();
    private static final Set<String> RIGHT = Set.of("the token", "the scheme in lower case");
    private static final String NONE = "no Authorization header";
    private static final Set<String> NO_TOKEN = Set.of(
            NONE,
            "an empty token",
            "a wrong token as Bearer",
            "a name and a password as Basic",
            "the token as Basic",
            "the token as a Basic password");
    private static final Set<String> OTHER_FORM = Set.of("the token as Bearer", "the bare token");

    private Credentials() {}

    /** The names there are. */
    public static List<String> names() {
        return List.copyOf(VALUES.keySet());
    }

    /**
     * The request with other credentials; none where this token has no such variant, as one of digits alone has no other letter
     * case.
     */
    public static Optional<HttpRequest> apply(String name, HttpRequest request, String token) {
        Purpose purpose = request.purpose().as(name);
        HttpRequest other = request.withPurpose(RIGHT.contains(name) ? purpose : purpose.with(Trait.BAD_CREDENTIALS));
        if (name.equals(NONE)) {
            return Optional.of(other.withHeaders(request.headers().without(HEADER)));
        }
        UnaryOperator<String> value = VALUES.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no credentials are called '" + name + "'; write one of: " + NONE + ", "
                    + String.join(", ", names()));
        }
        String sent = value.apply(token);
        boolean unchanged = sent.equals("Token " + token) && !name.equals("the token");
        return unchanged
                ? Optional.empty()
                : Optional.of(other.withHeaders(request.headers().with(HEADER, sent)));
    }

    /** The requirement that is broken if a request with wrong credentials succeeds. */
    static String requirementOn(Purpose purpose) {
        String name = purpose.variant();
        return OTHER_FORM.contains(name) ? "EVC-AUTH-8" : NO_TOKEN.contains(name) ? "EVC-AUTH-4" : "EVC-AUTH-3";
    }

    private static Map<String, UnaryOperator<String>> values() {
        Map<String, UnaryOperator<String>> values = new LinkedHashMap<>();
        values.put("the token", token -> "Token " + token);
        values.put("the scheme in lower case", token -> "token " + token);
        values.put("a wrong token", token -> "Token " + SecretVariants.other(token));
        values.put("a token cut short", token -> "Token " + SecretVariants.cutShort(token));
        values.put("a token without its first character", token -> "Token " + SecretVariants.cutStart(token));
        values.put("a token with more at its end", token -> "Token " + token + SecretsStayAway.EXTENSION);
        values.put("a token with another last character", token -> "Token " + SecretVariants.otherEnd(token));
        values.put("a token with another first character", token -> "Token " + SecretVariants.otherStart(token));
        values.put("a token in the other letter case", token -> "Token " + SecretVariants.otherCase(token));
        values.put("an empty token", token -> "Token");
        values.put("a wrong token as Bearer", token -> "Bearer " + SecretVariants.other(token));
        values.put("a name and a password as Basic", token -> "Basic " + base64("chargeproof:chargeproof"));
        values.put("the token as Basic", token -> "Basic " + base64(token + ":"));
        values.put("the token as a Basic password", token -> "Basic " + base64("chargeproof:" + token));
        values.put("the token as Bearer", token -> "Bearer " + token);
        values.put("the bare token", token -> token);
        return values;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
