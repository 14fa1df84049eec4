package io.chargeproof.traffic.proxy;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.TransportSettings;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a proxy is to do.
 *
 * @param port the port on the loopback address, 0 for any free one
 * @param routes where requests go
 * @param settings how a target is reached; one that is silent for longer than their timeout counts as not answering
 * @param readOnly whether only what {@code isHarmless} takes may pass
 * @param isHarmless whether a request changes nothing at the target
 * @param notes hears of what wasn't passed on or got no answer, a sentence each
 */
public record ProxySetting(
        int port,
        ProxyRoutes routes,
        TransportSettings settings,
        boolean readOnly,
        Predicate<HttpRequest> isHarmless,
        Consumer<String> notes) {}
