package io.chargeproof.traffic.proxy;

import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.exchange.LoopbackHost;
import io.chargeproof.exchange.Origin;
import io.chargeproof.profile.Profile;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of a profile's addresses a request is for, told by its path: that of OIOI's endpoint is for OIOI, what is below the base
 * URL of the Customer API for that, and anything else for the one host, where both have the same.
 *
 * @param evcNet the base URL of the Customer API, if the profile has one
 * @param oioi OIOI's endpoint, if the profile has one
 */
public record ProxyRoutes(@Nullable URI evcNet, @Nullable URI oioi) {
    /** Those of a profile. */
    public static ProxyRoutes of(Profile profile) {
        EvcNetTarget evcNet = EvcNetTarget.of(profile);
        OioiTarget oioi = OioiTarget.of(profile);
        return new ProxyRoutes(evcNet == null ? null : evcNet.baseUrl(), oioi == null ? null : oioi.endpoint());
    }

    /** What a client takes in place of the profile's addresses, by what people call the APIs. */
    public Map<String, URI> addresses(URI proxy) {
        Map<String, URI> addresses = new LinkedHashMap<>();
        if (evcNet != null) {
            addresses.put("the EVC-net Customer API", URI.create(proxy + path(evcNet)));
        }
        if (oioi != null) {
            addresses.put("OIOI", URI.create(proxy + Objects.requireNonNullElse(oioi.getRawPath(), "")));
        }
        return addresses;
    }

    /** The address whose host a path leads to; empty where that can't be told. */
    Optional<URI> target(String path) {
        if (oioi != null && path(oioi).equals(path.replaceFirst("/+$", ""))) {
            return Optional.of(oioi);
        }
        if (evcNet != null && (path + "/").startsWith(path(evcNet) + "/")) {
            return Optional.of(evcNet);
        }
        List<URI> all = all().toList();
        boolean one = all.stream().map(Origin::of).distinct().count() == 1;
        return one ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** Whether a name in a request is that of this machine or of a target. */
    boolean isOwn(@Nullable String authority) {
        return LoopbackHost.accepts(authority)
                || all().anyMatch(address -> address.getRawAuthority().equalsIgnoreCase(authority));
    }

    private Stream<URI> all() {
        return Stream.of(Optional.ofNullable(evcNet), Optional.ofNullable(oioi)).flatMap(Optional::stream);
    }

    private static String path(URI address) {
        return Objects.requireNonNullElse(address.getRawPath(), "").replaceFirst("/+$", "");
    }
}
