package io.chargeproof.requirement;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The stable name of a requirement, such as {@code EVC-CARD-1}. IDs order by prefix, area and number.
 *
 * @param value the prefix of an API, area and number, joined by hyphens
 */
public record RequirementId(String value) implements Comparable<RequirementId> {
    private static final Pattern FORM = Pattern.compile("[A-Z]+-[A-Z]+-[1-9][0-9]{0,2}");
    private static final Comparator<RequirementId> ORDER = Comparator.comparing(RequirementId::prefix)
            .thenComparing(RequirementId::area)
            .thenComparing(RequirementId::number);

    public RequirementId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a requirement ID; write one such as " + Apis.examples("-OWN-1"));
        }
    }

    /** Whether the text is an ID that a requirement of a known API may have. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches()
                && Apis.withPrefix(new RequirementId(text).prefix()).isPresent();
    }

    /** The API whose documents state the requirement; of a prefix that isn't known, one made up of it. */
    public Api api() {
        return Apis.ofPrefix(prefix());
    }

    /** The part of the API, such as {@code EVC}. */
    public String prefix() {
        return value.substring(0, value.indexOf('-'));
    }

    /** The part of its documents, such as {@code CARD}. */
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
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }
}
