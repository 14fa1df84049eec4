package io.chargeproof.api.oioi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The forms in which details that are on record may be posted back and mean the same: old data may have a form that isn't
 * taken any more, such as a VAT number with blanks, a locale in capitals, or a country by name.
 */
public final class EqualForms {
    private static final Map<String, String> CODES = codes();

    private EqualForms() {}

    /** Details as they are, and then with one thing written otherwise, and with all of them. */
    public static List<ObjectNode> of(ObjectNode details) {
        ObjectNode vat = changed(details, "vat", EqualForms::vat);
        ObjectNode locale = changed(details, "locale", text -> text.strip().toLowerCase(Locale.ROOT));
        ObjectNode country = country(details);
        ObjectNode all = country(changed(
                changed(details, "vat", EqualForms::vat),
                "locale",
                text -> text.strip().toLowerCase(Locale.ROOT)));
        return new ArrayList<>(new LinkedHashSet<>(List.of(details, vat, locale, country, all)));
    }

    private static ObjectNode country(ObjectNode details) {
        ObjectNode changed = details;
        for (String path : List.of("address.country", "billing-address.country")) {
            changed = changed(changed, path, EqualForms::code);
        }
        return changed;
    }

    private static ObjectNode changed(ObjectNode details, String path, Function<String, String> form) {
        JsonNode value = Details.at(details, path);
        return value.isString()
                ? Details.with(details, path, StringNode.valueOf(form.apply(value.stringValue())))
                : details;
    }

    private static String vat(String text) {
        return text.replaceAll("[\\s.\\-/]", "").toUpperCase(Locale.ROOT);
    }

    private static String code(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(CODES.get(plain)).orElse(plain);
    }

    /** From the names of each country, in English and in its own languages, and from its three letters to its two. */
    private static Map<String, String> codes() {
        Map<String, String> codes = new TreeMap<>();
        for (Locale locale : Locale.getAvailableLocales()) {
            if (locale.getCountry().length() == 2) {
                codes.putIfAbsent(locale.getDisplayCountry(locale).toUpperCase(Locale.ROOT), locale.getCountry());
            }
        }
        Stream.of(Locale.getISOCountries()).forEach(code -> {
            Locale country = new Locale("", code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toUpperCase(Locale.ROOT), code);
        });
        return codes;
    }
}
