package io.chargeproof.contract.matching;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Header fields whose one line may hold several values, apart by commas (RFC 9110, section 5.5). */
final class ListedFields {
    private static final Set<String> NAMES = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "access-control-allow-headers",
            "access-control-allow-methods",
            "access-control-expose-headers",
            "access-control-request-headers",
            "allow",
            "cache-control",
            "if-match",
            "if-none-match",
            "vary");

    private ListedFields() {}

    /** The values of one line of a field. */
    static List<String> values(String name, String line) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT))
                ? Stream.of(line.split(",", -1)).map(String::strip).toList()
                : List.of(line.strip());
    }
}
