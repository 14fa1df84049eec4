package io.chargeproof.contract;

import io.chargeproof.contract.PactCase.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The cases that come with Pact's specification, and our own. */
final class PactCases {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Path OWN = Path.of("src", "test", "resources", "pact-cases");

    /** The versions of the specification that have cases. */
    static final List<String> VERSIONS = List.of("1.1", "2", "3", "4");

    private PactCases() {}

    /** The response cases of a version of the specification, each as a pact and a provider that gives the answer. */
    static List<PactCase> ofSpecification(String version) {
        List<PactCase> cases = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : specified(version)) {
            if (each.getKey().startsWith("response/")) {
                JsonNode one = each.getValue();
                cases.add(new PactCase(
                        "v" + version + " " + each.getKey(),
                        pact(version, one.path("expected")),
                        answer(version, one.path("actual")),
                        one.path("match").asBoolean() ? Verdict.KEPT : Verdict.BROKEN));
            }
        }
        return cases;
    }

    /** Every case of a version of the specification, by its name. */
    static List<Map.Entry<String, JsonNode>> specified(String version) {
        try (InputStream in = PactCases.class.getResourceAsStream("/pact-specification/v" + version + ".json")) {
            return List.copyOf(JSON.readTree(in).properties());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our own: pacts that bear answers in their metadata, and what is to be said of these. */
    static List<PactCase> own() {
        try (Stream<Path> files = Files.list(OWN)) {
            return files.sorted().flatMap(file -> own(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PactCase> own(Path file) {
        try {
            String text = Files.readString(file);
            List<PactCase> cases = new ArrayList<>();
            for (JsonNode each :
                    JSON.readTree(text.replace("\uFEFF", "")).path("metadata").path("answers")) {
                cases.add(new PactCase(
                        file.getFileName().toString().replace(".json", "") + ": "
                                + each.path("name").asString(),
                        text,
                        new Answer(each.path("status").asInt(200), headers(each.path("headers")), body(each)),
                        Verdict.valueOf(each.path("verdict")
                                .asString()
                                .toUpperCase(Locale.ROOT)
                                .replace(' ', '_'))));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(JsonNode answer) {
        return answer.has("json")
                ? answer.path("json").toString()
                : answer.path("text").asString("");
    }

    private static String pact(String version, JsonNode expected) {
        ObjectNode pact = shell(version);
        ((ObjectNode) pact.path("interactions").path(0)).set("response", expected);
        return pact.toString();
    }

    /** A pact of a version, with an interaction whose answer is still to be said. */
    static ObjectNode shell(String version) {
        ObjectNode pact = JSON.createObjectNode();
        pact.putObject("consumer").put("name", "consumer");
        pact.putObject("provider").put("name", PactCase.PROVIDER);
        ObjectNode interaction = pact.putArray("interactions").addObject();
        interaction.put("description", "a request");
        interaction.putObject("request").put("method", "GET").put("path", "/");
        if (version.equals("4")) {
            interaction.put("type", "Synchronous/HTTP");
        }
        pact.putObject("metadata")
                .putObject("pactSpecification")
                .put("version", version.equals("1.1") ? "1.1.0" : version + ".0" + (version.equals("4") ? "" : ".0"));
        return pact;
    }

    private static Answer answer(String version, JsonNode actual) {
        JsonNode body = actual.path("body");
        if (version.equals("4")) {
            body = body.path("content");
        }
        String text = body.isString() ? body.asString() : body.isMissingNode() ? "" : body.toString();
        return new Answer(actual.path("status").asInt(200), headers(actual.path("headers")), text);
    }

    static Map<String, List<String>> headers(JsonNode fields) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        fields.properties().forEach(each -> {
            List<String> values = new ArrayList<>();
            if (each.getValue().isArray()) {
                each.getValue().forEach(value -> values.add(value.asString()));
            } else {
                values.add(each.getValue().asString());
            }
            headers.put(each.getKey(), values);
        });
        return headers;
    }
}
