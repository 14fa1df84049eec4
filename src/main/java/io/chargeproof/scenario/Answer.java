package io.chargeproof.scenario;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.exchange.HttpAnswer;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The answer to a request, as steps of one's own look at it. A path names a member of its JSON: names and, within arrays,
 * positions from 0, joined by dots, such as {@code user.addresses.0.zip}; or a JSON Pointer (RFC 6901), such as
 * {@code /user/address/zip}.
 *
 * @param http the answer itself
 */
public record Answer(HttpAnswer http) {
    /** The HTTP status. */
    public int status() {
        return http.status();
    }

    /** The first header field of a name, whatever its case. */
    public Optional<String> header(String name) {
        return http.headers().first(name);
    }

    /** The body, as it came. */
    public String body() {
        return http.body().text();
    }

    /** The member at a path as text; what is no string is written as JSON. Empty if there is no such member, or no JSON. */
    public Optional<String> member(String path) {
        return json(path)
                .map(node -> node.asStringOpt().filter(text -> node.isString()).orElseGet(node::toString));
    }

    /** The member at a path. */
    Optional<JsonNode> json(String path) {
        return AnswerJson.valueOf(http).flatMap(root -> at(root, path));
    }

    private static Optional<JsonNode> at(JsonNode root, String path) {
        if (path.startsWith("/")) {
            return there(root.at(path));
        }
        JsonNode node = root;
        for (String name : path.split("\\.", -1)) {
            node = node.isArray() && name.matches("\\d{1,9}") ? node.path(Integer.parseInt(name)) : node.path(name);
        }
        return there(node);
    }

    /** A path as a JSON Pointer. */
    static String pointer(String path) {
        return path.startsWith("/")
                ? path
                : "/" + path.replace("~", "~0").replace("/", "~1").replace('.', '/');
    }

    private static Optional<JsonNode> there(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }
}
