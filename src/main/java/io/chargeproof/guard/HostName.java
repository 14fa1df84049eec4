package io.chargeproof.guard;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;

/**
 * A host's name, in ASCII and lower case, without the root's dot and without the brackets of an IPv6 address; so names
 * that lead to one host compare as equal.
 *
 * @param value the name
 */
record HostName(String value) {
    private static final HostName EVC_NET = new HostName("evc-net.com");
    private static final HostName EVC_NET_ACCEPTANCE = new HostName("evc-a.evc-net.com");
    private static final HostName OIOI = new HostName("api.plugsurfing.com");
    private static final HostName OIOI_ACCEPTANCE = new HostName("dev-api.plugsurfing.com");

    /** The hosts whose addresses give production away under any name. */
    static final Set<HostName> KNOWN_PRODUCTION = Set.of(EVC_NET, OIOI);

    static HostName of(String text) {
        String bare = text.strip().replaceAll("^\\[|]$", "").replaceAll("\\.+$", "");
        return new HostName(ascii(bare).toLowerCase(Locale.ROOT));
    }

    boolean isKnownAcceptance() {
        return equals(EVC_NET_ACCEPTANCE) || equals(OIOI_ACCEPTANCE);
    }

    boolean isKnownProduction() {
        boolean evcNet = equals(EVC_NET) || value.endsWith("." + EVC_NET.value);
        return equals(OIOI) || (evcNet && !equals(EVC_NET_ACCEPTANCE));
    }

    boolean isAmong(Set<String> names) {
        return names.stream().map(HostName::of).anyMatch(this::equals);
    }

    private static String ascii(String name) {
        try {
            return IDN.toASCII(name).replaceAll("\\.+$", "");
        } catch (IllegalArgumentException notAName) {
            return name;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
