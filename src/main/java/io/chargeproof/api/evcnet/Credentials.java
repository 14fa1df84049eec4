package io.chargeproof.api.evcnet;

import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.testdata.SecretVariants;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The ways in which a request may bear a token, right or wrong, by the names that the features use. */
public final class Credentials {
    private static final String HEADER = "Authorization";
    private static final String WRONG_TOKEN = "EVC-AUTH-3";
    private static final String NO_TOKEN = "EVC-AUTH-4";
    private static final String OTHER_FORM = "EVC-AUTH-8";
    private static final String NONE = "no Authorization header";
    private static final Map<String, Form> FORMS = forms();

    /**
     * What the header says.
     *
     * @param value its value, made of the right token
     * @param breaks the requirement that success breaks, null where the token is the right one
     */
    private record Form(
            UnaryOperator<String> value, @Nullable String breaks) {
        static Form right(UnaryOperator<String> value) {
            return new Form(value, null);
        }

        static Form wrong(UnaryOperator<String> token) {
            return new Form(right -> "Token " + token.apply(right), WRONG_TOKEN);
        }

        static Form none(UnaryOperator<String> value) {
            return new Form(value, NO_TOKEN);
        }

        static Form other(UnaryOperator<String> value) {
            return new Form(value, OTHER_FORM);
        }
    }

    private Credentials() {}

    /** The names there are. */
    public static List<String> names() {
        return List.copyOf(FORMS.keySet());
    }

    /**
     * The request with other credentials; none where this token has no such variant, as one of digits alone has no other letter
     * case.
     */
    public static Optional<HttpRequest> apply(String name, HttpRequest request, String token) {
        RequestPurpose purpose = request.purpose().as(name);
        if (name.equals(NONE)) {
            return Optional.of(request.withPurpose(purpose.with(RequestTrait.BAD_CREDENTIALS))
                    .withHeaders(request.headers().without(HEADER)));
        }
        Form form = FORMS.get(name);
        if (form == null) {
            throw new IllegalArgumentException("no credentials are called '" + name + "'; write one of: " + NONE + ", "
                    + String.join(", ", names()));
        }
        HttpRequest other =
                request.withPurpose(form.breaks() == null ? purpose : purpose.with(RequestTrait.BAD_CREDENTIALS));
        String sent = form.value().apply(token);
        boolean unchanged = sent.equals("Token " + token) && !name.equals("the token");
        return unchanged
                ? Optional.empty()
                : Optional.of(other.withHeaders(request.headers().with(HEADER, sent)));
    }

    /** Whether a request bears the right token in a form that a target should refuse, but might take. */
    public static boolean isOtherForm(RequestPurpose purpose) {
        return requirementOn(purpose).equals(OTHER_FORM);
    }

    /** The requirement that is broken if a request with wrong credentials succeeds. */
    static String requirementOn(RequestPurpose purpose) {
        Form form = FORMS.get(purpose.variant());
        if (form != null && form.breaks() != null) {
            return form.breaks();
        }
        // What isn't a form by itself is one beside another body.
        return purpose.variant().startsWith(NONE) ? NO_TOKEN : WRONG_TOKEN;
    }

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new LinkedHashMap<>();
        forms.put("the token", Form.right(token -> "Token " + token));
        forms.put("the scheme in lower case", Form.right(token -> "token " + token));
        forms.put("a wrong token", Form.wrong(SecretVariants::other));
        forms.put("a token cut short", Form.wrong(SecretVariants::cutShort));
        forms.put("a token without its first character", Form.wrong(SecretVariants::cutStart));
        forms.put("a token with more at its end", Form.wrong(token -> token + SecretsStayAway.EXTENSION));
        forms.put("a token with more before it", Form.wrong(token -> SecretsStayAway.EXTENSION + token));
        forms.put("a token with another last character", Form.wrong(SecretVariants::otherEnd));
        forms.put("a token with another first character", Form.wrong(SecretVariants::otherStart));
        forms.put("a token in the other letter case", Form.wrong(SecretVariants::otherCase));
        forms.put("a wildcard for a token", Form.wrong(token -> "%"));
        forms.put("the word null for a token", Form.wrong(token -> "null"));
        forms.put("an empty token", Form.none(token -> "Token"));
        forms.put("a wrong token as Bearer", Form.none(token -> "Bearer " + SecretVariants.other(token)));
        forms.put("a name and a password as Basic", Form.none(token -> "Basic " + base64("chargeproof:chargeproof")));
        forms.put("the token as Basic", Form.none(token -> "Basic " + base64(token + ":")));
        forms.put("the token as a Basic password", Form.none(token -> "Basic " + base64("chargeproof:" + token)));
        forms.put("the token as Bearer", Form.other(token -> "Bearer " + token));
        forms.put("the bare token", Form.other(token -> token));
        return forms;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
