package io.chargeproof.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run wrote.
 *
 * @param conformance its {@code conformance.json}
 */
record Written(JsonNode conformance) {
    static Written latestIn(Path reports) {
        try {
            return new Written(JsonMapper.shared()
                    .readTree(Files.readString(reports.resolve("latest").resolve("conformance.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> requirements() {
        return elements(conformance.path("requirements"));
    }

    /** The IDs that have each outcome. */
    Map<String, List<String>> byOutcome() {
        Map<String, List<String>> byOutcome = new TreeMap<>();
        requirements()
                .forEach(each -> byOutcome
                        .computeIfAbsent(each.path("outcome").asString(), outcome -> new java.util.ArrayList<>())
                        .add(each.path("id").asString()));
        return byOutcome;
    }

    List<String> scenarios() {
        return elements(conformance.path("scenarios")).stream()
                .map(each -> each.path("location").asString())
                .toList();
    }

    /** Every kind of answer that an interface gave, with how often. */
    List<JsonNode> codes(String api) {
        return elements(conformance.path("codes").path(api));
    }

    static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
