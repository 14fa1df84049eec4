package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.chargeproof.cli.SandboxRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schema of {@code conformance.json} that ships with the program, held against what runs write. */
class ConformanceSchemaTest {
    private static final String TEXT = resource();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    static Stream<String> takes_what_runs_write() {
        RunReport sample = SampleRun.report();
        return Stream.of(
                SandboxRun.conformance().toString(),
                written(sample),
                written(sample.of("0123456789abcdef0123456789abcdef01234567")));
    }

    @ParameterizedTest
    @MethodSource
    void takes_what_runs_write(String conformance) {
        assertThat(faults(conformance)).isEmpty();
    }

    @Test
    void has_the_outcomes_that_there_are() {
        JsonNode counts = SandboxRun.conformance().path("counts");

        assertThat(JsonMapper.shared()
                        .readTree(TEXT)
                        .at("/$defs/outcome/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(counts.propertyNames());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verdict",
                "/run/id",
                "/run/commit",
                "/scope/fail-on",
                "/own-scenarios/failed",
                "/requirements/0/outcome",
                "/findings/0/requests/0/curl",
                "/findings/0/instances/0/requirement",
                "/scenarios/0/own"
            })
    void misses_what_is_left_out_and_refuses_what_nobody_knows(String place) {
        int slash = place.lastIndexOf('/');
        String name = place.substring(slash + 1);
        JsonNode without = JsonMapper.shared().readTree(written(SampleRun.report()));
        ((ObjectNode) without.at(place.substring(0, slash))).remove(name);
        assertThat(faults(without.toString())).isNotEmpty();

        JsonNode with = JsonMapper.shared().readTree(written(SampleRun.report()));
        ((ObjectNode) with.at(place.substring(0, slash))).put(name + "s-new", 1);
        assertThat(faults(with.toString())).isNotEmpty();
    }

    private static String written(RunReport report) {
        return ConformanceJson.of(RedactedReport.of(report, SampleRun.options(Path.of("target", "no-reports"))));
    }

    private static List<String> faults(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String resource() {
        try (InputStream in = ConformanceSchemaTest.class.getResourceAsStream("/report/conformance.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
