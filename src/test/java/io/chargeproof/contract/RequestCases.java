package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.contract.matching.Comparison;
import io.chargeproof.contract.matching.PromisedRequest;
import io.chargeproof.contract.matching.RequestComparison;
import io.chargeproof.exchange.Body;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        NearestInteraction.Found found = new NearestInteraction(contracts).of(request(version, one.path("actual")));
        return found.contract() == null ? "refused: " + found.refusal().replace('\n', ' ') : "answered";
    }

    private static RequestComparison.Asked request(String version, JsonNode actual) {
        JsonNode body = version.equals("4") ? actual.path("body").path("content") : actual.path("body");
        String text = body.isMissingNode() || body.isNull() ? "" : body.isString() ? body.asString() : body.toString();
        return new RequestComparison.Asked(
                actual.path("method").asString("GET"),
                actual.path("path").asString("/"),
                query(actual.path("query")),
                new Comparison.Answered(0, PactCases.headers(actual.path("headers")), Body.of(text)));
    }

    private static Map<String, List<String>> query(JsonNode query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (query.isString()) {
            return PromisedRequest.parameters(query.asString());
        }
        query.properties().forEach(each -> {
            List<String> all = new ArrayList<>();
            each.getValue().forEach(value -> all.add(value.asString("")));
            values.put(each.getKey(), all);
        });
        return values;
    }
}
