package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpServer;
import io.chargeproof.check.Outcome;
import io.chargeproof.contract.matching.Mismatch;
import io.chargeproof.exchange.Origin;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.profile.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A broker, asked and told by way of Pact JVM's client, with a stand-in for the broker. */
class BrokerTest {
    private static final String TOKEN = "Bearer let-me-in-0001";

    private final StandInBroker there = new StandInBroker();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() {
        there.close();
    }

    private Broker broker() {
        return broker(there.address());
    }

    static Broker broker(URI address) {
        return new Broker(
                address,
                new JdkTransport(TransportSettings.of(Duration.ofSeconds(5))),
                new PactSources.Authorization(new Secret("PACT_BROKER_TOKEN", TOKEN), Origin.of(address)));
    }

    /** A pact with an interaction for each status, of which a provider that answers 200 keeps that of 200. */
    static String pact(String consumer, Integer... statuses) {
        StringBuilder interactions = new StringBuilder();
        for (int status : statuses) {
            interactions.append(interactions.isEmpty() ? "" : ", ").append("""
                    {"type": "Synchronous/HTTP", "description": "answers %1$d", "request": {"method": "GET", "path": "/a"},
                     "response": {"status": %1$d}}""".formatted(status));
        }
        return """
                {"consumer": {"name": "%s"}, "provider": {"name": "api"}, "interactions": [%s],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}""".formatted(consumer, interactions);
    }

    private void someVersions() {
        there.has("1", "main", pact("app", 200), "production")
                .has("2", "main", pact("app", 201))
                .has("3", "feat/x", pact("app", 202))
                .has("7", "main", pact("web", 203), "test", "production");
    }

    private static PactSelection selection(
            List<String> branches,
            boolean main,
            boolean matching,
            List<String> environments,
            boolean deployed,
            String raw) {
        List<String> selectors = raw.isEmpty() ? List.of() : List.of(raw);
        return new PactSelection(
                branches, main, matching, environments, deployed, false, selectors, false, null, "feat/x");
    }

    static Stream<Arguments> selections() {
        List<String> none = List.of();
        return Stream.of(
                arguments(PactSelection.NEWEST, List.of("app 3", "web 7")),
                arguments(
                        selection(none, true, false, none, false, ""),
                        List.of("app 2 (latest from main)", "web 7 (latest from main)")),
                arguments(
                        selection(List.of("feat/x"), false, false, none, false, ""),
                        List.of("app 3 (latest from branch feat/x)")),
                arguments(selection(none, false, true, none, false, ""), List.of("app 3")),
                arguments(selection(none, false, false, List.of("test"), false, ""), List.of("web 7 (in test)")),
                arguments(selection(none, false, false, none, true, ""), List.of("app 1", "web 7")),
                arguments(
                        selection(none, false, false, none, false, "{\"branch\": \"main\"}"),
                        List.of("app 2 (latest from branch main)", "web 7 (latest from branch main)")),
                arguments(
                        selection(List.of("feat/x"), true, false, List.of("production"), false, ""),
                        List.of(
                                "app 2 (latest from main)",
                                "web 7 (latest from main, in production)",
                                "app 3 (latest from branch feat/x)",
                                "app 1 (in production)")));
    }

    /** Versions of one consumer keep apart. */
    @ParameterizedTest
    @MethodSource("selections")
    void gives_the_pacts_that_are_chosen(PactSelection selection, List<String> expected) {
        someVersions();

        assertThat(broker().pacts("api", selection).brokered())
                .extracting(BrokeredPact::inWords)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void says_what_is_pending_and_what_is_work_in_progress() {
        someVersions();
        PactSelection selection = new PactSelection(
                List.of(), true, false, List.of(), false, false, List.of(), true, LocalDate.of(2026, 11, 1), "main");
        List<BrokeredPact> before = broker().pacts("api", selection).brokered();
        publish(selection, "main", Outcome.CONFORMS);
        List<BrokeredPact> after = broker().pacts("api", selection).brokered();

        assertThat(before)
                .extracting(BrokeredPact::inWords, BrokeredPact::pending, BrokeredPact::wip)
                .containsExactly(
                        tuple("app 2 (latest from main)", true, false),
                        tuple("web 7 (latest from main)", true, false),
                        tuple("app 3 (latest from branch feat/x)", true, true));
        assertThat(before.get(0).notices()).containsExactly("The pact of app 2 was chosen");
        assertThat(after).extracting(BrokeredPact::pending).containsExactly(false, false);
        assertThat(there.asked().get(1).body())
                .contains("\"includePendingStatus\":true")
                .contains("\"includeWipPactsSince\":\"2026-11-01\"")
                .contains("\"providerVersionBranch\":\"main\"");
    }

    private List<String> publish(PactSelection selection, String branch, Outcome... outcomes) {
        Pacts pacts = broker().pacts("api", selection);
        List<VerifiedInteraction> verified = verified(pacts, outcomes);
        List<String> said = new ArrayList<>();
        new ResultPublication(
                        broker(),
                        new CodeVersion("9", branch, "http://build/1"),
                        "0.1",
                        each -> each.replace("400", "***"))
                .publish(verified, said::add);
        return said;
    }

    /** Interactions with these outcomes, the last of them for all that follow. */
    private static List<VerifiedInteraction> verified(Pacts pacts, Outcome... outcomes) {
        Verification.Options nowhere = new Verification.Options(
                ProviderAddress.below(URI.create("http://127.0.0.1:1")), null, null, false, null);
        List<PlannedInteraction> plan =
                new Verification(pacts, nowhere, Commands.transport(), Commands.transport()).plan();
        List<VerifiedInteraction> verified = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            Outcome outcome = outcomes[Math.min(i, outcomes.length - 1)];
            verified.add(new VerifiedInteraction(
                    plan.get(i),
                    outcome,
                    "why",
                    outcome == Outcome.VIOLATION || outcome == Outcome.WAIVED
                            ? List.of(new Mismatch("status", "it is to be HTTP 200", "HTTP 400"))
                            : List.of(),
                    null,
                    Instant.EPOCH,
                    Duration.ZERO));
        }
        return verified;
    }

    @Test
    void is_told_success_only_where_everything_is_kept() {
        there.has("1", "main", pact("app", 200, 201, 202));

        assertThat(publish(PactSelection.NEWEST, "feat/x", Outcome.CONFORMS))
                .containsExactly("published for app 1: success of the provider's version 9, branch feat/x");
        JsonNode told = there.results().get(0).told();
        assertThat(told.path("success").asBoolean()).isTrue();
        assertThat(told.path("providerApplicationVersion").asString()).isEqualTo("9");
        assertThat(told.path("buildUrl").asString()).isEqualTo("http://build/1");
        assertThat(told.path("verifiedBy").toString()).contains("Chargeproof").doesNotContain("JVM");
        assertThat(told.path("testResults")).hasSize(3);
        assertThat(there.asked())
                .extracting(StandInBroker.Asked::toString)
                .contains("PUT /pacticipants/api/branches/feat%2Fx/versions/9");
        assertThat(there.asked()).allMatch(each -> TOKEN.equals(each.authorization()));
    }

    /** What wasn't tested is never success, nor a part of a failure. */
    @ParameterizedTest
    @ValueSource(strings = {"NOT_TESTED", "INCONCLUSIVE", "OUT_OF_SCOPE", "HARNESS_ERROR"})
    void is_told_nothing_of_what_was_not_tested(Outcome open) {
        there.has("1", "main", pact("app", 200, 201, 202));

        assertThat(publish(PactSelection.NEWEST, "main", Outcome.CONFORMS, open, Outcome.CONFORMS))
                .containsExactly(
                        "no result was published for app 1: of its 3 interactions 1 wasn't tested, such as 'answers 201'");
        assertThat(there.results()).isEmpty();
        assertThat(publish(PactSelection.NEWEST, "main", Outcome.VIOLATION, open, Outcome.CONFORMS))
                .containsExactly("published for app 1: failure of the provider's version 9, branch main");
        JsonNode told = there.results().get(0).told();
        assertThat(told.path("success").asBoolean(true)).isFalse();
        assertThat(told.path("testResults")).hasSize(2);
        assertThat(told.path("testResults").path(0).toString())
                .contains("\"success\":false", "status: it is to be HTTP 200, and it is HTTP ***", "answers 200");
        assertThat(told.path("testResults").path(1).path("success").asBoolean()).isTrue();
    }

    /** The broker is to know that a pending pact isn't kept, or it wouldn't be pending. */
    @Test
    void is_told_failure_of_a_pending_pact() {
        there.has("1", "main", pact("app", 200));

        publish(PactSelection.NEWEST, "main", Outcome.WAIVED);

        assertThat(there.results()).extracting(StandInBroker.Result::success).containsExactly(false);
    }

    @Test
    void says_that_nothing_is_there_to_verify() {
        someVersions();

        assertThatThrownBy(() -> broker().pacts("nobody", PactSelection.NEWEST))
                .hasMessage("the broker " + there.address() + " has no pacts for the provider 'nobody' that"
                        + " {\"latest\":true} chooses, so nothing was verified; publish one, or choose others");
        assertThatThrownBy(() -> broker().pacts("api", selection(List.of("gone"), false, false, List.of(), false, "")))
                .isInstanceOfSatisfying(ContractFault.class, BrokerTest::isConfiguration)
                .hasMessageContaining("that {\"branch\":\"gone\"} chooses, so nothing was verified");
    }

    private static void isConfiguration(ContractFault fault) {
        assertThat(fault.kind()).isEqualTo(ContractFault.Kind.CONFIGURATION);
    }

    @Test
    void needs_the_provider_s_branch_for_the_one_that_matches() {
        assertThatThrownBy(() -> new PactSelection(
                        List.of(), false, true, List.of(), false, false, List.of(), false, null, null))
                .isInstanceOfSatisfying(ContractFault.class, BrokerTest::isConfiguration)
                .hasMessage("--matching-branch needs the provider's branch, which the environment doesn't tell; give"
                        + " --provider-branch");
    }

    /** An older broker would give the newest pacts, whatever was asked for. */
    @Test
    void does_not_take_the_newest_for_what_was_chosen() {
        someVersions();
        there.without("pb:provider-pacts-for-verification");

        assertThat(broker().pacts("api", PactSelection.NEWEST).brokered())
                .extracting(BrokeredPact::inWords)
                .containsExactly("app 3", "web 7");
        assertThatThrownBy(() -> broker().pacts("api", selection(List.of("main"), false, false, List.of(), false, "")))
                .hasMessageContaining("can't choose pacts by {\"branch\":\"main\"} (it has no link"
                        + " 'pb:provider-pacts-for-verification')");
    }

    @ParameterizedTest
    @CsvSource({
        "500, NO_ANSWER",
        "502, NO_ANSWER",
        "503, NO_ANSWER",
        "429, NO_ANSWER",
        "401, CONFIGURATION",
        "403, CONFIGURATION",
        "404, CONFIGURATION",
        "302, CONFIGURATION",
        "400, CONFIGURATION"
    })
    void tells_no_answer_from_a_refusal(int status, ContractFault.Kind kind) {
        someVersions();
        for (String path : List.of("/", "/matrix", "/contracts/publish")) {
            there.answering(path, status);
        }

        assertThatThrownBy(() -> broker().pacts("api", PactSelection.NEWEST))
                .isInstanceOfSatisfying(
                        ContractFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind))
                .hasMessageNotContaining("let-me-in");
        assertThatThrownBy(() -> broker().canDeploy("api", "9", "production"))
                .isInstanceOfSatisfying(
                        ContractFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind))
                .hasMessageStartingWith("no answer could be had from " + there.address() + "/matrix?");
    }

    @Test
    void is_somebody_and_a_broker() {
        URI nobody = URI.create("http://127.0.0.1:1");
        assertThatThrownBy(() -> broker(nobody).pacts("api", PactSelection.NEWEST))
                .isInstanceOfSatisfying(
                        ContractFault.class, fault -> assertThat(fault.kind()).isEqualTo(ContractFault.Kind.NO_ANSWER))
                .hasMessageStartingWith("no pact could be had from http://127.0.0.1:1/: no answer (");
        for (String page : List.of("<html>Sign in</html>", "{}", "[]", "[".repeat(100_000))) {
            try (OtherServer other = new OtherServer(page)) {
                assertThatThrownBy(() -> broker(other.address()).pacts("api", PactSelection.NEWEST))
                        .isInstanceOfSatisfying(ContractFault.class, BrokerTest::isConfiguration)
                        .hasMessageContaining("a Pact broker");
            }
        }
    }

    static Stream<Arguments> strayLinks() {
        return Stream.of("http://127.0.0.1:%2$d", "https://127.0.0.1:%1$d", "http://localhost:%1$d", "//127.0.0.1:%2$d")
                .flatMap(origin -> Stream.of(
                                "/for-verification",
                                "/metadata/",
                                "/latest",
                                "/verification-results",
                                "/pacticipants/api")
                        .map(path -> arguments(path, origin)));
    }

    /** A token goes to the broker's origin alone, whatever its documents link to. */
    @ParameterizedTest
    @MethodSource("strayLinks")
    void sends_nothing_where_a_link_leads_elsewhere(String path, String elsewhere) {
        someVersions();
        try (OtherServer other = new OtherServer("{}")) {
            String origin = elsewhere.formatted(
                    there.address().getPort(), other.address().getPort());
            there.linking(link -> link.endsWith(path) || (path.endsWith("/") && link.contains(path))
                    ? link.replace(there.address().toString(), origin)
                    : link);
            if (path.equals("/latest")) {
                there.without("pb:provider-pacts-for-verification");
            }

            assertThatThrownBy(() -> publish(PactSelection.NEWEST, "main", Outcome.CONFORMS))
                    .isInstanceOfSatisfying(ContractFault.class, BrokerTest::isConfiguration)
                    .hasMessageStartingWith("the broker at " + Origin.of(there.address()) + " links to ")
                    .hasMessageEndingWith(
                            ", where nothing was sent; have the broker know its own address, or give that pact"
                                    + " by --pacts");
            assertThat(other.asked).isEmpty();
            assertThat(there.results()).isEmpty();
        }
    }

    @Test
    void refuses_a_link_with_credentials_or_none_at_all() {
        someVersions();
        there.linking(link -> link.replace("http://", "http://you:me@"));
        assertThatThrownBy(() -> broker().pacts("api", PactSelection.NEWEST))
                .hasMessageContaining(" has a link that is no address: 'http://you:me@");
    }

    @Test
    void follows_no_redirect() {
        try (OtherServer other = new OtherServer("{}");
                OtherServer leading = new OtherServer("", other.address())) {
            assertThatThrownBy(() -> broker(leading.address()).pacts("api", PactSelection.NEWEST))
                    .hasMessage("no pact could be had from " + leading.address()
                            + "/: HTTP 302; it leads elsewhere, which isn't followed: give the address itself");
            assertThat(leading.asked).isNotEmpty();
            assertThat(other.asked).isEmpty();
        }
    }

    @Test
    void takes_pacts_and_refuses_another_content_for_the_same_version() throws IOException {
        Path first = Files.writeString(folder.resolve("a.json"), pact("app", 200));
        CodeVersion version = new CodeVersion("1.0", "feat/x", null);

        assertThat(broker().publish(List.of(folder), version))
                .containsExactly("published " + first + ", the pact of app 1.0 with api, branch feat/x");
        assertThat(there.pacts())
                .extracting(StandInBroker.Publication::branch, StandInBroker.Publication::pact)
                .containsExactly(tuple("feat/x", pact("app", 200)));
        Files.writeString(first, pact("app", 201));
        assertThatThrownBy(() -> broker().publish(List.of(folder), version))
                .isInstanceOfSatisfying(ContractFault.class, BrokerTest::isConfiguration)
                .hasMessage("the pact of app couldn't be published at " + there.address()
                        + "/contracts/publish: HTTP 409 (Cannot change the content of the pact for version 1.0)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | is damaged, it isn't JSON",
                "{} | is no pact",
                "\uFEFF | begins with a byte order mark, for which"
            })
    void takes_nothing_where_one_is_no_pact(String before, String why) throws IOException {
        Files.writeString(folder.resolve("a.json"), pact("app", 200));
        Files.writeString(folder.resolve("b.json"), before.equals("{}") ? before : before + pact("app", 200));

        assertThatThrownBy(() -> broker().publish(List.of(folder), new CodeVersion("1", null, null)))
                .isInstanceOfSatisfying(ContractFault.class, BrokerTest::isConfiguration)
                .hasMessageContaining("b.json " + why);
        assertThat(there.pacts()).isEmpty();
        assertThat(there.asked()).isEmpty();
    }

    /** Brokers before 2.86 take a pact at its own address, and know no branches. */
    @Test
    void takes_pacts_the_older_way() throws IOException {
        Files.writeString(folder.resolve("a.json"), pact("app", 200));
        there.without("pb:publish-contracts");

        broker().publish(List.of(folder), new CodeVersion("1", null, null));

        assertThat(there.asked())
                .extracting(StandInBroker.Asked::toString)
                .contains("PUT /pacts/provider/api/consumer/app/version/1");
    }

    @Test
    void says_what_may_be_deployed() {
        someVersions();
        Broker broker = broker();
        PactSelection production = selection(List.of(), false, false, List.of("production"), false, "");

        assertThat(broker.canDeploy("api", "9", "production"))
                .isEqualTo(new Deployability(Deployability.Answer.UNKNOWN, "0 failed\nand 2 unknown"));
        publish(production, "main", Outcome.CONFORMS);
        assertThat(broker.canDeploy("api", "9", "production").answer()).isEqualTo(Deployability.Answer.YES);
        publish(production, "main", Outcome.CONFORMS, Outcome.VIOLATION);
        assertThat(broker.canDeploy("api", "9", "production"))
                .isEqualTo(new Deployability(Deployability.Answer.NO, "1 failed\nand 0 unknown"));
        assertThatThrownBy(() -> broker.canDeploy("api", "9", "no where"))
                .isInstanceOfSatisfying(ContractFault.class, BrokerTest::isConfiguration)
                .hasMessageEndingWith("HTTP 400 (Environment with name 'no where' does not exist)");
    }

    /** What Pact JVM's client would put in place of the command line. */
    @ParameterizedTest
    @ValueSource(strings = {"pactbroker.consumerversionselectors.rawjson", "pact.publish.consumer.version"})
    void is_not_asked_where_the_environment_would_say_otherwise(String name) throws IOException {
        Files.writeString(folder.resolve("a.json"), pact("app", 200));
        System.setProperty(name, "[]");
        try {
            assertThatThrownBy(() -> broker().pacts("api", PactSelection.NEWEST))
                    .hasMessage(
                            "the environment sets " + name + ", by which Pact JVM replaces what the command line says;"
                                    + " unset it, and use the options");
            assertThatThrownBy(() -> broker().publish(List.of(folder), new CodeVersion("1", null, null)))
                    .hasMessageContaining("unset it");
        } finally {
            System.clearProperty(name);
        }
        assertThat(there.asked()).isEmpty();
    }

    /** Gives one answer to everything, or leads elsewhere. */
    private static final class OtherServer implements AutoCloseable {
        private final HttpServer server;
        private final List<String> asked = new CopyOnWriteArrayList<>();

        OtherServer(String page) {
            this(page, null);
        }

        OtherServer(String page, @Nullable URI elsewhere) {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            server.createContext("/", exchange -> {
                try (exchange) {
                    asked.add(exchange.getRequestURI() + " " + Map.copyOf(exchange.getRequestHeaders()));
                    byte[] body = page.getBytes(UTF_8);
                    if (elsewhere != null) {
                        exchange.getResponseHeaders().set("Location", elsewhere + "/");
                    }
                    exchange.sendResponseHeaders(elsewhere == null ? 200 : 302, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
