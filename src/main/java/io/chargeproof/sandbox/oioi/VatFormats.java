package io.chargeproof.sandbox.oioi;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The formats of VAT numbers in the European Union's VIES, in Great Britain, Norway and Switzerland. */
final class VatFormats {
    private static final Pattern BLANKS_AND_PUNCTUATION = Pattern.compile("[ .-]");
    private static final Map<String, Pattern> BY_PREFIX = compiled(Map.ofEntries(
            Map.entry("AT", "U[0-9]{8}"),
            Map.entry("BE", "[01][0-9]{9}"),
            Map.entry("BG", "[0-9]{9,10}"),
            Map.entry("CH", "E[0-9]{9}(MWST|TVA|IVA)?"),
            Map.entry("CY", "[0-9]{8}[A-Z]"),
            Map.entry("CZ", "[0-9]{8,10}"),
            Map.entry("DE", "[0-9]{9}"),
            Map.entry("DK", "[0-9]{8}"),
            Map.entry("EE", "[0-9]{9}"),
            Map.entry("EL", "[0-9]{9}"),
            Map.entry("ES", "[A-Z0-9][0-9]{7}[A-Z0-9]"),
            Map.entry("FI", "[0-9]{8}"),
            Map.entry("FR", "[A-HJ-NP-Z0-9]{2}[0-9]{9}"),
            Map.entry("GB", "([0-9]{9}|[0-9]{12}|(GD|HA)[0-9]{3})"),
            Map.entry("HR", "[0-9]{11}"),
            Map.entry("HU", "[0-9]{8}"),
            Map.entry("IE", "([0-9][A-Z0-9+*][0-9]{5}[A-Z]|[0-9]{7}[A-Z]{1,2})"),
            Map.entry("IT", "[0-9]{11}"),
            Map.entry("LT", "([0-9]{9}|[0-9]{12})"),
            Map.entry("LU", "[0-9]{8}"),
            Map.entry("LV", "[0-9]{11}"),
            Map.entry("MT", "[0-9]{8}"),
            Map.entry("NL", "[A-Z0-9+*]{10}[0-9]{2}"),
            Map.entry("NO", "[0-9]{9}(MVA)?"),
            Map.entry("PL", "[0-9]{10}"),
            Map.entry("PT", "[0-9]{9}"),
            Map.entry("RO", "[0-9]{2,10}"),
            Map.entry("SE", "[0-9]{10}01"),
            Map.entry("SI", "[0-9]{8}"),
            Map.entry("SK", "[0-9]{10}"),
            Map.entry("XI", "([0-9]{9}|[0-9]{12}|(GD|HA)[0-9]{3})")));

    private VatFormats() {}

    /** Whether the text is of a country's format; blanks, dots and hyphens aside. */
    static boolean fit(String text) {
        String bare = BLANKS_AND_PUNCTUATION.matcher(text).replaceAll("");
        if (bare.length() < 2) {
            return false;
        }
        Pattern format = BY_PREFIX.get(bare.substring(0, 2));
        return format != null && format.matcher(bare.substring(2)).matches();
    }

    private static Map<String, Pattern> compiled(Map<String, String> formats) {
        return formats.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Pattern.compile(entry.getValue())));
    }
}
