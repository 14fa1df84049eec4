package io.chargeproof.contract.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a pact promises of a part of an exchange: status, header fields and body, each with its matching rules.
 *
 * @param status the status of an answer
 * @param statusRules the rules for it, or null
 * @param headers the values of each field
 * @param headerRules the rules for them, by names in lower case
 * @param body what is said of the body
 * @param bodyRules the rules for it
 */
public record Promise(
        int status,
        Rules.@Nullable Group statusRules,
        Map<String, List<String>> headers,
        Rules headerRules,
        PromisedBody body,
        Rules bodyRules) {
    public Promise {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads the answer of an interaction, or its request.
     *
     * @param version the major version of the specification
     * @throws UnreadablePact if there is anything in it that can't be understood
     */
    public static Promise read(JsonNode part, int version) {
        if (!part.isMissingNode() && !part.isObject()) {
            throw new UnreadablePact("its request or its response isn't a JSON object");
        }
        return of(part, version, CategorisedRules.read(part));
    }

    static Promise of(JsonNode part, int version, CategorisedRules rules) {
        Map<String, List<String>> headers = headers(part.path("headers"));
        return new Promise(
                status(part.path("status")),
                rules.status(),
                headers,
                rules.headers(),
                PromisedBody.read(part, version, contentType(headers)),
                rules.body());
    }

    /** Whether its body is one that others compare: neither JSON nor plain text. */
    public boolean needsOthers() {
        return body.kind() == PromisedBody.Kind.LIKE
                && !body.mediaType().isJson()
                && !body.mediaType().isPlainText();
    }

    private static int status(JsonNode status) {
        if (status.isMissingNode()) {
            return 200;
        }
        if (!status.isInt()) {
            throw new UnreadablePact("its status " + status + " is no number");
        }
        return status.intValue();
    }

    private static Map<String, List<String>> headers(JsonNode fields) {
        if (!fields.isMissingNode() && !fields.isNull() && !fields.isObject()) {
            throw new UnreadablePact("its headers aren't a JSON object");
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        fields.properties().forEach(each -> headers.put(each.getKey(), values(each.getKey(), each.getValue())));
        return headers;
    }

    private static List<String> values(String name, JsonNode value) {
        if (!value.isArray()) {
            return ListedFields.values(name, Json.text(value));
        }
        List<String> values = new ArrayList<>();
        value.forEach(each -> values.add(Json.text(each)));
        return values;
    }

    private static @Nullable MediaType contentType(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(each -> each.getKey().toLowerCase(Locale.ROOT).equals("content-type")
                        && !each.getValue().isEmpty())
                .findFirst()
                .flatMap(each -> MediaType.of(each.getValue().get(0)))
                .orElse(null);
    }
}
