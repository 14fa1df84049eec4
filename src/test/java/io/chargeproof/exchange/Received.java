package io.chargeproof.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it came over the wire. */
public record Received(String requestLine, Map<String, List<String>> headers, Body body) {
    /** Fields that a client may set as it likes. */
    private static final List<String> NOISE = List.of("User-Agent", "Connection", "Proxy-Connection");

    /** The next request on a stream; none at its end. */
    static Optional<Received> from(InputStream in) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            int colon = field.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            headers.computeIfAbsent(field.substring(0, colon), name -> new ArrayList<>())
                    .add(field.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(
                headers.getOrDefault("Content-Length", List.of("0")).get(0));
        return Optional.of(new Received(line, headers, Body.of(in.readNBytes(length))));
    }

    /** The same without what a client may set as it likes. */
    public Received withoutNoise() {
        Map<String, List<String>> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        kept.putAll(headers);
        NOISE.forEach(kept::remove);
        // The JDK's client says so of a GET before Java 19; it makes no difference to any server.
        if (requestLine.matches("(GET|DELETE) .*") && body.isEmpty()) {
            kept.remove("Content-Length");
        }
        return new Received(requestLine, kept, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
