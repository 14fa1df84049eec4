package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A body that came compressed: nobody sees in it what it repeats of a request, but everybody could unpack it. */
final class CompressedBody {
    private static final int LARGEST = 1 << 20;

    private CompressedBody() {}

    /**
     * What a report shows in place of an answer's body, if the body can't be shown as it is: one that has a secret once it is
     * unpacked, and one in a coding that can't be undone here.
     */
    static Optional<Body> withheld(HttpAnswer answer, UnaryOperator<String> clean) {
        byte[] bytes = answer.body().bytes();
        Optional<String> coding = answer.headers()
                .first("content-encoding")
                .filter(value -> !value.isBlank() && !value.strip().equalsIgnoreCase("identity"));
        if (bytes.length == 0 || isText(bytes)) {
            return Optional.empty();
        }
        Optional<String> unpacked = unpacked(bytes, coding.orElse("deflate"));
        if (unpacked.isPresent()) {
            return unpacked.filter(text -> !clean.apply(text).equals(text))
                    .map(text -> said(bytes, "it has a secret once it is unpacked"));
        }
        return coding.map(name ->
                said(bytes, "its coding, " + clean.apply(name) + ", isn't undone here, so nobody knows what it has"));
    }

    private static Body said(byte[] bytes, String why) {
        return Body.of("(" + bytes.length + " bytes are left out: " + why + ")");
    }

    /** Printable bytes alone, as of any JSON; compressed ones never are. */
    private static boolean isText(byte[] bytes) {
        for (byte each : bytes) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
                return false;
            }
        }
        return true;
    }

    private interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }

    private static Optional<String> unpacked(byte[] bytes, String coding) {
        List<Unpacking> known = new ArrayList<>(List.of(GZIPInputStream::new, InflaterInputStream::new));
        if (coding.strip().equalsIgnoreCase("deflate")) {
            known.add(packed -> new InflaterInputStream(packed, new Inflater(true)));
        }
        for (Unpacking each : known) {
            try (InputStream plain = each.of(new ByteArrayInputStream(bytes))) {
                byte[] text = plain.readNBytes(LARGEST);
                // Almost any bytes can be inflated to something.
                if (text.length > 0 && isText(text)) {
                    return Optional.of(new String(text, UTF_8));
                }
            } catch (IOException notThis) {
                // The next one may fit.
            }
        }
        return Optional.empty();
    }
}
