package io.chargeproof.guard;

import io.chargeproof.requirement.ApiDescription;
import io.chargeproof.requirement.Apis;
import java.net.IDN;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A host's name, in ASCII and lower case, without the root's dot and without the brackets of an IPv6 address; so names
 * that lead to one host compare as equal.
 *
 * @param value the name
 */
record HostName(String value) {
    private static final String ALL_BELOW = "*";

    /** The names, or the ends of names, of known hosts of production. */
    private static final Set<String> PRODUCTION = known(ApiDescription::productionHosts);

    private static final Set<String> ACCEPTANCE = known(ApiDescription::acceptanceHosts);

    /** The hosts whose addresses give production away under any name. */
    static final Set<HostName> KNOWN_PRODUCTION = PRODUCTION.stream()
            .filter(name -> !name.startsWith(ALL_BELOW))
            .map(HostName::new)
            .collect(Collectors.toUnmodifiableSet());

    private static Set<String> known(Function<ApiDescription, Set<String>> hosts) {
        return Apis.descriptions().stream()
                .flatMap(each -> hosts.apply(each).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static HostName of(String text) {
        String bare = text.strip().replaceAll("^\\[|]$", "").replaceAll("\\.+$", "");
        return new HostName(ascii(bare).toLowerCase(Locale.ROOT));
    }

    boolean isKnownAcceptance() {
        return ACCEPTANCE.contains(value);
    }

    boolean isKnownProduction() {
        return !isKnownAcceptance()
                && PRODUCTION.stream()
                        .anyMatch(known -> known.startsWith(ALL_BELOW)
                                ? value.endsWith(known.substring(ALL_BELOW.length()))
                                : value.equals(known));
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
