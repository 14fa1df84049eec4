package io.chargeproof.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a redacted text for a value that a shell makes of a secret: {@code ${NAME}} for the secret itself, and
 * what was done to it after the name, step by step. {@code ${NAME%?}} lacks the last character, {@code ${NAME#?}} the first;
 * {@code :other} has the next digit or letter in place of each, {@code :other-start} and {@code :other-end} of one,
 * {@code :other-case} the other letter case; {@code :json} is as in a JSON string. {@code ${base64:before${NAME}after}} is in
 * Base64, with what stands around it.
 *
 * @param name the secret's name
 * @param expression what a POSIX shell makes the value of, within double quotes
 */
public record ShellValue(String name, String expression) {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final String STEP = "%\\?|#\\?|:other-start|:other-end|:other-case|:other|:json";
    private static final String VALUE = "\\$\\{" + NAME + "(?:" + STEP + ")*}";
    private static final String HARMLESS = "[A-Za-z0-9:._-]*";

    /** The form of such a text, as a regular expression without groups. */
    public static final String SYNTAX = VALUE + "|\\$\\{base64:" + HARMLESS + VALUE + HARMLESS + "}";

    private static final Pattern BASE64 =
            Pattern.compile("\\$\\{base64:(" + HARMLESS + ")(" + VALUE + ")(" + HARMLESS + ")}");
    private static final Pattern PARTS = Pattern.compile("\\$\\{(" + NAME + ")((?:" + STEP + ")*)}");
    private static final Pattern STEPS = Pattern.compile(STEP);

    /** The next digit or letter for each; those that also serve in hexadecimal stay among themselves. */
    private static final String NEXT = "tr 0-9A-Za-z 1-90B-FAH-ZAb-fah-za";

    /** The same for a single character; what has no next becomes a nought. */
    private static final String DIFFERENT = "tr -c 0-9A-Za-z _ | tr 0-9A-Za-z_ 1-90B-FAH-ZAb-fah-za0";

    /** What a text of this form stands for. */
    public static ShellValue of(String text) {
        Matcher encoded = BASE64.matcher(text);
        if (encoded.matches()) {
            ShellValue inner = of(encoded.group(2));
            return new ShellValue(
                    inner.name(),
                    "$(printf %s \"" + encoded.group(1) + inner.expression() + encoded.group(3)
                            + "\" | base64 | tr -d '\\n')");
        }
        Matcher plain = PARTS.matcher(text);
        if (!plain.matches()) {
            throw new IllegalArgumentException("'" + text + "' doesn't stand for a secret");
        }
        String expression = "${" + plain.group(1) + "}";
        for (String step : steps(plain.group(2))) {
            expression = after(step, expression);
        }
        return new ShellValue(plain.group(1), expression);
    }

    private static List<String> steps(String text) {
        return STEPS.matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    private static String after(String step, String value) {
        boolean isVariable = value.matches("\\$\\{" + NAME + "}");
        return switch (step) {
            case "%?" -> isVariable ? inBraces(value, "%?") : piped(value, "sed 's/.$//'");
            case "#?" -> isVariable ? inBraces(value, "#?") : piped(value, "sed 's/^.//'");
            case ":other" -> piped(value, NEXT);
            case ":other-case" -> piped(value, "tr A-Za-z a-zA-Z");
            case ":other-end" -> after("%?", value) + piped(value, "tail -c 1 | " + DIFFERENT);
            case ":other-start" -> piped(value, "head -c 1 | " + DIFFERENT) + after("#?", value);
            case ":json" -> piped(value, "sed 's/[\"\\]/\\\\&/g'");
            default -> throw new IllegalArgumentException("nothing is known that does '" + step + "'");
        };
    }

    private static String inBraces(String variable, String step) {
        return variable.substring(0, variable.length() - 1) + step + "}";
    }

    private static String piped(String value, String command) {
        return "$(printf %s \"" + value + "\" | " + command + ")";
    }
}
