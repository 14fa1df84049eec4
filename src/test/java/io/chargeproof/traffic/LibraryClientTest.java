package io.chargeproof.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.TestUser;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.profile.Profile;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import io.chargeproof.traffic.proxy.ProxyRoutes;
import io.chargeproof.traffic.proxy.ProxyServer;
import io.chargeproof.traffic.proxy.ProxySetting;
import io.chargeproof.traffic.recording.ApiAddresses;
import io.chargeproof.traffic.recording.WatchedTraffic;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the proxy finds in the traffic of clients that people write with a library, by what the library itself sends. */
class LibraryClientTest {
    @ParameterizedTest
    @CsvSource({
        "JAVA_NET_HTTP,        ANY,",
        "REST_ASSURED,         ANY,",
        "REST_ASSURED_UNTYPED, ANY,   EVC-CLIENT-5 OIOI-CLIENT-2 OIOI-CLIENT-3",
        "REST_ASSURED_UNTYPED, ASCII, OIOI-CLIENT-2 OIOI-CLIENT-3"
    })
    void breaks(LibraryClient.Library library, LibraryClient.Names names, String requirements) {
        TrafficJudge judge = watched(library, names);

        assertThat(judge.exchanges()).isEqualTo(5);
        assertThat(judge.broken(Side.PROVIDER)).isEmpty();
        assertThat(judge.broken(Side.CLIENT).keySet().stream().map(id -> id.value()))
                .containsExactlyElementsOf(requirements == null ? List.of() : List.of(requirements.split(" ")));
    }

    private static TrafficJudge watched(LibraryClient.Library library, LibraryClient.Names names) {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), List.of()))) {
            Profile profile = OrdinaryClient.profile(sandbox);
            TrafficJudge judge = new TrafficJudge(ApiAddresses.of(profile), true);
            JudgedTraffic traffic = judge.begin("proxy");
            WatchedTraffic watched = new WatchedTraffic("proxy", ApiAddresses.of(profile), traffic::see);
            ProxyRoutes routes = ProxyRoutes.of(profile);
            ProxySetting setting = new ProxySetting(
                    0, routes, TransportSettings.of(Duration.ofSeconds(20)), false, request -> false, note -> {});
            try (ProxyServer proxy = ProxyServer.open(setting, watched)) {
                LibraryClient.session(library, names, variables(profile, routes.addresses(proxy.address())));
            }
            traffic.end(watched.end(), List.of());
            return judge;
        }
    }

    private static Map<String, String> variables(Profile profile, Map<String, URI> addresses) {
        EvcNetTarget evcNet = Objects.requireNonNull(EvcNetTarget.of(profile));
        OioiTarget oioi = Objects.requireNonNull(OioiTarget.of(profile));
        TestUser user = Objects.requireNonNull(oioi.primary());
        return Map.of(
                "CHARGEPROOF_EVC_NET_BASE_URL",
                String.valueOf(addresses.get("the EVC-net Customer API")),
                "CHARGEPROOF_EVC_NET_TOKEN",
                evcNet.token().value(),
                "CHARGEPROOF_OIOI_ENDPOINT",
                String.valueOf(addresses.get("OIOI")),
                "CHARGEPROOF_OIOI_API_KEY",
                Objects.requireNonNull(oioi.apiKey()).value(),
                "CHARGEPROOF_OIOI_PRIMARY_USERNAME",
                user.username(),
                "CHARGEPROOF_OIOI_PRIMARY_TOKEN",
                user.token().value());
    }
}
