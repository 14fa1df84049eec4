package io.chargeproof.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses behind a host's name. */
@FunctionalInterface
public interface NameResolver {
    /** All addresses of a host, given by name or as an IP address; none if it isn't known. */
    List<InetAddress> addressesOf(String host);

    /** The one that the operating system uses. */
    static NameResolver ofTheSystem() {
        return host -> {
            try {
                return List.of(InetAddress.getAllByName(host));
            } catch (UnknownHostException unknown) {
                return List.of();
            }
        };
    }
}
