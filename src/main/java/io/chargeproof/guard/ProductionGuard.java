package io.chargeproof.guard;

import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.TargetKind;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every run and lets it near a real target only as far as the command line says so. Production needs
 * leave by name and is read-only without more; so do other public hosts; hostile values leave this machine only with
 * leave of their own. Hosts are judged by name, and by the addresses that they have at this moment.
 */
public final class ProductionGuard {
    private final NameResolver resolver;

    /** A guard that looks names up with this resolver. */
    public ProductionGuard(NameResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * What a run of this profile may do.
     *
     * @throws GuardRefusal if it may not take place at all
     */
    public RunPermission permit(Profile profile, AllowedHosts allowances) {
        List<Host> hosts = hosts(profile);
        List<Objection> objections = hosts.stream()
                .flatMap(host -> objections(host, profile.depth(), allowances))
                .toList();
        if (!objections.isEmpty()) {
            throw refusal(objections);
        }
        boolean writable = hosts.stream()
                .allMatch(host -> host.production().isEmpty() || host.name().isAmong(allowances.writes()));
        boolean hostile = hosts.stream().allMatch(host -> mayBeSentHostileValues(host, allowances));
        return new RunPermission(allowances.readOnly() || !writable, hostile);
    }

    /** Whether all hosts of a profile are this machine or in a network of one's own, where no stranger's data are. */
    public boolean isNearby(Profile profile) {
        return hosts(profile).stream().noneMatch(host -> host.neighbourhood() == NetworkZone.PUBLIC);
    }

    /**
     * A host of the target.
     *
     * @param production why it is production, if it is
     */
    private record Host(HostName name, NetworkZone neighbourhood, Optional<String> production) {}

    private record Objection(String reason, String option) {}

    private List<Host> hosts(Profile profile) {
        return profile.apis().stream()
                .map(each -> HostName.of(each.address().getHost()))
                .distinct()
                .map(name -> host(name, profile))
                .toList();
    }

    private Host host(HostName name, Profile profile) {
        List<InetAddress> addresses = resolver.addressesOf(name.value());
        NetworkZone neighbourhood = NetworkZone.of(addresses);
        return new Host(name, neighbourhood, Optional.ofNullable(production(name, neighbourhood, addresses, profile)));
    }

    private @Nullable String production(
            HostName name, NetworkZone neighbourhood, List<InetAddress> addresses, Profile profile) {
        if (name.isKnownProduction()) {
            return name + " is a production host";
        }
        if (profile.kind() == TargetKind.PRODUCTION) {
            return name + " is production by the profile's kind";
        }
        // The known acceptance hosts may well share a front with production.
        boolean suspect = neighbourhood == NetworkZone.PUBLIC && !name.isKnownAcceptance();
        return suspect && hasAnAddressOfProduction(addresses) ? name + " has the address of a production host" : null;
    }

    private boolean hasAnAddressOfProduction(List<InetAddress> addresses) {
        return !addresses.isEmpty()
                && HostName.KNOWN_PRODUCTION.stream()
                        .flatMap(known -> resolver.addressesOf(known.value()).stream())
                        .anyMatch(addresses::contains);
    }

    private static Stream<Objection> objections(Host host, Depth depth, AllowedHosts allowances) {
        return Stream.concat(nearness(host, allowances), hostility(host, depth, allowances));
    }

    private static Stream<Objection> nearness(Host host, AllowedHosts allowances) {
        HostName name = host.name();
        if (host.production().isPresent()) {
            String reason = host.production().get() + " (only read, unless --allow-writes " + name + " is given too)";
            return name.isAmong(allowances.production())
                    ? Stream.empty()
                    : Stream.of(new Objection(reason, "--allow-production " + name));
        }
        return host.neighbourhood() != NetworkZone.PUBLIC || name.isAmong(allowances.hosts())
                ? Stream.empty()
                : Stream.of(new Objection(name + " is a public host", "--allow-host " + name));
    }

    private static Stream<Objection> hostility(Host host, Depth depth, AllowedHosts allowances) {
        return depth != Depth.FULL || mayBeSentHostileValues(host, allowances)
                ? Stream.empty()
                : Stream.of(new Objection(
                        "full depth sends hostile values beyond this machine (less with --depth standard)",
                        "--allow-hostile " + host.name()));
    }

    private static boolean mayBeSentHostileValues(Host host, AllowedHosts allowances) {
        return host.neighbourhood() == NetworkZone.LOOPBACK || host.name().isAmong(allowances.hostile());
    }

    private static GuardRefusal refusal(List<Objection> objections) {
        String reasons = objections.stream().map(Objection::reason).distinct().collect(Collectors.joining(", and "));
        String options = objections.stream().map(Objection::option).collect(Collectors.joining(" "));
        return new GuardRefusal("nothing was sent: " + reasons + "; if that is meant, give " + options);
    }
}
