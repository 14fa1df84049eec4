package io.chargeproof.exchange;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * An answer as it came over the wire, its content coding not yet undone.
 *
 * @param status the HTTP status
 * @param headers the header fields
 * @param body the bytes of the body, as many as were read
 * @param cut whether there were more
 */
public record RawAnswer(int status, Headers headers, Body body, boolean cut) {
    /** So that a run that meets thousands of them can keep them all. */
    private static final int KEPT_OF_CUT = 64 * 1024;

    private static final int KEPT_OF_HEAD = 16 * 1024;

    private static final int FINAL = 200;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final String CONTENT_ENCODING = "Content-Encoding";

    /**
     * What it comes to under these settings: the answer with gzip or deflate undone, of which no more is unpacked than the limit
     * allows, or no answer, where the proxy spoke in the target's place, or gzip can't be undone. A coding that isn't
     * known is left as it is. Of a body beyond the limit the first 64 KiB are kept, and of header fields 16 KiB.
     */
    public Reply under(TransportSettings settings) {
        if (status < FINAL) {
            return new NoAnswer(NoAnswer.Cause.NOT_HTTP, "an interim answer (HTTP " + status + ") and none after it");
        }
        if (status == PROXY_AUTHENTICATION_REQUIRED && settings.proxy() != null) {
            return new NoAnswer(
                    NoAnswer.Cause.NOT_CONNECTED, "no connection: the proxy asks for credentials (HTTP 407)");
        }
        return decoded(settings.maxAnswerBytes());
    }

    private Reply decoded(int maxBytes) {
        try {
            HttpAnswer answer = new HttpAnswer(status, headers.within(KEPT_OF_HEAD), body, cut);
            for (String coding : codings()) {
                if (coding.equals("gzip") || coding.equals("x-gzip")) {
                    answer = unpacked(answer, maxBytes);
                } else if (coding.equals("deflate")) {
                    answer = inflated(answer, maxBytes);
                }
            }
            return answer.cut() ? beginning(answer) : answer;
        } catch (IOException e) {
            return new NoAnswer(NoAnswer.Cause.NOT_HTTP, "the body isn't the gzip that it claims to be: " + reason(e));
        }
    }

    private static HttpAnswer beginning(HttpAnswer answer) {
        byte[] bytes = answer.body().bytes();
        Body kept = Body.of(Arrays.copyOf(bytes, Math.min(bytes.length, KEPT_OF_CUT)));
        return new HttpAnswer(answer.status(), answer.headers(), kept, true);
    }

    /** The codings, the one to undo first coming first. */
    private List<String> codings() {
        List<String> codings = new ArrayList<>();
        for (Headers.Field field : headers.fields()) {
            if (field.name().equalsIgnoreCase(CONTENT_ENCODING)) {
                for (String coding : field.value().split(",", -1)) {
                    codings.add(0, coding.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return codings;
    }

    private static HttpAnswer unpacked(HttpAnswer packed, int maxBytes) throws IOException {
        if (packed.body().isEmpty()) {
            return packed;
        }
        BoundedBytes bytes = new BoundedBytes(maxBytes);
        try (InputStream plain =
                new GZIPInputStream(new ByteArrayInputStream(packed.body().bytes()))) {
            bytes.readFrom(plain);
        } catch (EOFException e) {
            if (!packed.cut()) {
                throw e;
            }
        }
        return new HttpAnswer(packed.status(), packed.headers(), bytes.body(), packed.cut() || bytes.isFull());
    }

    /** Some send the bare format, and some the one that RFC 9110 means; what is neither stays as it came. */
    private static HttpAnswer inflated(HttpAnswer packed, int maxBytes) {
        for (boolean bare : new boolean[] {false, true}) {
            BoundedBytes bytes = new BoundedBytes(maxBytes);
            try (InputStream plain = new InflaterInputStream(
                    new ByteArrayInputStream(packed.body().bytes()), new Inflater(bare))) {
                bytes.readFrom(plain);
                return new HttpAnswer(packed.status(), packed.headers(), bytes.body(), packed.cut() || bytes.isFull());
            } catch (IOException other) {
                // The other format is left to try, or none.
            }
        }
        return packed;
    }

    private static String reason(IOException e) {
        return e instanceof EOFException ? "it ends early" : String.valueOf(e.getMessage());
    }
}
