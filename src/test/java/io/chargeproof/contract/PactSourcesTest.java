package io.chargeproof.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Origin;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.profile.Secret;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where pacts come from, and what is said of those that are no pacts. */
class PactSourcesTest {
    private static final String V2 = """
            {"consumer": {"name": "old"}, "provider": {"name": "evc-net-customer-api"},
             "interactions": [{"description": "a list is refused", "request": {"method": "post",
               "path": "/api/rest/customer", "headers": {"Content-Type": "application/json"}, "body": []},
               "response": {"status": 403}}],
             "metadata": {"pactSpecification": {"version": "%s"}}}
            """;

    @TempDir
    Path folder = Path.of("");

    private PactSources sources() {
        return new PactSources(new JdkTransport(TransportSettings.of(Duration.ofSeconds(5))), null);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.json"), text);
    }

    @Test
    void refuses_what_is_no_pact_in_one_sentence() throws IOException {
        Path empty = file("");
        assertThatThrownBy(() -> sources().in(empty))
                .hasMessage(empty + " is empty; write the consumer's pact there again");
        Path list = file("[]");
        assertThatThrownBy(() -> sources().in(list)).hasMessage(list + " is no pact: it isn't a JSON object");
        Path nameless = file("{}");
        assertThatThrownBy(() -> sources().in(nameless))
                .hasMessage(nameless + " is no pact: it names no consumer or no provider, which each pact does");
        Path damaged = file("{\"consumer\": {\"name\"");
        assertThatThrownBy(() -> sources().in(damaged))
                .isInstanceOf(ContractFault.class)
                .hasMessageStartingWith(damaged + " is damaged, it isn't JSON: ")
                .hasMessageNotContaining("\n");
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> sources().in(nowhere))
                .hasMessage(nowhere + " doesn't exist; give --pacts a folder, a file or an address");
    }

    @Test
    void names_the_providers_that_there_are() {
        Pacts pacts = sources().in(Path.of("pacts"));
        assertThatThrownBy(() -> pacts.of("evc-net", null, null))
                .hasMessage("there is no pact for the provider 'evc-net'; there are some for: "
                        + "evc-net-customer-api, oioi-user-api");
        assertThatThrownBy(() -> pacts.of(ProviderAddress.USER_API, "app", null))
                .hasMessage("the consumer 'app' has no pact with oioi-user-api; there are: driver-app");
        assertThatThrownBy(() -> pacts.of(ProviderAddress.USER_API, null, Pattern.compile("xyz")))
                .isInstanceOf(ContractFault.class)
                .hasMessageStartingWith(
                        "no interaction's description matches --interaction 'xyz'; there are 19, such as");
    }

    @Test
    void reads_older_versions() throws IOException {
        for (String version : List.of("2.0.0", "3.0.0")) {
            Pacts pacts = sources().in(file(V2.formatted(version))).of(ProviderAddress.CUSTOMER_API, null, null);
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
                Verification verification = new Verification(
                        pacts,
                        new Verification.Options(ProviderAddress.below(sandbox.baseUrl()), null, null, false, null),
                        Commands.transport(),
                        Commands.transport());
                assertThat(verification.execute())
                        .extracting(VerifiedInteraction::outcome)
                        .containsExactly(Outcome.CONFORMS);
            }
        }
    }

    @Test
    void gives_a_broker_s_token_to_nobody_else() throws IOException {
        try (Served other = new Served(Map.of("/one", V2.formatted("2.0.0")))) {
            assertThatThrownBy(() -> sourcesWithToken(URI.create("http://127.0.0.1:1"))
                            .at(other.address().resolve("/one")))
                    .hasMessageContaining("/one: HTTP 401; ");
            assertThat(sourcesWithToken(other.address())
                            .at(other.address().resolve("/one"))
                            .contracts())
                    .hasSize(1);
        }
    }

    private static PactSources sourcesWithToken(URI broker) {
        return new PactSources(
                new JdkTransport(TransportSettings.of(Duration.ofSeconds(5))),
                new PactSources.Authorization(new Secret("PACT_BROKER_TOKEN", "Bearer letmein"), Origin.of(broker)));
    }

    @Test
    void says_that_nobody_answers() {
        URI closed = URI.create("http://127.0.0.1:1/pact.json");
        assertThatThrownBy(() -> sources().at(closed))
                .isInstanceOfSatisfying(
                        ContractFault.class, fault -> assertThat(fault.kind()).isEqualTo(ContractFault.Kind.NO_ANSWER));
    }

    @Test
    void leaves_undecided_what_needs_a_state_that_nobody_or_a_broken_handler_provides() throws IOException {
        Pacts pacts =
                sources().in(Path.of("pacts")).of(ProviderAddress.USER_API, null, Pattern.compile("nulls are taken"));
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
                Served broken = new Served(Map.of())) {
            Verification.Options none =
                    new Verification.Options(ProviderAddress.below(sandbox.baseUrl()), null, null, false, null);
            Verification without = new Verification(pacts, none, Commands.transport(), Commands.transport());
            assertThat(without.plan())
                    .extracting(PlannedInteraction::reason)
                    .containsExactly(
                            "nobody provides the state 'a user exists'; give --state-url, or a profile that does");
            assertThat(without.execute())
                    .extracting(VerifiedInteraction::outcome)
                    .containsExactly(Outcome.NOT_TESTED);
            URI states = broken.address().resolve("/fails");
            Verification failing = new Verification(
                    pacts,
                    new Verification.Options(ProviderAddress.below(sandbox.baseUrl()), null, states, false, null),
                    Commands.transport(),
                    Commands.transport());
            assertThat(failing.execute())
                    .extracting(VerifiedInteraction::outcome, VerifiedInteraction::reason)
                    .containsExactly(org.assertj.core.api.Assertions.tuple(
                            Outcome.INCONCLUSIVE, states + " didn't set up 'a user exists': HTTP 500"));
        }
    }

    /** A server of these answers, for those who bear a token. */
    private static final class Served implements AutoCloseable {
        private final HttpServer server;

        Served(Map<String, String> answers) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                boolean known = exchange.getRequestHeaders().containsKey("Authorization");
                byte[] body = answers.getOrDefault(path, "{}").getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(path.equals("/fails") ? 500 : known ? 200 : 401, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
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
