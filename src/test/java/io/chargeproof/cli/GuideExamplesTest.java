package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.GuideExamples;
import io.chargeproof.check.Judgement;
import io.cucumber.java.en.Then;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows of scenarios and steps of one's own does what it says. */
class GuideExamplesTest {
    @TempDir
    Path folder;

    @Test
    void scenarios_of_ones_own_conform_and_are_counted() throws IOException {
        Path features = features(List.of(GuideExamples.of("gherkin").get(0)));

        Terminal run = run(features);

        assertThat(run.firstLine())
                .isEqualTo("conforming: 0 of 73 MUSTs in scope, 0 decided; 1 own scenario: none failed");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_step_of_ones_own_is_compiled_and_executed() throws IOException {
        Path features = features(GuideExamples.of("gherkin"));
        compile(GuideExamples.of("java").get(0));

        Terminal run = run(features, "--glue", "com.example.steps");

        assertThat(run.firstLine())
                .isEqualTo("conforming: 0 of 73 MUSTs in scope, 0 decided; 2 own scenarios: none failed");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_step_of_ones_own_finds_what_is_wrong() throws IOException {
        Path features = features(GuideExamples.of("gherkin"));
        compile(GuideExamples.of("java").get(0).replace("\"nl\"", "\"fr\"").replace("com.example", "com.example.red"));

        Terminal run = run(features, "--glue", "com.example.red.steps");

        assertThat(run.firstLine())
                .isEqualTo("non-conforming: 0 of 73 MUSTs in scope, 0 decided; 2 own scenarios: 1 failed");
        assertThat(run.out()).contains("VIOLATION own scenario 'The app speaks the driver's language'", """
                  found:    the app can't speak the driver's language
                  expected: de or nl
                  actual:   nl
                """);
        assertThat(run.code()).isOne();
    }

    private Terminal run(Path features, String... more) {
        return Terminal.run(Stream.concat(
                        Stream.of(
                                "run",
                                "--skip-html",
                                "--features",
                                features.toString(),
                                "--reports",
                                folder.resolve("reports").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private Path features(List<String> texts) throws IOException {
        Path features = Files.createDirectories(folder.resolve("my-features"));
        for (int i = 0; i < texts.size(); i++) {
            Files.writeString(features.resolve(i + ".feature"), texts.get(i), UTF_8);
        }
        return features;
    }

    /** On the class path, where the classes of this project are. */
    private void compile(String source) throws IOException {
        Path file = Files.createDirectories(folder.resolve("src")).resolve("DriverSteps.java");
        Files.writeString(file, source, UTF_8);
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-nowarn",
                        "-cp",
                        places(Judgement.class, Then.class, org.jspecify.annotations.Nullable.class),
                        "-d",
                        place(GuideExamplesTest.class),
                        file.toString());
        assertThat(code).as("the compiler's exit code").isZero();
    }

    private static String places(Class<?>... types) {
        return Stream.of(types).map(GuideExamplesTest::place).collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
