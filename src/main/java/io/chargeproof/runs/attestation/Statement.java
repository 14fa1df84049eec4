package io.chargeproof.runs.attestation;

import io.chargeproof.report.Json;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An in-toto statement on a run: its files by their digests, and the test-result predicate with the requirements that hold, that
 * are doubtful, and that are broken, beside the target and the suite.
 */
final class Statement {
    static final String MEDIA_TYPE = "application/vnd.in-toto+json";
    static final String TYPE = "https://in-toto.io/Statement/v1";
    static final String PREDICATE_TYPE = "https://in-toto.io/attestation/test-result/v0.1";

    private static final String PROFILE = "profile";
    private static final List<String> BROKEN = List.of("violation");
    private static final List<String> DOUBTFUL =
            List.of("warning", "inconclusive", "not-tested", "harness-error", "waived");

    private Statement() {}

    /**
     * The statement on a run with these files, of which {@code conformance.json} says this.
     *
     * @param profile the SHA-256 of the profile, or null
     */
    static ObjectNode of(SortedMap<String, String> files, JsonNode conformance, @Nullable String profile) {
        ObjectNode statement = Json.object().put("_type", TYPE);
        ArrayNode subjects = statement.putArray("subject");
        files.forEach((name, digest) ->
                subjects.addObject().put("name", name).putObject("digest").put("sha256", digest));
        statement.put("predicateType", PREDICATE_TYPE);
        statement.set("predicate", predicate(conformance, profile));
        return statement;
    }

    /** The SHA-256 of the profile that a predicate names, or null. */
    static @Nullable String profile(JsonNode predicate) {
        return predicate
                .path("configuration")
                .valueStream()
                .filter(each -> each.path("name").asString("").equals(PROFILE))
                .map(each -> each.path("digest").path("sha256").asString(""))
                .findFirst()
                .orElse(null);
    }

    /** What a run's {@code conformance.json} makes of the predicate. */
    static ObjectNode predicate(JsonNode conformance, @Nullable String profile) {
        ObjectNode predicate = Json.object();
        predicate.put(
                "result",
                switch (conformance.path("exit-code").asInt(-1)) {
                    case 0 -> tests(conformance, DOUBTFUL).findAny().isPresent() ? "WARNED" : "PASSED";
                    default -> "FAILED";
                });
        ArrayNode configuration = predicate.putArray("configuration");
        JsonNode run = conformance.path("run");
        configuration
                .addObject()
                .put("name", "chargeproof " + run.path("version").asString(""))
                .putObject("annotations")
                .put("commit", run.path("commit").asString(""))
                .put("depth", run.path("depth").asString(""));
        conformance
                .path("target")
                .path("apis")
                .properties()
                .forEach(api -> configuration
                        .addObject()
                        .put("name", api.getKey())
                        .put("uri", api.getValue().asString("")));
        if (profile != null) {
            configuration.addObject().put("name", PROFILE).putObject("digest").put("sha256", profile);
        }
        put(predicate, "passedTests", tests(conformance, List.of("conforms", "observation")));
        put(predicate, "warnedTests", tests(conformance, DOUBTFUL));
        put(predicate, "failedTests", tests(conformance, BROKEN));
        return predicate;
    }

    private static Stream<String> tests(JsonNode conformance, List<String> outcomes) {
        return conformance
                .path("requirements")
                .valueStream()
                .filter(each -> outcomes.contains(each.path("outcome").asString("")))
                .map(each -> each.path("id").asString(""));
    }

    private static void put(ObjectNode predicate, String name, Stream<String> ids) {
        ArrayNode array = predicate.putArray(name);
        ids.forEach(array::add);
    }
}
