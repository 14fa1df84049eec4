package io.chargeproof.contract.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The request of an interaction, with its matching rules.
 *
 * @param method the method
 * @param path the path
 * @param pathRules the rules for it, or null
 * @param query the values of each parameter
 * @param queryRules the rules for them, by their names
 * @param rest header fields and body
 */
public record PromisedRequest(
        String method,
        String path,
        Rules.@Nullable Group pathRules,
        Map<String, List<String>> query,
        Rules queryRules,
        Promise rest) {
    public PromisedRequest {
        query = Map.copyOf(query);
    }

    /**
     * Reads the request of an interaction.
     *
     * @param version the major version of the specification
     * @throws UnreadablePact if there is anything in it that can't be understood
     */
    public static PromisedRequest read(JsonNode part, int version) {
        if (!part.isMissingNode() && !part.isObject()) {
            throw new UnreadablePact("its request or its response isn't a JSON object");
        }
        CategorisedRules rules = CategorisedRules.read(part);
        return new PromisedRequest(
                part.path("method").asString("GET"),
                part.path("path").asString("/"),
                rules.path(),
                query(part.path("query")),
                rules.query(),
                Promise.of(part, version, rules));
    }

    private static Map<String, List<String>> query(JsonNode query) {
        if (query.isString()) {
            return parameters(query.stringValue());
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : query.properties()) {
            List<String> values = new ArrayList<>();
            if (each.getValue().isArray()) {
                each.getValue().forEach(value -> values.add(text(value)));
            } else {
                values.add(text(each.getValue()));
            }
            parameters.put(each.getKey(), values);
        }
        return parameters;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : Json.text(value);
    }

    /**
     * The parameters of the query of an address.
     *
     * @param query the query, percent-encoded, or null
     */
    public static Map<String, List<String>> parameters(@Nullable String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String part : (query == null ? "" : query).split("&", -1)) {
            String[] halves = part.split("=", 2);
            if (!part.isEmpty()) {
                parameters
                        .computeIfAbsent(decoded(halves[0]), each -> new ArrayList<>())
                        .add(halves.length < 2 ? "" : decoded(halves[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
