package io.chargeproof.requirement;

/**
 * An API whose documents are judged. Two are the same if their labels are; they order by these.
 *
 * @param label the name used in profiles, tags and reports, such as {@code evc-net}
 * @param name what it is called in a table, such as {@code EVC-net}
 * @param prefix what the IDs of its requirements start with, without the hyphen
 */
public record Api(String label, String name, String prefix) implements Comparable<Api> {
    /** The tag that scenarios about it bear. */
    public String tag() {
        return "@" + label;
    }

    @Override
    public int compareTo(Api other) {
        return label.compareTo(other.label);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Api api && label.equals(api.label);
    }

    @Override
    public int hashCode() {
        return label.hashCode();
    }

    @Override
    public String toString() {
        return label;
    }
}
