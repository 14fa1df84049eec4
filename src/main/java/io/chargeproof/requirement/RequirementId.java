package io.chargeproof.requirement;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    /** Those that stand in code, so as many as there are rows. */
    private static final Map<String, RequirementId> IN_CODE = new ConcurrentHashMap<>();

    public RequirementId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a requirement ID; write one such as " + Apis.examples("-OWN-1"));
        }
    }

    /** The ID that a check or a rule names: its form is looked at once, however often it is said. */
    public static RequirementId inCode(String value) {
        return IN_CODE.computeIfAbsent(value, RequirementId::new);
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

    /** By hand, as what a record brings is slow where each judgement looks up its requirement. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RequirementId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
