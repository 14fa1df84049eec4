package io.chargeproof.requirement;

import java.util.regex.Pattern;

/**
 * The stable name of a requirement, such as {@code EVC-CARD-1}. IDs order by interface, area and number.
 *
 * @param value interface, area and number, joined by hyphens
 */
public record RequirementId(String value) implements Comparable<RequirementId> {
    private static final Pattern FORM = Pattern.compile("(EVC|OIOI)-([A-Z]+)-([1-9][0-9]{0,2})");

    public RequirementId {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a requirement ID; write one such as EVC-CARD-1 or OIOI-GET-10");
        }
    }

    /** Whether the text has the form of a requirement ID. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** The interface whose documents state the requirement. */
    public Api api() {
        return value.startsWith(Api.EVC_NET.prefix()) ? Api.EVC_NET : Api.OIOI;
    }

    /** The part of the interface, such as {@code CARD}. */
    public String area() {
        return value.substring(value.indexOf('-') + 1, value.lastIndexOf('-'));
    }

    /** Of whom it asks something: {@code provider}, or {@code client} in the area of that name. */
    public String subject() {
        return area().equals("CLIENT") ? "client" : "provider";
    }

    /** The number within the area, from 1. */
    public int number() {
        return Integer.parseInt(value.substring(value.lastIndexOf('-') + 1));
    }

    @Override
    public int compareTo(RequirementId other) {
        if (value.equals(other.value)) {
            return 0;
        }
        int byApi = api().compareTo(other.api());
        if (byApi != 0) {
            return byApi;
        }
        int byArea = area().compareTo(other.area());
        return byArea != 0 ? byArea : Integer.compare(number(), other.number());
    }

    @Override
    public String toString() {
        return value;
    }
}
