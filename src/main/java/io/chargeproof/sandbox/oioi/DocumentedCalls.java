package io.chargeproof.sandbox.oioi;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An object with one member, the call's name, whose value has {@code user}, and for a post {@code details}. */
final class DocumentedCalls implements CallReading {
    private static final String GET = "user-get-details";
    private static final String POST = "user-post-details";

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
        return Optional.empty();
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
