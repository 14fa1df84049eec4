package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Pact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The request cases of Pact's specification, as a stub is asked them. */
final class RequestCases {
    private RequestCases() {}

    /** Those of a version in which the stub says another thing than the specification, a line each. */
    static List<String> differing(String version) {
        List<String> differing = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : PactCases.specified(version)) {
            if (each.getKey().startsWith("request/")) {
                boolean wanted = each.getValue().path("match").asBoolean();
                String said = said(version, each.getValue());
                if (wanted != said.equals("answered")) {
                    differing.add("v" + version + " " + each.getKey() + ": " + said);
                }
            }
        }
        return differing;
    }

    private static String said(String version, JsonNode one) {
        ObjectNode pact = PactCases.shell(version);
        ObjectNode interaction = (ObjectNode) pact.path("interactions").path(0);
        interaction.set("request", one.path("expected"));
        interaction.putObject("response").put("status", 200);
        List<Contract> contracts = PactReading.read("case", pact.toString().getBytes(UTF_8));
        if (!contracts.get(0).isSound()) {
            return "unreadable: " + contracts.get(0).fault();
        }
        V4Pact served = new V4Pact(
                new au.com.dius.pact.core.model.Consumer("anybody"),
                new au.com.dius.pact.core.model.Provider("stub"),
                new ArrayList<>(List.of(contracts.get(0).interaction().asV4Interaction())));
        Optional<String> refusal =
                new NearestInteraction(served, contracts).refusal(request(version, one.path("actual")));
        return refusal.map(why -> "refused: " + why.replace('\n', ' ')).orElse("answered");
    }

    private static HttpRequest request(String version, JsonNode actual) {
        Map<String, List<String>> headers = PactCases.headers(actual.path("headers"));
        JsonNode body = version.equals("4") ? actual.path("body").path("content") : actual.path("body");
        String text = body.isMissingNode() || body.isNull() ? "" : body.isString() ? body.asString() : body.toString();
        String type = headers.entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase("content-type"))
                .map(each -> each.getValue().get(0))
                .findFirst()
                .orElse("");
        OptionalBody sent = text.isEmpty()
                ? OptionalBody.empty()
                : type.isEmpty()
                        ? OptionalBody.body(text.getBytes(UTF_8))
                        : OptionalBody.body(text.getBytes(UTF_8), ContentType.fromString(type));
        return new HttpRequest(
                actual.path("method").asString("GET"),
                actual.path("path").asString("/"),
                query(actual.path("query")),
                headers,
                sent);
    }

    private static Map<String, List<String>> query(JsonNode query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (query.isString()) {
            for (String part : query.asString().split("&", -1)) {
                String[] halves = part.split("=", 2);
                values.computeIfAbsent(decoded(halves[0]), each -> new ArrayList<>())
                        .add(halves.length < 2 ? "" : decoded(halves[1]));
            }
        } else {
            query.properties().forEach(each -> {
                List<String> all = new ArrayList<>();
                each.getValue().forEach(value -> all.add(value.isNull() ? null : value.asString()));
                values.put(each.getKey(), all);
            });
        }
        values.remove("");
        return values;
    }

    private static String decoded(String text) {
        return java.net.URLDecoder.decode(text, UTF_8);
    }
}
