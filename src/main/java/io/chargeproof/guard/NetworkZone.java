package io.chargeproof.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** How near a host is, by its addresses. */
enum NetworkZone {
    /** This machine. */
    LOOPBACK,
    /** A network of one's own: RFC 1918, link-local, or unique local (RFC 4193). */
    PRIVATE,
    /** Anywhere else, or nowhere to be found. */
    PUBLIC;

    /** The farthest that one of the addresses is. */
    static NetworkZone of(List<InetAddress> addresses) {
        return addresses.stream()
                .map(NetworkZone::of)
                .max(NetworkZone::compareTo)
                .orElse(PUBLIC);
    }

    private static NetworkZone of(InetAddress address) {
        // The unspecified address leads to this machine.
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return LOOPBACK;
        }
        boolean isPrivate = address.isSiteLocalAddress() || address.isLinkLocalAddress() || isUniqueLocal(address);
        return isPrivate ? PRIVATE : PUBLIC;
    }

    private static boolean isUniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    }
}
