package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.contract.StandInBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that speak with a broker, as a pipeline gives them. */
class PactBrokerCommandsTest {
    private static final String CLOSED = "http://127.0.0.1:1";
    private static final String TOKEN = "let-me-in-0001";

    private final StandInBroker broker = new StandInBroker();
    private final LoopbackServer provider =
            LoopbackServer.answering(request -> new LoopbackServer.Reply(200, "text/plain", ""));

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() {
        broker.close();
        provider.close();
    }

    /** A pact of which a provider that answers 200 keeps that of 200. */
    private static String pact(String consumer, String state, Integer... statuses) {
        List<String> interactions = new ArrayList<>();
        for (int status : statuses) {
            interactions.add("""
                    {"type": "Synchronous/HTTP", "description": "answers %1$d", "request": {"method": "GET", "path": "/a"},
                     %2$s "response": {"status": %1$d}}""".formatted(
                            status, state.isEmpty() ? "" : "\"providerStates\": [{\"name\": \"" + state + "\"}],"));
        }
        return """
                {"consumer": {"name": "%s"}, "provider": {"name": "api"}, "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}""".formatted(consumer, String.join(", ", interactions));
    }

    private List<String> arguments(String... more) {
        return Stream.concat(
                        Stream.of(
                                "pact",
                                "verify",
                                "--provider",
                                "api",
                                "--broker",
                                broker.address().toString(),
                                "--base-url",
                                provider.address().toString(),
                                "--provider-version",
                                "9",
                                "--provider-branch",
                                "main",
                                "--skip-html",
                                "--reports",
                                folder.toString()),
                        Stream.of(more))
                .toList();
    }

    private Terminal verify(String... more) {
        return Terminal.run(arguments(more).toArray(String[]::new));
    }

    private Terminal canDeploy(String version, String environment) {
        return Terminal.run(
                "pact",
                "can-i-deploy",
                "--broker",
                broker.address().toString(),
                "--pacticipant",
                "api",
                "--version",
                version,
                "--to-environment",
                environment);
    }

    private String written() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        }
    }

    @Test
    void verify_what_is_chosen_and_keep_versions_apart() throws IOException {
        broker.has("1", "main", pact("app", "", 200), "production").has("2", "main", pact("app", "", 200, 404));

        Terminal terminal = verify("--main-branch", "--environment", "production");

        assertThat(terminal.out())
                .contains("""
                        Provider's version 9, branch main
                        Pacts of the broker:
                          app 2 (latest from main)
                                            The pact of app 2 was chosen
                          app 1 (in production)
                        """)
                .contains("non-conforming: 3 of 3 interactions in scope, 3 decided")
                .contains("   1  verified      app 2 (latest from main): answers 200\n")
                .contains("   2  BROKEN        app 2 (latest from main): answers 404\n")
                .contains("   3  verified      app 1 (in production): answers 200\n");
        assertThat(terminal.code()).isOne();
        assertThat(written())
                .contains(
                        "Contract of app 2 (latest from main) with api", "Contract of app 1 (in production) with api");
        assertThat(verify("--environment", "production").code()).isZero();
        assertThat(broker.results()).isEmpty();
    }

    /** A broker gives a pact in one line; its interactions stand at places of their own there. */
    @Test
    void name_the_interaction_that_is_broken_in_a_pact_of_one_line() throws IOException {
        broker.has("1", "main", pact("app", "", 200, 404).replace("answers 404", "answers 200"));

        Terminal terminal = verify();

        assertThat(terminal.out())
                .contains("   1  verified      app 1: answers 200\n", "   2  BROKEN        app 1: answers 200 (2)\n");
        assertThat(conformance().path("findings").path(0).path("scenario").asString(""))
                .endsWith("#2:1");
        assertThat(conformance().path("scenarios").path(0).path("location").asString(""))
                .endsWith("#1:1");
    }

    private JsonNode conformance() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return JsonMapper.shared()
                    .readTree(Files.readString(files.filter(each -> each.endsWith("conformance.json"))
                            .findFirst()
                            .orElseThrow()));
        }
    }

    /** Whoever isn't held to a pact yet isn't red for it, and isn't held up by states that it doesn't know yet. */
    @ParameterizedTest
    @CsvSource({"'', 404, pending", "a new state, 200, not tested"})
    void do_not_fail_for_what_is_pending(String state, int status, String word) {
        broker.has("1", "main", pact("app", "", 200)).has("2", "feat/x", pact("web", state, status));
        Terminal first = verify("--branch", "main", "--publish");

        Terminal pending = verify("--branch", "main", "--branch", "feat/x", "--enable-pending");
        Terminal held = verify("--branch", "main", "--branch", "feat/x");
        Terminal wip = verify("--branch", "main", "--include-wip-since", "2026-11-01");

        assertThat(first.code()).isZero();
        assertThat(pending.out())
                .contains("web 2 (latest from branch feat/x), pending: what it breaks doesn't fail the verdict\n")
                .contains("   1  verified      app 1 (latest from branch main): answers 200\n")
                .contains(String.format("   2  %-12s  web 2 (latest from branch feat/x): answers %d%n", word, status));
        assertThat(pending.code()).isZero();
        assertThat(held.code()).isEqualTo(status == 404 ? 1 : 3);
        assertThat(wip.out()).contains("web 2 (latest from branch feat/x), work in progress, so pending: ");
        assertThat(wip.code()).isZero();
    }

    @Test
    void are_not_green_where_nothing_was_decided() {
        broker.has("1", "main", pact("web", "a new state", 200));

        assertThat(verify("--enable-pending").code()).isEqualTo(3);
        assertThat(verify("--branch", "gone"))
                .isEqualTo(
                        new Terminal(
                                2,
                                "",
                                "chargeproof: the broker " + broker.address()
                                        + " has no pacts for the provider 'api' that"
                                        + " {\"branch\":\"gone\"} chooses, so nothing was verified; publish one, or choose others\n"));
    }

    @Test
    void publish_what_became_of_it_and_ask_what_may_be_deployed() {
        broker.has("1", "main", pact("app", "", 200), "production", "test")
                .has("2", "main", pact("web", "", 404), "test");

        assertThat(canDeploy("9", "production"))
                .isEqualTo(new Terminal(3, "unknown: api 9 to production: 0 failed and 1 unknown\n", ""));
        Terminal kept = verify("--environment", "production", "--publish");
        Terminal broken = verify("--environment", "test", "--publish");

        assertThat(kept.out())
                .endsWith("published for app 1 (in production): success of the provider's version 9, branch main\n");
        assertThat(kept.code()).isZero();
        assertThat(broken.out())
                .endsWith("published for app 1 (in test): success of the provider's version 9, branch main\n"
                        + "published for web 2 (in test): failure of the provider's version 9, branch main\n");
        assertThat(broken.code()).isOne();
        assertThat(canDeploy("9", "production"))
                .isEqualTo(new Terminal(0, "yes: api 9 to production: 0 failed and 0 unknown\n", ""));
        assertThat(canDeploy("9", "test"))
                .isEqualTo(new Terminal(1, "no: api 9 to test: 1 failed and 0 unknown\n", ""));
        assertThat(canDeploy("9", "nowhere").code()).isEqualTo(2);
        assertThat(Terminal.run(
                                "pact",
                                "can-i-deploy",
                                "--broker",
                                CLOSED,
                                "--pacticipant",
                                "api",
                                "--version",
                                "9",
                                "--to-environment",
                                "test")
                        .code())
                .isEqualTo(3);
        assertThat(Terminal.run("pact", "can-i-deploy", "--pacticipant", "api").code())
                .isEqualTo(2);
    }

    /** The verdict stands before anything is published. */
    @ParameterizedTest
    @CsvSource({"200, 403, 2", "200, 500, 3", "404, 403, 1", "404, 500, 1"})
    void say_that_a_result_was_not_published(int status, int answer, int code) {
        broker.has("1", "main", pact("app", "", status))
                .answering("/pacticipants/api/branches/main/versions/9", answer);

        Terminal terminal = verify("--publish");

        assertThat(terminal.out()).contains(status == 200 ? "\nconforming: " : "\nnon-conforming: ");
        assertThat(terminal.err())
                .startsWith("chargeproof: the verdict above stands, but it isn't published\n"
                        + "chargeproof: the branch of the provider's version couldn't be published at "
                        + broker.address() + "/pacticipants/api/branches/main/versions/9: HTTP " + answer);
        assertThat(terminal.code()).isEqualTo(code);
        assertThat(broker.results()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--publish --interaction answers | --publish and --interaction exclude each other",
                "--include-wip-since yesterday | --include-wip-since takes a day such as 2026-11-01, not 'yesterday'",
                "--consumer-version-selector main | --consumer-version-selector takes a JSON object such as",
                "--pacts pacts | --pacts and --broker exclude each other; give one of them"
            })
    void refuse_what_makes_no_sense(String more, String why) {
        broker.has("1", "main", pact("app", "", 200));

        Terminal terminal = verify(more.split(" ", -1));

        assertThat(terminal.err()).startsWith("chargeproof: " + why);
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(provider.received()).isEmpty();
        assertThat(broker.asked()).isEmpty();
    }

    @Test
    void publish_no_results_of_the_sandbox_nor_at_a_production_host() {
        Terminal sandbox = Terminal.run(
                "pact",
                "verify",
                "--provider",
                "oioi-user-api",
                "--broker",
                broker.address().toString(),
                "--publish");
        Terminal chosen = Terminal.run("pact", "verify", "--provider", "api", "--pacts", "pacts", "--branch", "main");
        String[] production = {"--broker", "https://broker.evc-net.com", "--consumer-version", "1"};
        Terminal guarded = Terminal.run(Stream.concat(Stream.of("pact", "publish"), Stream.of(production))
                .toArray(String[]::new));
        Terminal readable = Terminal.run(Stream.concat(
                        Stream.of("pact", "publish", "--allow-production", "broker.evc-net.com"), Stream.of(production))
                .toArray(String[]::new));

        assertThat(sandbox.err())
                .startsWith("chargeproof: --publish needs --base-url or --profile: the built-in sandbox");
        assertThat(chosen.err()).startsWith("chargeproof: --pacts excludes the options that choose pacts of a broker");
        assertThat(guarded.err()).contains("broker.evc-net.com", "--allow-production");
        assertThat(readable.err())
                .startsWith("chargeproof: nothing was sent: pacts would be published at the production host"
                        + " broker.evc-net.com; if that is meant, give --allow-writes broker.evc-net.com");
        assertThat(List.of(sandbox.code(), chosen.code(), guarded.code(), readable.code()))
                .containsOnly(2);
        assertThat(broker.asked()).isEmpty();
    }

    @Test
    void publish_pacts() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), pact("app", "", 200));
        String[] publish = {
            "pact",
            "publish",
            "--broker",
            broker.address().toString(),
            "--consumer-version",
            "1.0",
            "--branch",
            "main",
            "--pacts",
            folder.toString()
        };

        assertThat(Terminal.run(publish))
                .isEqualTo(new Terminal(
                        0,
                        "Consumers' version 1.0, branch main\npublished " + file
                                + ", the pact of app 1.0 with api, branch main\n",
                        ""));
        Files.writeString(file, pact("app", "", 201));
        assertThat(Terminal.run(publish).err())
                .endsWith("HTTP 409 (Cannot change the content of the pact for version 1.0)\n");
        publish[3] = CLOSED;
        assertThat(Terminal.run(publish).code()).isEqualTo(3);
        assertThat(broker.pacts())
                .extracting(StandInBroker.Publication::version)
                .containsExactly("1.0");
    }

    @Test
    void serve_a_broker_s_pacts() {
        assertThat(Terminal.run("pact", "stub", "--broker", broker.address().toString())
                        .err())
                .startsWith("chargeproof: --broker needs --provider, whose pacts are to be served");
    }

    /** What lets in comes from the environment, goes to the broker alone, and is shown nowhere, whatever a broker says. */
    @ParameterizedTest
    @CsvSource({"false, 0", "true, 2"})
    void keep_what_lets_in_to_themselves(boolean astray, int code) throws IOException, InterruptedException {
        broker.has("1", "main", pact("app " + TOKEN, "", 200)).lettingIn("Bearer " + TOKEN);
        if (astray) {
            broker.linking(link -> link.contains("/metadata/")
                    ? link.replace(
                            broker.address().toString(), provider.address().toString())
                    : link);
        }
        Map<String, String> environment = Map.of(
                "PACT_BROKER_TOKEN",
                TOKEN,
                "PACT_BROKER_BASE_URL",
                broker.address().toString());
        List<String> arguments = new ArrayList<>(arguments("--main-branch", "--publish"));
        arguments.subList(4, 6).clear();

        OwnProcess.Outcome outcome =
                OwnProcess.run(folder.resolve("output.txt"), Duration.ofSeconds(60), arguments, environment);

        assertThat(outcome.code()).as(String.join("\n", outcome.output())).isEqualTo(code);
        assertThat(written()).doesNotContain(TOKEN).contains(astray ? "where nothing was sent" : "PACT_BROKER_TOKEN");
        assertThat(broker.results()).hasSize(astray ? 0 : 1);
        assertThat(broker.asked()).allMatch(each -> ("Bearer " + TOKEN).equals(each.authorization()));
        assertThat(provider.received())
                .hasSize(astray ? 0 : 1)
                .noneMatch(each -> each.headers().containsKey("Authorization"));
    }
}
