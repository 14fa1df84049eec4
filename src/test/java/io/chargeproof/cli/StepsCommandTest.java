package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.scenario.FeatureFiles;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sentences, as they are printed for people and found by editors. */
class StepsCommandTest {
    private static final String CLIENT_STEPS = "src/test/java/io/chargeproof/traffic/ClientSteps.java";

    @Test
    void prints_each_sentence_with_its_words() {
        Terminal all = Terminal.run("steps");

        assertThat(all.code()).isZero();
        assertThat(all.out()).contains("""
                Then the/each call {reply}
                    {reply}: succeeds | fails | fails without a server error | gets a result code other than 0 |""");
        assertThat(all.out()).contains("""
                When the {role} user is read by {identifier}
                    {role}: primary | secondary | sparse
                    {identifier}: username | EVCO ID | RFID | token
                """);
        assertThat(all.out()).contains("""
                Then the answer's {string} is absent
                    {string}: a text in quotation marks
                """);
        assertThat(all.out()).contains("Then (the|each) customer can be addressed( at once)?\n");
    }

    @Test
    void prints_those_that_have_a_word() {
        Terminal some = Terminal.run("steps", "EVCO");

        assertThat(some.code()).isZero();
        assertThat(some.out().lines().filter(line -> !line.startsWith("    ")))
                .contains(
                        "When the {role} user is read by {identifier}",
                        "Then the {role} user is the same by username, EVCO ID and RFID")
                .doesNotContain("When a customer is created");
        assertThat(Terminal.run("steps", "is", "read", "back").out())
                .startsWith("Then {posts} is read back {exactness}");
    }

    @Test
    void prints_those_of_ones_own() {
        assertThat(Terminal.run("steps", "balloon"))
                .isEqualTo(new Terminal(
                        2,
                        "",
                        "chargeproof: no sentence has 'balloon' in it; 'chargeproof steps' prints all that there"
                                + " are\n"));
        assertThat(Terminal.run("steps", "--glue", "io.chargeproof.own", "my step")
                        .out())
                .isEqualTo("Then my step has a fault\n");
    }

    /** An editor finds every feature, and every class with a sentence or a word. */
    @Test
    void are_found_by_editors_with_the_settings_of_the_project() throws IOException {
        JsonNode settings = JsonMapper.shared().readTree(Files.readString(Path.of(".vscode", "settings.json"), UTF_8));

        List<String> features = matching(settings.path("cucumber.features"), "features");
        List<String> ofClients = matching(settings.path("cucumber.features"), "src/client-features");
        List<String> glue = matching(settings.path("cucumber.glue"), "src");

        assertThat(features)
                .containsExactlyInAnyOrderElementsOf(FeatureFiles.features().keySet());
        assertThat(ofClients).hasSize(2);
        assertThat(glue)
                .contains(CLIENT_STEPS)
                .filteredOn(file -> !file.equals(CLIENT_STEPS))
                .containsExactlyInAnyOrderElementsOf(withAnnotations());
    }

    /** Editors read annotations without compiling: they know no texts that are put together. */
    @Test
    void are_written_in_one_piece() throws IOException {
        for (String file : withAnnotations()) {
            assertThat(read(Path.of(file)))
                    .as(file)
                    .doesNotContainPattern("@(ParameterType|Given|When|Then)\\(\\s*\"[^\"]*\"\\s*\\+");
        }
    }

    private static List<String> withAnnotations() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).contains("import io.cucumber.java."))
                    .filter(file -> !read(file).contains("StepDefinitionAnnotation"))
                    .filter(file -> !file.toString().endsWith("Hooks.java"))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static List<String> matching(JsonNode patterns, String folder) throws IOException {
        List<PathMatcher> matchers = patterns.valueStream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern.asString()))
                .toList();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> matchers.stream().anyMatch(matcher -> matcher.matches(file)))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
