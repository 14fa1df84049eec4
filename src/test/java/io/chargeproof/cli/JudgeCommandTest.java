package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.report.Json;
import io.chargeproof.traffic.HarFile;
import io.chargeproof.traffic.OrdinaryClient;
import io.chargeproof.traffic.seeded.ClientSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command that judges recordings, by the traffic of an ordinary client with the sandbox. */
class JudgeCommandTest {
    private static final Pattern NOT_NEEDED =
            Pattern.compile(" (groovy|org\\.codehaus\\.groovy|io\\.restassured|io\\.cucumber|au\\.com\\.dius)\\.");

    @TempDir
    Path folder;

    @Test
    void names_the_side_that_is_at_fault() throws IOException {
        Path har = record(List.of("evc-create-answers-201"));

        Terminal both = judge(har.toString(), "--skip-html");
        assertThat(both.code()).isEqualTo(1);
        assertThat(both.firstLine()).startsWith("non-conforming: ");
        assertThat(both.out())
                .contains("note: the provider is non-conforming: ", "note: the client is incomplete: ")
                .contains("VIOLATION EVC-HTTP-2 (MUST)", "HTTP 201", "session.har, entry 1");
        assertThat(conformance().path("scope").path("side").asString()).isEqualTo("both");

        assertThat(judge(har.toString(), "--skip-html", "--side", "provider").code())
                .isEqualTo(1);
        assertThat(conformance().path("scope").path("side").asString()).isEqualTo("provider");

        assertThat(judge(har.toString(), "--skip-html", "--side", "client").code())
                .isEqualTo(3);
        JsonNode client = conformance();
        assertThat(client.path("verdict").asString()).isEqualTo("incomplete");
        assertThat(client.path("requirements")
                        .valueStream()
                        .map(each -> each.path("subject").asString()))
                .hasSize(23)
                .containsOnly("client");
        assertThat(client.path("requirements")
                        .valueStream()
                        .filter(each -> each.path("id").asString().equals("OIOI-CLIENT-10"))
                        .map(each -> each.path("reason").asString()))
                .containsExactly("it would take an answer with 5xx, and the same call sent again, with times");
    }

    @Test
    void loads_nothing_of_the_libraries_that_runs_and_pacts_need() throws IOException, InterruptedException {
        Path har = record(List.of());
        Path loaded = folder.resolve("loaded.txt");

        OwnProcess.Outcome outcome = OwnProcess.run(
                folder.resolve("out.txt"),
                Duration.ofMinutes(2),
                List.of("judge", har.toString(), "--skip-html", "--reports", folder.toString()),
                Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded));

        assertThat(outcome.verdict()).startsWith("incomplete: ");
        assertThat(Files.readAllLines(loaded))
                .anyMatch(line -> line.contains(JudgeCommand.class.getName()))
                .noneMatch(line -> NOT_NEEDED.matcher(line).find());
    }

    @Test
    void writes_every_form_of_the_report_and_no_secret_into_any() throws IOException {
        List<Exchange> session = OrdinaryClient.session(List.of(), List.of());
        Path har = HarFile.write(session, folder.resolve("session.har"));

        Terminal judged = judge(har.toString());

        Path run = folder.resolve("reports").resolve("latest-judged").toRealPath();
        assertThat(List.of("conformance.json", "exchanges.jsonl", "junit.xml", "ctrf.json", "summary.md"))
                .allSatisfy(name -> assertThat(run.resolve(name)).isRegularFile());
        assertThat(run.resolve("allure-report").resolve("index.html")).isRegularFile();
        List<String> secrets = secrets(session);
        assertThat(secrets).hasSizeGreaterThan(5);
        assertThat(judged.out() + judged.err()).doesNotContain(secrets);
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secrets);
            }
        }
    }

    @Test
    void judges_the_recording_of_its_own_run() {
        Terminal run = Terminal.run(
                "run",
                "--depth",
                "smoke",
                "--skip-html",
                "--reports",
                folder.resolve("reports").toString());
        assertThat(run.code()).isZero();

        Terminal judged =
                judge(folder.resolve("reports/latest/exchanges.jsonl").toString(), "--skip-html", "--side", "provider");

        assertThat(judged.code()).isEqualTo(3);
        assertThat(judged.out()).doesNotContain("VIOLATION", "WARNING").contains("it would take");
    }

    @Test
    void leaves_the_latest_run_what_it_is_and_names_the_latest_report_on_traffic() throws IOException {
        Terminal run = Terminal.run(
                "run",
                "--tags",
                "@EVC-CARD-2",
                "--skip-html",
                "--reports",
                folder.resolve("reports").toString());
        assertThat(run.code()).isZero();
        Path latest = folder.resolve("reports/latest").toRealPath();

        judge(record(List.of()).toString(), "--skip-html");

        assertThat(folder.resolve("reports/latest").toRealPath()).isEqualTo(latest);
        assertThat(folder.resolve("reports/latest-judged").toRealPath()).isNotEqualTo(latest);
        assertThat(conformance().path("target").path("kind").asString()).isEqualTo("recorded");
    }

    @Test
    void takes_files_in_the_order_of_time_for_one_conversation_and_others_for_several() throws IOException {
        List<Exchange> session = OrdinaryClient.session(List.of(), List.of());
        Path create = HarFile.write(session.subList(0, 2), folder.resolve("one.har"));
        Path update = HarFile.write(session.subList(2, 3), folder.resolve("two.har"));

        judge(create.toString(), update.toString(), "--skip-html", "--side", "client");
        assertThat(outcome("EVC-CLIENT-9")).isEqualTo("conforms");

        judge(update.toString(), create.toString(), "--skip-html", "--side", "client");
        assertThat(outcome("EVC-CLIENT-9")).isEqualTo("not-tested");
    }

    @Test
    void excuses_what_the_profile_waives_on_either_side_and_says_what_it_did_not_need() throws IOException {
        Path har = HarFile.write(
                new ClientSession()
                        .add(
                                ClientSession.without("x-api-version").apply(ClientSession.creation()),
                                200,
                                ClientSession.CREATED)
                        .exchanges(),
                folder.resolve("session.har"));
        Path profile = Files.writeString(folder.resolve("waiving.yaml"), """
                name: waiving
                kind: acceptance
                evc-net: {base-url: "https://evc.example.com", token: "${PATH}"}
                waivers:
                  - {requirement: EVC-CLIENT-3, reason: "until release 2", until: 2099-01-31}
                  - {requirement: EVC-CLIENT-2, reason: "not needed", until: 2099-01-31}
                """, UTF_8);

        Terminal judged = judge(har.toString(), "--skip-html", "--side", "client", "--profile", profile.toString());

        assertThat(judged.code()).isEqualTo(3);
        assertThat(outcome("EVC-CLIENT-3")).isEqualTo("waived");
        assertThat(judged.out().replaceAll("\\s+", " "))
                .contains("the waiver of EVC-CLIENT-2 (\"not needed\") excused nothing in this run, which tried only a"
                        + " part of what could need it");
        assertThat(judge(har.toString(), "--skip-html", "--side", "client").code())
                .isEqualTo(1);
    }

    private String outcome(String requirement) throws IOException {
        return conformance()
                .path("requirements")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(requirement))
                .map(each -> each.path("outcome").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_profile_tells_which_addresses_are_judged() throws IOException {
        Path har = record(List.of());
        Path profile = Files.writeString(folder.resolve("other.yaml"), """
                name: other
                kind: sandbox
                evc-net: {base-url: "https://evc.example.com", token: "abc-123"}
                """, UTF_8);

        Terminal judged = judge(har.toString(), "--profile", profile.toString());

        assertThat(judged.code()).isEqualTo(2);
        assertThat(judged.err())
                .isEqualTo("chargeproof: nothing was judged: of 18 recorded exchanges none goes to the addresses of the"
                        + " profile; compare them, or leave --profile out\n");
    }

    @Test
    void says_where_a_recording_ends_early_and_judges_what_was_whole() throws IOException {
        String whole = Files.readString(record(List.of()), UTF_8);
        Path cut = Files.writeString(folder.resolve("cut.har"), whole.substring(0, whole.length() - 40), UTF_8);

        Terminal judged = judge(cut.toString(), "--skip-html");

        assertThat(judged.code()).isEqualTo(3);
        assertThat(judged.out().replaceAll("\\s+", " "))
                .contains("note: cut.har ends early, in entry 18; what was whole before it is" + " judged");
    }

    @Test
    void says_what_is_asked_wrongly() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "none", UTF_8);

        assertThat(judge(notes.toString()).code()).isEqualTo(2);
        assertThat(judge(folder.resolve("absent.har").toString()).code()).isEqualTo(2);
        Terminal side = judge(notes.toString(), "--side", "server");
        assertThat(side.code()).isEqualTo(2);
        assertThat(side.err()).startsWith("chargeproof: --side knows provider, client and both, not 'server'");
    }

    private Path record(List<String> defects) throws IOException {
        return HarFile.write(OrdinaryClient.session(defects, List.of()), folder.resolve("session.har"));
    }

    private Terminal judge(String... arguments) {
        List<String> all = new ArrayList<>(List.of("judge"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--reports", folder.resolve("reports").toString()));
        return Terminal.run(all.toArray(String[]::new));
    }

    private JsonNode conformance() throws IOException {
        return Json.MAPPER.readTree(Files.readString(
                folder.resolve("reports").resolve("latest-judged").resolve("conformance.json"), UTF_8));
    }

    /** Tokens, keys, passwords and social security numbers that passed. */
    private static List<String> secrets(List<Exchange> session) {
        List<String> secrets = new ArrayList<>();
        for (Exchange exchange : session) {
            exchange.request()
                    .headers()
                    .first("Authorization")
                    .ifPresent(value -> secrets.add(value.replaceFirst("(?i)^(token |key=)", "")));
            addMembers(Json.MAPPER.readTree(exchange.request().body().text()), secrets);
            exchange.answer()
                    .map(HttpAnswer::body)
                    .ifPresent(body -> addMembers(Json.MAPPER.readTree(body.text()), secrets));
        }
        return secrets.stream().distinct().toList();
    }

    private static void addMembers(JsonNode node, List<String> secrets) {
        for (String name : List.of("token", "password", "social-security-number")) {
            node.path(name).asStringOpt().ifPresent(secrets::add);
        }
        node.valueStream().forEach(child -> addMembers(child, secrets));
    }
}
