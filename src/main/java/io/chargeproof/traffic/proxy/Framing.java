package io.chargeproof.traffic.proxy;

import java.util.List;
import java.util.Set;

/** How the end of a body is told (RFC 9112, section 6). */
sealed interface Framing {
    /** There is no body. */
    record None() implements Framing {}

    /** It has so many bytes. */
    record Length(long bytes) implements Framing {}

    /** It comes in chunks, of which the last is empty. */
    record Chunks() implements Framing {}

    /** It ends with its connection. */
    record UntilEnd() implements Framing {}

    /** Those that never have a body. */
    Set<Integer> WITHOUT_BODY = Set.of(204, 304);

    /**
     * That of a request.
     *
     * @throws MalformedMessage if it is told in two ways, one of which somebody behind might follow
     */
    static Framing ofRequest(MessageHead head) throws MalformedMessage {
        List<String> codings = head.values("Transfer-Encoding");
        List<String> lengths = head.values("Content-Length");
        if (codings.isEmpty()) {
            return lengths.isEmpty() ? new None() : length(lengths);
        }
        if (!lengths.isEmpty()) {
            throw new MalformedMessage("it has both Transfer-Encoding and Content-Length");
        }
        return chunks(codings);
    }

    /** That of an answer to a request by this method. */
    static Framing ofAnswer(MessageHead head, String method) throws MalformedMessage {
        List<String> codings = head.values("Transfer-Encoding");
        List<String> lengths = head.values("Content-Length");
        if (method.equals("HEAD") || WITHOUT_BODY.contains(head.status())) {
            return new None();
        }
        if (!codings.isEmpty()) {
            return chunks(codings);
        }
        return lengths.isEmpty() ? new UntilEnd() : length(lengths);
    }

    private static Framing chunks(List<String> codings) throws MalformedMessage {
        if (codings.size() != 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
            throw new MalformedMessage("its Transfer-Encoding isn't just 'chunked'");
        }
        return new Chunks();
    }

    private static Framing length(List<String> lengths) throws MalformedMessage {
        String first = lengths.get(0);
        if (!first.matches("[0-9]{1,18}") || !lengths.stream().allMatch(first::equals)) {
            throw new MalformedMessage("its Content-Length isn't one number");
        }
        return new Length(Long.parseLong(first));
    }
}
