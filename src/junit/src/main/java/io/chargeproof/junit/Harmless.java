package io.chargeproof.junit;

import java.util.regex.Pattern;

/**
 * Texts of a target on their way to a log: control characters and those that turn the direction of writing become
 * readable, and what a build server would take for a command gets a blank.
 */
final class Harmless {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");
    private static final Pattern HASHES = Pattern.compile("##(?=[A-Za-z]*\\[)");
    private static final Pattern COLONS = Pattern.compile("::(?=[A-Za-z][\\w-]*(?:\\s.*)?::)");
    private static final Pattern FOLDS = Pattern.compile("((?:section_(?:start|end)|travis_(?:fold|time))):(?=\\w)");

    private Harmless() {}

    /** The same in one line in which nothing takes effect. */
    static String line(String text) {
        String visible = CONTROL.matcher(text)
                .replaceAll(each -> String.format("\\\\u%04x", each.group().codePointAt(0)));
        String hashes = HASHES.matcher(visible).replaceAll("# #");
        String colons = COLONS.matcher(hashes).replaceAll(": :");
        return FOLDS.matcher(colons).replaceAll("$1 :");
    }
}
