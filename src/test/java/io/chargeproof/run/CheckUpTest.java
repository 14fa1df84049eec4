package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.run.Symptom.State;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import io.chargeproof.target.Profile;
import io.chargeproof.target.ProfileReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckUpTest {
    private static final String IN_BETWEEN = ", and whether a login, a maintenance page or a portal stands in between";

    private final Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), List.of()));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void finds_nothing_wrong_with_a_profile_that_fits() {
        List<Symptom> found = checkUp(sandbox.profile());

        assertThat(found).extracting(Symptom::state).containsOnly(State.FINE);
        assertThat(found)
                .extracting(Symptom::step)
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
                        new Symptom(
                                "evc-net token",
                                State.WRONG,
                                "refused (HTTP 403)",
                                "put the system user's token in evc-net.token"),
                        new Symptom(
                                "oioi.users.primary by evco-id",
                                State.WRONG,
                                "HTTP 401, result code 140",
                                "look at evco-id and token of oioi.users.primary"));
    }

    @Test
    void looks_at_no_user_with_a_key_that_is_refused() {
        String profile = sandbox.profile().replaceFirst("api-key: \"[^\"]+\"", "api-key: \"wrong-key\"");

        List<Symptom> found = checkUp(profile);

        assertThat(found.get(found.size() - 1))
                .isEqualTo(new Symptom(
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
                .isEqualTo(new Symptom(
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

        List<Symptom> found = checkUp(profile);

        assertThat(found).extracting(Symptom::state).containsOnly(State.FINE);
        assertThat(found)
                .contains(new Symptom(
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

            List<Symptom> found =
                    checkUp(sandbox.profile().replace(sandbox.baseUrl().toString(), address));

            assertThat(found.stream().filter(symptom -> symptom.state() == State.WRONG))
                    .containsExactly(
                            new Symptom(
                                    "evc-net token",
                                    State.WRONG,
                                    "this isn't how the Customer API answers: HTTP 404",
                                    "look whether evc-net.base-url is the part before /api/rest/customer" + IN_BETWEEN),
                            new Symptom(
                                    "oioi api-key",
                                    State.WRONG,
                                    "this isn't how OIOI answers: HTTP 404",
                                    "look whether oioi.endpoint is the address that takes every call" + IN_BETWEEN));
        } finally {
            stranger.stop(0);
        }
    }

    private static List<Symptom> checkUp(String yaml) {
        Profile profile = new ProfileReader(RequirementCatalogue.shipped(), Clock.systemUTC())
                .parse(yaml, "test", Map.of())
                .profile();
        List<Symptom> found = new ArrayList<>();
        new CheckUp(profile, found::add).execute();
        return found;
    }
}
