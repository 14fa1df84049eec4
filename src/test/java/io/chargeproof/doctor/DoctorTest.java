package io.chargeproof.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.chargeproof.api.Diagnosis;
import io.chargeproof.api.Diagnosis.State;
import io.chargeproof.exchange.Certificates;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.ProfileReader;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final String IN_BETWEEN = ", and whether a login, a maintenance page or a portal stands in between";

    private final Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), List.of()));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void finds_nothing_wrong_with_a_profile_that_fits() {
        List<Diagnosis> found = checkUp(sandbox.profile());

        assertThat(found).extracting(Diagnosis::state).containsOnly(State.FINE);
        assertThat(found)
                .extracting(Diagnosis::step)
                .containsExactly(
                        "evc-net name",
                        "evc-net connection",
                        "evc-net clock",
                        "evc-net token",
                        "oioi name",
                        "oioi connection",
                        "oioi clock",
                        "oioi api-key",
                        "oioi.users.primary by username",
                        "oioi.users.primary by evco-id",
                        "oioi.users.primary by rfid",
                        "oioi.users.secondary by username",
                        "oioi.users.secondary by evco-id",
                        "oioi.users.secondary by rfid",
                        "oioi.users.sparse by username",
                        "oioi.users.sparse by evco-id",
                        "oioi.users.sparse by rfid");
    }

    @Test
    void names_credentials_that_are_refused_and_what_to_do() {
        String profile = sandbox.profile()
                .replaceFirst("token: \"[^\"]+\"", "token: \"wrong-token\"")
                .replaceFirst("evco-id: \"[^\"]+\"", "evco-id: \"NL*XXX*123456*7\"");

        assertThat(checkUp(profile).stream().filter(symptom -> symptom.state() == State.WRONG))
                .containsExactly(
                        new Diagnosis(
                                "evc-net token",
                                State.WRONG,
                                "refused (HTTP 403)",
                                "put the system user's token in evc-net.token"),
                        new Diagnosis(
                                "oioi.users.primary by evco-id",
                                State.WRONG,
                                "HTTP 401, result code 140",
                                "look at evco-id and token of oioi.users.primary"));
    }

    @Test
    void logs_in_who_has_a_password_and_reads_with_the_token_that_comes() {
        List<Diagnosis> found = checkUp(withoutTokens(sandbox.profile()));

        assertThat(found).extracting(Diagnosis::state).containsOnly(State.FINE);
        assertThat(found)
                .contains(
                        new Diagnosis("oioi.users.sparse log-in", State.FINE, "accepted, and gave a token", ""),
                        new Diagnosis("oioi.users.sparse by rfid", State.FINE, "found", ""));
    }

    @Test
    void names_a_password_that_is_refused() {
        String profile = withoutTokens(sandbox.profile()).replace("cpsandbox-Sparse-7741", "swordfish");

        List<Diagnosis> found = checkUp(profile);

        assertThat(found.get(found.size() - 1))
                .isEqualTo(new Diagnosis(
                        "oioi.users.sparse log-in",
                        State.WRONG,
                        "no token: HTTP 401, result code 141",
                        "look at the user's username and password"));
    }

    private static String withoutTokens(String profile) {
        int users = profile.indexOf("users:");
        return profile.substring(0, users) + profile.substring(users).replaceAll("(?m)^ *token: .*\\R", "");
    }

    @Test
    void looks_at_no_user_with_a_key_that_is_refused() {
        String profile = sandbox.profile().replaceFirst("api-key: \"[^\"]+\"", "api-key: \"wrong-key\"");

        List<Diagnosis> found = checkUp(profile);

        assertThat(found.get(found.size() - 1))
                .isEqualTo(new Diagnosis(
                        "oioi api-key",
                        State.WRONG,
                        "refused: HTTP 403, result code 210",
                        "put the partner's key in oioi.api-key"));
    }

    @Test
    void says_what_may_be_in_the_way_to_a_port_that_is_closed() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }
        String profile = sandbox.profile()
                .replace(sandbox.baseUrl().toString(), "http://127.0.0.1:" + closed)
                .replaceFirst("(?s)oioi:.*?limits", "limits");

        assertThat(checkUp(profile))
                .last()
                .isEqualTo(new Diagnosis(
                        "evc-net connection",
                        State.UNREACHABLE,
                        "port " + closed + " can't be reached: Connection refused",
                        "look at the port in the profile, at the VPN and the firewall, or give connection.proxy"));
    }

    /** The sandbox takes requests as they are sent to a proxy, knows no names, and refuses tunnels. */
    @Test
    void asks_a_proxy_for_no_tunnel_to_an_address_without_tls() {
        String profile = sandbox.profile().replace(sandbox.baseUrl().toString(), "http://charging.invalid")
                + "connection: {proxy: \"" + sandbox.baseUrl() + "\"}\n";

        List<Diagnosis> found = checkUp(profile);

        assertThat(found).extracting(Diagnosis::state).containsOnly(State.FINE);
        assertThat(found)
                .contains(new Diagnosis(
                        "oioi connection",
                        State.FINE,
                        "the proxy's port " + sandbox.baseUrl().getPort() + " is open",
                        ""));
    }

    @Test
    void tells_a_stranger_from_the_apis() throws IOException {
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        stranger.start();
        try {
            String address = "http://127.0.0.1:" + stranger.getAddress().getPort();

            List<Diagnosis> found =
                    checkUp(sandbox.profile().replace(sandbox.baseUrl().toString(), address));

            assertThat(found.stream().filter(symptom -> symptom.state() == State.WRONG))
                    .containsExactly(
                            new Diagnosis(
                                    "evc-net token",
                                    State.WRONG,
                                    "this isn't how the Customer API answers: HTTP 404",
                                    "look whether evc-net.base-url is the part before /api/rest/customer" + IN_BETWEEN),
                            new Diagnosis(
                                    "oioi api-key",
                                    State.WRONG,
                                    "this isn't how OIOI answers: HTTP 404",
                                    "look whether oioi.endpoint is the address that takes every call" + IN_BETWEEN));
        } finally {
            stranger.stop(0);
        }
    }

    /** OIOI may refuse by status and an error alone; that isn't a stranger's way, and doesn't say whom it refuses. */
    @Test
    void knows_a_refusal_without_a_code() throws IOException {
        HttpServer oioi = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        oioi.createContext("/", exchange -> {
            byte[] body = "{\"error\":\"no\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        oioi.start();
        try {
            String address = "http://127.0.0.1:" + oioi.getAddress().getPort();

            List<Diagnosis> found =
                    checkUp(sandbox.profile().replaceFirst("endpoint: \"[^\"]+\"", "endpoint: \"" + address + "/\""));

            assertThat(found)
                    .contains(
                            new Diagnosis(
                                    "oioi api-key",
                                    State.NOTE,
                                    "undecided: HTTP 401, an error and no result code, which may mean the key or the user",
                                    "look at oioi.api-key and at what is said of the users"),
                            new Diagnosis(
                                    "oioi.users.sparse by rfid",
                                    State.WRONG,
                                    "HTTP 401, an error and no result code",
                                    "look at rfid and token of oioi.users.sparse"));
        } finally {
            oioi.stop(0);
        }
    }

    @Test
    void gives_a_target_that_says_nothing_up_in_time() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + silent.getLocalPort();

            List<Diagnosis> found = checkUp(customersAt(address), Duration.ofMillis(200));

            assertThat(found)
                    .last()
                    .isEqualTo(new Diagnosis(
                            "evc-net time",
                            State.UNREACHABLE,
                            address + " didn't answer everything within 200 ms",
                            "look at host and port in the profile, and at what stands in between"));
        }
    }

    @Test
    void says_that_a_port_has_no_tls() {
        String address = "https://127.0.0.1:" + sandbox.baseUrl().getPort();

        assertThat(checkUp(customersAt(address)))
                .last()
                .satisfies(symptom -> assertThat(symptom.cure())
                        .isEqualTo("the port speaks without TLS; write http:// in the profile's address, or the port"
                                + " that has TLS"));
    }

    @Test
    void says_that_a_port_has_tls(@TempDir Path folder) throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket secure = Certificates.in(folder).selfSigned().createServerSocket(0, 9, here)) {
            Thread server = new Thread(() -> shakeHands(secure));
            server.setDaemon(true);
            server.start();

            assertThat(checkUp(customersAt("http://127.0.0.1:" + secure.getLocalPort())))
                    .last()
                    .satisfies(symptom -> {
                        assertThat(symptom.step()).isEqualTo("evc-net token");
                        assertThat(symptom.state()).isEqualTo(State.UNREACHABLE);
                        assertThat(symptom.cure())
                                .isEqualTo("the port speaks TLS; write https:// in the profile's address");
                    });
        }
    }

    private static void shakeHands(ServerSocket secure) {
        while (!secure.isClosed()) {
            try (SSLSocket socket = (SSLSocket) secure.accept()) {
                socket.startHandshake();
            } catch (IOException plain) {
                // The next may know better.
            }
        }
    }

    @Test
    void says_that_the_target_is_at_https() throws IOException {
        HttpServer before = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        before.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://127.0.0.1" + exchange.getRequestURI());
            exchange.sendResponseHeaders(308, -1);
            exchange.close();
        });
        before.start();
        try {
            List<Diagnosis> found = checkUp(
                    customersAt("http://127.0.0.1:" + before.getAddress().getPort()));

            assertThat(found)
                    .last()
                    .isEqualTo(new Diagnosis(
                            "evc-net token",
                            State.WRONG,
                            "this isn't how the Customer API answers: HTTP 308, to https://127.0.0.1/api/rest/customer",
                            "it is at https; write https://127.0.0.1 in the profile's address"));
        } finally {
            before.stop(0);
        }
    }

    private String customersAt(String address) {
        return sandbox.profile()
                .replace(sandbox.baseUrl().toString(), address)
                .replaceFirst("(?s)oioi:.*?limits", "limits")
                .replaceFirst("retries: \\d", "retries: 0");
    }

    private static List<Diagnosis> checkUp(String yaml) {
        return checkUp(yaml, Duration.ofMinutes(5));
    }

    private static List<Diagnosis> checkUp(String yaml, Duration most) {
        Profile profile = new ProfileReader(RequirementCatalogue.shipped(), Clock.systemUTC())
                .parse(yaml, "test", Map.of())
                .profile();
        List<Diagnosis> found = new ArrayList<>();
        new Doctor(profile, false, found::add, most).execute();
        return found;
    }
}
