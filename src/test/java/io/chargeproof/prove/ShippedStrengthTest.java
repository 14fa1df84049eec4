package io.chargeproof.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.SandboxCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The strengths that reports show are those of the defects that there are. */
class ShippedStrengthTest {
    @Test
    void names_the_defects_of_the_sandbox_under_their_requirements() throws IOException {
        Map<String, TreeSet<String>> defects = new TreeMap<>();
        SandboxCatalogue.defects()
                .forEach(defect -> defects.computeIfAbsent(defect.requirement().value(), each -> new TreeSet<>())
                        .add(defect.id()));

        assertThat(shipped())
                .as("chargeproof prove --write-strength src/main/resources/prove/strength.json brings it up to date")
                .isEqualTo(defects);
    }

    private static Map<String, TreeSet<String>> shipped() throws IOException {
        Map<String, TreeSet<String>> named = new TreeMap<>();
        try (InputStream in = ShippedStrengthTest.class.getResourceAsStream("/prove/strength.json")) {
            JsonNode file = JsonMapper.shared().readTree(Objects.requireNonNull(in, "prove/strength.json is missing"));
            file.required("requirements").forEachEntry((id, entry) -> {
                TreeSet<String> ids = new TreeSet<>();
                entry.required("caught").forEach(each -> ids.add(each.stringValue()));
                entry.required("survived").forEach(each -> ids.add(each.stringValue()));
                named.put(id, ids);
            });
        }
        return named;
    }
}
