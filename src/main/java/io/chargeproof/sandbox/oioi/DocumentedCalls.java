package io.chargeproof.sandbox.oioi;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object with one member, the call's name, whose value has {@code user}, and for a post {@code details}; for a log-in it has
 * the members of that.
 */
final class DocumentedCalls implements CallReading {
    private static final String GET = "user-get-details";
    private static final String POST = "user-post-details";
    private static final String VERIFY = "user-verify";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    @Override
    public Optional<Call> read(JsonNode root) {
        if (!root.isObject() || root.size() != 1) {
            return Optional.empty();
        }
        if (root.path(GET).isObject()) {
            return user(root.path(GET).path("user")).map(Call.GetDetails::new);
        }
        if (root.path(POST).path("details") instanceof ObjectNode details) {
            return user(root.path(POST).path("user")).map(user -> new Call.PostDetails(user, details));
        }
        return root.path(VERIFY).isObject() ? logIn(root.path(VERIFY)) : Optional.empty();
    }

    /** Who says nothing of a token sends a password. */
    private static Optional<Call> logIn(JsonNode call) {
        JsonNode isToken = call.path("is-token");
        JsonNode language = call.path("language");
        boolean isWhole = call.path("username").isString()
                && !call.path("username").stringValue().isEmpty()
                && call.path("password").isString()
                && (isToken.isMissingNode() || isToken.isBoolean());
        boolean isInALanguage = language.isMissingNode()
                || (language.isString()
                        && LANGUAGE.matcher(language.stringValue()).matches());
        return isWhole && isInALanguage
                ? Optional.of(new Call.LogIn(
                        call.path("username").stringValue(),
                        call.path("password").stringValue(),
                        isToken.asBoolean(false)))
                : Optional.empty();
    }

    private static Optional<UserReference> user(JsonNode user) {
        JsonNode type = user.path("identifier-type");
        JsonNode identifier = user.path("identifier");
        if (!type.isString()
                || !identifier.isString()
                || identifier.stringValue().isEmpty()) {
            return Optional.empty();
        }
        return IdentifierType.named(type.stringValue())
                .flatMap(known ->
                        withToken(new UserReference(known, identifier.stringValue(), null), user.path("token")));
    }

    private static Optional<UserReference> withToken(UserReference reference, JsonNode token) {
        if (token.isMissingNode() || token.isNull()) {
            return Optional.of(reference);
        }
        return token.isString() ? Optional.of(reference.withToken(token.stringValue())) : Optional.empty();
    }
}
