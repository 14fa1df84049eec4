package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.cli.Wayside.Deed;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Production without leave to write gets nothing that may change something, whoever sends it and whatever it is tagged. */
class ReadOnlyTargetTest {
    private static final String CREATED = """
            @evc-net
            Feature: Own

              Scenario: A customer
                When a customer is created
                Then it is accepted
            """;

    private static final String POSTED = """
            @oioi @uses-primary
            Feature: Own

              Scenario: A user
                When new details of the primary user are posted by username
                Then the call succeeds
            """;

    private static final String ASKED_AND_POSTED = """
            {"consumer": {"name": "one"}, "provider": {"name": "oioi-user-api"},
             "interactions": [{"description": "both calls", "request": {"method": "POST", "path": "/",
                "headers": {"Content-Type": "application/json"},
                "body": {"user-get-details": {}, "user-post-details": {}}},
               "response": {"status": 400}}],
             "metadata": {"pactSpecification": {"version": "3.0.0"}}}
            """;

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.correct());

    @TempDir
    Path folder;

    private Wayside wayside;

    @BeforeEach
    void stand() throws IOException {
        wayside = new Wayside(sandbox.baseUrl(), (head, body) -> {
            arrived.add(head.lines().findFirst().orElse("") + " " + body);
            return Deed.PASS;
        });
    }

    @AfterEach
    void stop() throws IOException {
        wayside.close();
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"false, create", "true, user-post-details with the details on record"})
    void a_scenario_that_writes_and_does_not_say_so_is_not_tested(boolean oioi, String operation) throws IOException {
        write("own/own.feature", oioi ? POSTED : CREATED);

        Terminal terminal = onProduction(
                "run",
                "--features",
                folder.resolve("own").toString(),
                "--reports",
                folder.resolve("reports").toString());

        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.firstLine()).startsWith("incomplete: ").contains("(read-only)");
        assertThat(arrived).allMatch(request -> request.contains("user-get-details"));
        JsonNode scenario = Written.latestIn(folder.resolve("reports"))
                .conformance()
                .path("scenarios")
                .get(0);
        assertThat(scenario.path("outcome").asString()).isEqualTo("not-tested");
        assertThat(Files.readString(folder.resolve("reports/latest/junit.xml")))
                .contains("the run is read-only, and " + operation + " may change something; nothing was sent");
    }

    @Test
    void a_contract_that_reads_and_writes_in_one_request_is_not_tested() throws IOException {
        write("pacts/one.json", ASKED_AND_POSTED);

        Terminal terminal = onProduction(
                "pact",
                "verify",
                "--provider",
                "oioi-user-api",
                "--pacts",
                folder.resolve("pacts").toString(),
                "--reports",
                folder.resolve("reports").toString());

        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.out())
                .contains("the run is read-only, and user-get-details may change something; nothing was sent");
        assertThat(arrived).noneMatch(request -> request.contains("user-post-details"));
    }

    @Test
    void doctor_says_what_it_could_not_try() throws IOException {
        Path profile = profile();

        Terminal terminal = Terminal.run("doctor", "--profile", profile.toString(), "--allow-production", "127.0.0.1");

        assertThat(terminal.code()).isZero();
        assertThat(terminal.out()).contains("""
                note    evc-net token: not tried: the target may only be read, and no documented request of this API only reads
                        give --allow-writes 127.0.0.1 to have it tried with a harmless request
                """);
        assertThat(arrived).isNotEmpty().allMatch(request -> request.contains("user-get-details"));
    }

    private Terminal onProduction(String... command) throws IOException {
        return Terminal.run(Stream.of(
                        Stream.of(command),
                        Stream.of("--profile", profile().toString(), "--allow-production", "127.0.0.1"),
                        Stream.of("--custody", folder.resolve("custody").toString(), "--skip-html"))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    private Path profile() throws IOException {
        return write(
                "profile.yaml",
                sandbox.profile()
                        .replace("kind: sandbox", "kind: production")
                        .replace("depth: full", "depth: standard")
                        .replace(sandbox.baseUrl().toString(), wayside.address().toString()));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
