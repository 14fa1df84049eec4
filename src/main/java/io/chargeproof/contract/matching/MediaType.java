package io.chargeproof.contract.matching;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A media type (RFC 9110, section 8.3.1).
 *
 * @param main such as {@code application}
 * @param sub such as {@code hal} of {@code hal+json}
 * @param suffix such as {@code json} of {@code hal+json}, or empty
 * @param parameters such as {@code charset}
 */
record MediaType(String main, String sub, String suffix, TreeMap<String, String> parameters) {
    private static final Pattern FORM = Pattern.compile(
            "\\s*([\\w!#$&^.+*-]+)/([\\w!#$&^.*-]+(?:\\+[\\w!#$&^.*-]+)*?)(?:\\+([\\w!#$&^.-]+))?\\s*(;.*)?");
    private static final Pattern PARAMETER = Pattern.compile(";\\s*([\\w!#$&^.+*-]+)=(\"[^\"]*\"|[^;\\s]*)\\s*");
    private static final Pattern XML_FIRST = Pattern.compile("\\s*<\\?xml\\s*version.*", Pattern.DOTALL);
    private static final Pattern HTML = Pattern.compile("(?i)^\\s*<!DOCTYPE|<HTML>");
    private static final Pattern XML = Pattern.compile("\\s*<\\w+.*", Pattern.DOTALL);
    private static final Pattern JSON =
            Pattern.compile("^\\s*(true|false|null|[0-9]+|\"\\w*|\\{\\s*(}|\"\\w+)|\\[\\s*)");

    /** The type that is written so, or nothing where it isn't one. */
    static Optional<MediaType> of(String text) {
        Matcher type = FORM.matcher(text);
        if (!type.matches()) {
            return Optional.empty();
        }
        TreeMap<String, String> parameters = new TreeMap<>();
        if (type.group(4) != null) {
            PARAMETER
                    .matcher(type.group(4))
                    .results()
                    .forEach(each -> parameters.put(
                            lower(each.group(1)),
                            lower(each.group(1)).equals("charset") ? lower(each.group(2)) : each.group(2)));
        }
        String suffix = type.group(3) == null ? "" : lower(type.group(3));
        return Optional.of(new MediaType(lower(type.group(1)), lower(type.group(2)), suffix, parameters));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The type that a body without one seems to have. */
    static MediaType guessed(String body) {
        String type = "text/plain";
        if (XML_FIRST.matcher(body).lookingAt()) {
            type = "application/xml";
        } else if (HTML.matcher(body).find()) {
            type = "text/html";
        } else if (XML.matcher(body).lookingAt()) {
            type = "application/xml";
        } else if (JSON.matcher(body).find()) {
            type = "application/json";
        }
        return of(type).orElseThrow();
    }

    boolean isJson() {
        return main.equals("application") && (sub.startsWith("json") || suffix.equals("json") || sub.equals("graphql"));
    }

    boolean isXml() {
        return (main.equals("application") || main.equals("text")) && (sub.equals("xml") || suffix.equals("xml"));
    }

    boolean isPlainText() {
        return main.equals("text") && !isXml();
    }

    boolean isUnknown() {
        return main.equals("*") || sub.equals("*");
    }

    /** The type of what it is built on: JSON for a vendor's JSON. */
    MediaType base() {
        return new MediaType(main, suffix.isEmpty() ? sub : suffix, "", new TreeMap<>());
    }

    /** Whether an answer of another type is of this one: its parameters count where this one has some. */
    boolean admits(MediaType other) {
        boolean xml = sub.equals("xml") && isXml() && other.sub.equals("xml") && other.isXml();
        if (xml) {
            return parameters.isEmpty() || parameters.equals(other.parameters);
        }
        return parameters.isEmpty() ? main.equals(other.main) && sub.equals(other.sub) : equals(other);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(main + "/" + sub + (suffix.isEmpty() ? "" : "+" + suffix));
        parameters.forEach(
                (name, value) -> text.append(';').append(name).append('=').append(value));
        return text.toString();
    }
}
