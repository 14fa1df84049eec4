package io.chargeproof.contract.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a value is in a body.
 *
 * @param steps the steps that lead to it, from {@code $}: the names of members, and places in lists
 * @param text the same as a path expression
 */
record Location(List<String> steps, String text) {
    static final Location ROOT = new Location(List.of("$"), "$");

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");

    Location {
        steps = List.copyOf(steps);
    }

    /** A member of the object that is here. */
    Location member(String name) {
        return step(
                name,
                PLAIN.matcher(name).matches()
                        ? "." + name
                        : "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']");
    }

    /** An item of the list that is here, counted from 0. */
    Location item(int index) {
        return step(Integer.toString(index), "[" + index + "]");
    }

    private Location step(String step, String written) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Location(longer, text + written);
    }
}
