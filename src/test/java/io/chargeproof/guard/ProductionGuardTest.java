package io.chargeproof.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.Profiles;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionGuardTest {
    private static final RunPermission ALL = new RunPermission(false, true);
    private static final RunPermission WRITES = new RunPermission(false, false);
    private static final RunPermission READS = new RunPermission(true, false);

    private static final Map<String, List<String>> NAMES = Map.of(
            "localhost", List.of("127.0.0.1", "::1"),
            "evc-net.com", List.of("198.51.100.1"),
            "evc-a.evc-net.com", List.of("198.51.100.1"),
            "api.plugsurfing.com", List.of("198.51.100.2", "2001:db8::2"),
            "dev-api.plugsurfing.com", List.of("198.51.100.3"),
            "charging.example.com", List.of("203.0.113.9"),
            "alias.example.com", List.of("203.0.113.9", "2001:db8::2"),
            "inside.example.com", List.of("10.1.2.3"),
            "split.example.com", List.of("10.1.2.3", "203.0.113.9"));

    private final ProductionGuard guard = new ProductionGuard(ProductionGuardTest::addresses);

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LocalHost.", "127.0.0.1", "127.8.9.10", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"})
    void this_machine_is_free(String host) {
        assertThat(guard.permit(evcNet(host, Depth.FULL), AllowedHosts.NONE)).isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.1.1",
                "[fe80::1]",
                "[fd12::1]",
                "[fc00::1]",
                "inside.example.com"
            })
    void private_networks_are_free_but_for_hostile_values(String host) {
        assertThat(guard.permit(evcNet(host, Depth.STANDARD), AllowedHosts.NONE))
                .isEqualTo(WRITES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evc-a.evc-net.com",
                "charging.example.com",
                "split.example.com",
                "unknown.example.com",
                "172.32.0.1",
                "203.0.113.9",
                "[2001:db8::1]",
                "evc-net.com.example.com",
                "notevc-net.com"
            })
    void public_hosts_need_leave(String host) {
        String name = host.replaceAll("[\\[\\]]", "");

        assertRefused(
                evcNet(host, Depth.STANDARD),
                AllowedHosts.NONE,
                "nothing was sent: %1$s is a public host; if that is meant, give --allow-host %1$s".formatted(name));
        assertThat(guard.permit(evcNet(host, Depth.STANDARD), hosts(host))).isEqualTo(WRITES);
    }

    @ParameterizedTest
    @CsvSource({
        "evc-net.com, evc-net.com",
        "EVC-NET.COM, evc-net.com",
        "evc-net.com., evc-net.com",
        "www.evc-net.com, www.evc-net.com",
        "x.evc-a.evc-net.com, x.evc-a.evc-net.com"
    })
    void production_hosts_need_leave_of_their_own(String host, String name) {
        assertRefused(
                evcNet(host, Depth.STANDARD),
                hosts(host),
                ("nothing was sent: %1$s is a production host (only read, unless --allow-writes %1$s is given too);"
                                + " if that is meant, give --allow-production %1$s")
                        .formatted(name));
    }

    @Test
    void production_hosts_are_only_read_unless_writes_are_allowed() {
        Profile profile = evcNet("evc-net.com", Depth.STANDARD);
        Set<String> host = Set.of("EVC-net.com.");

        assertThat(guard.permit(profile, new AllowedHosts(Set.of(), host, Set.of(), Set.of(), false)))
                .isEqualTo(READS);
        assertThat(guard.permit(profile, new AllowedHosts(Set.of(), host, host, Set.of(), false)))
                .isEqualTo(WRITES);
    }

    @Test
    void leave_to_write_is_no_leave_to_test() {
        assertRefused(
                oioi("api.plugsurfing.com"),
                new AllowedHosts(Set.of(), Set.of(), Set.of("api.plugsurfing.com"), Set.of(), false),
                "nothing was sent: api.plugsurfing.com is a production host (only read, unless --allow-writes"
                        + " api.plugsurfing.com is given too); if that is meant,"
                        + " give --allow-production api.plugsurfing.com");
    }

    @Test
    void a_profile_of_kind_production_is_production_even_on_this_machine() {
        Profile profile = Profiles.parse(Profiles.LEAST
                        .replace("evc-a.evc-net.com", "localhost")
                        .replace("kind: acceptance", "kind: production"))
                .profile();

        assertRefused(
                profile,
                AllowedHosts.NONE,
                "nothing was sent: localhost is production by the profile's kind (only read, unless --allow-writes"
                        + " localhost is given too); if that is meant, give --allow-production localhost");
        assertThat(guard.permit(profile, new AllowedHosts(Set.of(), Set.of("localhost"), Set.of(), Set.of(), false)))
                .isEqualTo(new RunPermission(true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alias.example.com", "198.51.100.2"})
    void another_name_for_a_production_host_is_production(String host) {
        assertRefused(
                evcNet(host, Depth.STANDARD),
                hosts(host),
                ("nothing was sent: %1$s has the address of a production host (only read, unless --allow-writes %1$s"
                                + " is given too); if that is meant, give --allow-production %1$s")
                        .formatted(host));
    }

    @Test
    void full_depth_beyond_this_machine_needs_leave() {
        Profile profile = evcNet("10.0.0.1", Depth.FULL);

        assertRefused(
                profile,
                AllowedHosts.NONE,
                "nothing was sent: full depth sends hostile values beyond this machine (less with --depth standard);"
                        + " if that is meant, give --allow-hostile 10.0.0.1");
        assertThat(guard.permit(profile, new AllowedHosts(Set.of(), Set.of(), Set.of(), Set.of("10.0.0.1"), false)))
                .isEqualTo(ALL);
    }

    @Test
    void read_only_is_read_only_everywhere() {
        AllowedHosts readOnly = new AllowedHosts(Set.of(), Set.of(), Set.of(), Set.of(), true);

        assertThat(guard.permit(evcNet("localhost", Depth.FULL), readOnly)).isEqualTo(new RunPermission(true, true));
    }

    @Test
    void names_every_option_that_two_hosts_need_at_once() {
        Profile profile = Profiles.parse(Profiles.WHOLE).profile().withDepth(Depth.FULL);

        assertRefused(
                profile,
                hosts("dev-api.plugsurfing.com"),
                "nothing was sent: evc-a.evc-net.com is a public host, and full depth sends hostile values beyond this"
                        + " machine (less with --depth standard); if that is meant, give --allow-host"
                        + " evc-a.evc-net.com --allow-hostile evc-a.evc-net.com --allow-hostile"
                        + " dev-api.plugsurfing.com");
    }

    @Test
    void one_host_that_is_only_read_makes_the_run_read_only() {
        Profile profile =
                Profiles.parse(Profiles.WHOLE.replace("dev-api.", "api.")).profile();
        AllowedHosts allowances =
                new AllowedHosts(Set.of("evc-a.evc-net.com"), Set.of("api.plugsurfing.com"), Set.of(), Set.of(), false);

        assertThat(guard.permit(profile, allowances)).isEqualTo(READS);
    }

    @Test
    void the_system_knows_this_machine() {
        assertThat(NetworkZone.of(NameResolver.ofTheSystem().addressesOf("127.0.0.1")))
                .isEqualTo(NetworkZone.LOOPBACK);
    }

    private void assertRefused(Profile profile, AllowedHosts allowances, String message) {
        assertThatThrownBy(() -> guard.permit(profile, allowances))
                .isInstanceOf(GuardRefusal.class)
                .hasMessage(message);
    }

    private static AllowedHosts hosts(String... hosts) {
        return new AllowedHosts(Set.of(hosts), Set.of(), Set.of(), Set.of(), false);
    }

    private static Profile evcNet(String host, Depth depth) {
        return Profiles.parse(Profiles.LEAST.replace("evc-a.evc-net.com", host))
                .profile()
                .withDepth(depth);
    }

    private static Profile oioi(String host) {
        return Profiles.parse("{name: n, kind: acceptance, oioi: {endpoint: 'https://%s/api'}}".formatted(host))
                .profile();
    }

    private static List<InetAddress> addresses(String host) {
        boolean literal = host.contains(":") || host.matches("[0-9.]+");
        return NAMES.getOrDefault(host, literal ? List.of(host) : List.of()).stream()
                .map(ProductionGuardTest::address)
                .toList();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
