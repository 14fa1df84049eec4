package io.chargeproof.contract.matching;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form of dates and times.
 *
 * @param form the form as the pact has it
 * @param matching whether a text is of this form, and a date or time that there is
 */
record Temporal(String form, Predicate<String> matching) {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final String LONG_MONTHS =
            "January|February|March|April|May|June|July|August|September|October|November|December";
    private static final String DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun";
    private static final String LONG_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";

    /** A quoted text, letters of one kind, or any other character. */
    private static final Pattern PARTS = Pattern.compile("'([^']*)'|(([A-Za-z])\\3*)|(.)", Pattern.DOTALL);

    /**
     * A form, or the usual one where a rule gives none.
     *
     * @param usual the usual form, such as {@code yyyy-MM-dd}
     */
    static Temporal of(@Nullable String form, String usual) {
        String used = form == null || form.isEmpty() ? usual : form;
        try {
            DateTimeFormatter library =
                    DateTimeFormatter.ofPattern(provable(used), Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
            Pattern written = written(used);
            return new Temporal(
                    used, written == null ? text -> parses(library, text) : text -> isDate(written.matcher(text)));
        } catch (IllegalArgumentException e) {
            throw new UnreadablePact("'" + used + "' isn't a form of dates or times: " + e.getMessage());
        }
    }

    /** Years of an era (y) would leave 30 February unseen; years (u) don't. */
    private static String provable(String form) {
        StringBuilder changed = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            quoted ^= c == '\'';
            changed.append(c == 'y' && !quoted ? 'u' : c);
        }
        return changed.toString();
    }

    private static boolean parses(DateTimeFormatter form, String text) {
        try {
            form.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** How texts of a form are written; null if it has what only the library knows. */
    private static @Nullable Pattern written(String form) {
        StringBuilder written = new StringBuilder();
        Matcher parts = PARTS.matcher(form);
        while (parts.find()) {
            if (parts.group(2) == null) {
                String text = parts.group(1) == null ? parts.group() : parts.group(1);
                written.append(Pattern.quote(text.isEmpty() ? "'" : text));
                continue;
            }
            String part = field(parts.group(3).charAt(0), parts.group(2).length());
            if (part == null) {
                return null;
            }
            written.append(part);
        }
        return Pattern.compile(written.toString());
    }

    /** Numbers may have fewer digits than the form has letters, and a fraction likewise. */
    private static @Nullable String field(char letter, int count) {
        return switch (letter) {
            case 'y', 'u' -> "(?<year>\\d{1," + Math.max(count, 2) + "}+)";
            case 'M' ->
                count <= 2
                        ? "(?<month>0?[1-9]|1[0-2])"
                        : "(?<name>" + (count == 3 ? String.join("|", MONTHS) : LONG_MONTHS) + ")";
            case 'd' -> "(?<day>[12]\\d|3[01]|0?[1-9])";
            case 'E' -> "(?:" + (count <= 3 ? DAYS : LONG_DAYS) + ")";
            case 'H' -> "(?:1\\d|2[0-3]|0?\\d)";
            case 'k' -> "(?:1\\d|2[0-4]|0?[1-9])";
            case 'h' -> "(?:1[0-2]|0?[1-9])";
            case 'K' -> "(?:1[01]|0?\\d)";
            case 'm' -> "(?:[1-5]\\d|0?\\d)";
            case 's' -> "(?:[1-5]\\d|60|0?\\d)";
            case 'S' -> "\\d{1," + count + "}+";
            case 'a' -> "(?i:AM|PM)";
            case 'Z' -> count <= 3 ? "[+-]\\d{4}" : null;
            case 'X' -> "(?:Z|" + offset(count) + ")";
            case 'x' -> offset(count);
            default -> null;
        };
    }

    private static String offset(int count) {
        return switch (count) {
            case 1 -> "[+-]\\d{2}(?:\\d{2})?";
            case 2 -> "[+-]\\d{4}";
            default -> "[+-]\\d{2}:\\d{2}";
        };
    }

    /** Whether it is written so, and its month has such a day. */
    private static boolean isDate(Matcher text) {
        if (!text.matches()) {
            return false;
        }
        int day = number(text, "day", 1);
        int month = named(text, "name") == null
                ? number(text, "month", 1)
                : MONTHS.indexOf(String.valueOf(named(text, "name")).substring(0, 3)) + 1;
        try {
            int year = named(text, "year") == null ? 2001 : number(text, "year", 1);
            return YearMonth.of(year, month).isValidDay(day);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(Matcher text, String name, int otherwise) {
        String number = named(text, name);
        return number == null ? otherwise : Integer.parseInt(number);
    }

    private static @Nullable String named(Matcher text, String name) {
        return text.pattern().pattern().contains("(?<" + name + ">") ? text.group(name) : null;
    }

    /** Whether a text is of this form, and a date or time that there is. */
    boolean matches(String text) {
        return matching.test(text);
    }
}
