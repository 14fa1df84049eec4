package io.chargeproof.traffic.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Passes a body on as its bytes come, chunks and trailers included, and keeps its content. */
final class BodyRelay {
    private static final int BUFFER = 16 << 10;
    private static final int LONGEST_LINE = 16 << 10;
    private static final int HEXADECIMAL = 16;

    private final InputStream in;
    private final OutputStream out;
    private final Capture capture;
    private final byte[] buffer = new byte[BUFFER];

    BodyRelay(InputStream in, OutputStream out, Capture capture) {
        this.in = in;
        this.out = out;
        this.capture = capture;
    }

    /**
     * Passes the whole body on.
     *
     * @throws EOFException if it ends early
     */
    void pass(Framing framing) throws IOException {
        if (framing instanceof Framing.Length length) {
            bytes(length.bytes());
        } else if (framing instanceof Framing.Chunks) {
            chunks();
        } else if (framing instanceof Framing.UntilEnd) {
            rest();
        }
        capture.complete();
    }

    private void bytes(long count) throws IOException {
        for (long left = count; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("the connection ended before the body was complete");
            }
            passOn(read);
            left -= read;
        }
    }

    private void rest() throws IOException {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            passOn(read);
        }
    }

    private void passOn(int count) throws IOException {
        capture.add(buffer, count);
        out.write(buffer, 0, count);
        out.flush();
    }

    private void chunks() throws IOException {
        for (long size = size(line()); size > 0; size = size(line())) {
            bytes(size);
            if (!line().isEmpty()) {
                throw new MalformedMessage("one of its chunks is longer than it says");
            }
        }
        for (String trailer = line(); !trailer.isEmpty(); ) {
            trailer = line();
        }
        out.flush();
    }

    private static long size(String line) throws MalformedMessage {
        String size = line.split("[; \\t]", 2)[0];
        if (!size.matches("[0-9A-Fa-f]{1,15}")) {
            throw new MalformedMessage("one of its chunks has no size");
        }
        return Long.parseLong(size, HEXADECIMAL);
    }

    /** Passes a line on; what it says. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(32);
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new EOFException("the connection ended before the body was complete");
            }
            if (line.size() > LONGEST_LINE) {
                throw new MalformedMessage("a line between its chunks is too long");
            }
            line.write(letter);
        }
        String text = line.toString(ISO_8859_1).stripTrailing();
        out.write((text + "\r\n").getBytes(ISO_8859_1));
        return text;
    }
}
