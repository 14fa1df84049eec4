package io.chargeproof.traffic.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.chargeproof.exchange.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a message's body (RFC 9112, section 2), letter for letter.
 *
 * @param start the first line
 * @param fields the header fields as they were written
 */
record MessageHead(String start, List<Headers.Field> fields) {
    private static final int LONGEST = 64 << 10;
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");
    private static final Pattern REQUEST = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\\S+) HTTP/1\\.([01])");
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");

    /** What speaks of one connection and is told anew on the next (RFC 9110, section 7.6.1). */
    private static final Set<String> OF_ONE_CONNECTION =
            Set.of("connection", "keep-alive", "proxy-connection", "proxy-authorization", "te", "upgrade");

    MessageHead {
        fields = List.copyOf(fields);
    }

    /**
     * Reads the head of the next message; nothing where the connection ends before it.
     *
     * @throws MalformedMessage if it isn't one
     */
    static Optional<MessageHead> read(InputStream in) throws IOException {
        Lines lines = new Lines(in);
        String start = lines.next();
        while (start != null && start.isEmpty()) {
            start = lines.next();
        }
        if (start == null) {
            return Optional.empty();
        }
        List<Headers.Field> fields = new ArrayList<>();
        for (String line = lines.next(); line == null || !line.isEmpty(); line = lines.next()) {
            if (line == null) {
                throw new MalformedMessage("its head ends early");
            }
            fields.add(field(line));
        }
        return Optional.of(new MessageHead(start, fields));
    }

    private static Headers.Field field(String line) throws MalformedMessage {
        Matcher field = FIELD.matcher(line);
        if (!field.matches()) {
            throw new MalformedMessage("one of its lines isn't a header field");
        }
        return new Headers.Field(field.group(1), field.group(2));
    }

    /** Reads lines up to a limit for all of them. */
    private static final class Lines {
        private final InputStream in;
        private int left = LONGEST;

        Lines(InputStream in) {
            this.in = in;
        }

        /** The next line without its end, or null at the end of the connection. */
        @Nullable String next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(64);
            for (int letter = in.read(); letter != '\n'; letter = in.read()) {
                if (letter < 0) {
                    return null;
                }
                if (--left < 0) {
                    throw new MalformedMessage("its head is longer than 64 KiB");
                }
                line.write(letter);
            }
            String text = line.toString(ISO_8859_1);
            String bare = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            if (bare.indexOf('\r') >= 0 || bare.indexOf('\0') >= 0) {
                throw new MalformedMessage("its head has a control character");
            }
            return bare;
        }
    }

    /**
     * The parts of a request's first line.
     *
     * @param method the method
     * @param target what it asks for, mostly a path
     * @param minor the minor version of HTTP: 0 or 1
     */
    record RequestLine(String method, String target, int minor) {}

    RequestLine requestLine() throws MalformedMessage {
        Matcher line = REQUEST.matcher(start);
        if (!line.matches()) {
            throw new MalformedMessage("its first line isn't that of an HTTP/1.1 request");
        }
        return new RequestLine(line.group(1), line.group(2), Integer.parseInt(line.group(3)));
    }

    int status() throws MalformedMessage {
        Matcher line = ANSWER.matcher(start);
        if (!line.matches()) {
            throw new MalformedMessage("its first line isn't that of an HTTP/1.1 answer");
        }
        return Integer.parseInt(line.group(1));
    }

    /** The values under a name. */
    List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Headers.Field::value)
                .toList();
    }

    /** Whether its {@code Connection} has this word. */
    boolean connection(String word) {
        return connectionWords().contains(word);
    }

    private Set<String> connectionWords() {
        Set<String> words = new TreeSet<>();
        for (String value : values("Connection")) {
            for (String word : value.split(",", -1)) {
                words.add(word.strip().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** The header fields that are meant for who receives the message in the end. */
    List<Headers.Field> endToEnd() {
        Set<String> named = connectionWords();
        return fields.stream()
                .filter(field -> !OF_ONE_CONNECTION.contains(lower(field)) && !named.contains(lower(field)))
                .toList();
    }

    static String lower(Headers.Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    /** The bytes of a head. */
    static byte[] bytes(String start, List<Headers.Field> fields) {
        StringBuilder text = new StringBuilder(start).append("\r\n");
        fields.forEach(field ->
                text.append(field.name()).append(": ").append(field.value()).append("\r\n"));
        return text.append("\r\n").toString().getBytes(ISO_8859_1);
    }
}
