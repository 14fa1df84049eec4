package io.chargeproof.clients;

import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.profile.Profile;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.traffic.proxy.ProxyRoutes;
import io.chargeproof.traffic.proxy.ProxyServer;
import io.chargeproof.traffic.proxy.ProxySetting;
import io.chargeproof.traffic.recording.WatchedTraffic;
import java.time.Duration;
import java.util.function.Consumer;

/** A sandbox behind a proxy that watches who calls it. */
public final class WatchedSandbox {
    private static final TransportSettings SETTINGS = TransportSettings.of(Duration.ofSeconds(30));

    private WatchedSandbox() {}

    /**
     * Opens a proxy before a sandbox.
     *
     * @param port its port, 0 for any free one
     * @param profile the sandbox's profile
     * @param notes hears of what wasn't passed on
     */
    public static ProxyServer open(int port, Profile profile, WatchedTraffic traffic, Consumer<String> notes) {
        return ProxyServer.open(
                new ProxySetting(port, ProxyRoutes.of(profile), SETTINGS, false, request -> true, notes), traffic);
    }

    /** The text of a sandbox's profile by which its proxy is addressed. */
    public static String profile(Sandbox sandbox, ProxyServer proxy) {
        return sandbox.profile()
                .replace(sandbox.baseUrl().toString(), proxy.address().toString());
    }
}
