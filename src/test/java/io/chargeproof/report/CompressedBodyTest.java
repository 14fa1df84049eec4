package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.redaction.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CompressedBodyTest {
    private static final Redactor REDACTOR = Redactor.of(Map.of("s3cret-value", "A"));
    private static final String SECRET = "{\"echo\": \"s3cret-value\", \"more\": \"and more and more and more\"}";

    private interface Packing {
        OutputStream into(ByteArrayOutputStream packed) throws IOException;
    }

    private static final List<Packing> PACKINGS = List.of(
            GZIPOutputStream::new,
            DeflaterOutputStream::new,
            packed -> new DeflaterOutputStream(packed, new Deflater(6, true)));

    @Test
    void is_left_out_where_it_has_a_secret_once_it_is_unpacked() throws IOException {
        for (Packing packing : PACKINGS) {
            byte[] body = packed(packing, SECRET);

            assertThat(withheld(body, "deflate"))
                    .isEqualTo("(" + body.length + " bytes are left out: it has a secret once it is unpacked)");
            assertThat(withheld(body, "")).isEqualTo(withheld(body, "deflate"));
        }
    }

    @Test
    void is_shown_as_it_is_where_it_has_none() throws IOException {
        for (Packing packing : PACKINGS) {
            assertThat(withheld(packed(packing, SECRET.replace("s3cret", "public")), "deflate"))
                    .isEqualTo("shown");
        }
        assertThat(withheld(SECRET.getBytes(UTF_8), "gzip")).isEqualTo("shown");
        assertThat(withheld(new byte[0], "br")).isEqualTo("shown");
        assertThat(withheld(new byte[] {1, 2, 3}, "identity")).isEqualTo("shown");
    }

    @Test
    void is_left_out_where_nobody_here_can_unpack_it() {
        assertThat(withheld(new byte[] {0x0b, 0x02, (byte) 0x80, 3}, "br"))
                .isEqualTo("(4 bytes are left out: its coding, br, isn't undone here, so nobody knows what it has)");
    }

    private static String withheld(byte[] body, String coding) {
        Headers headers =
                new Headers(coding.isEmpty() ? List.of() : List.of(new Headers.Field("Content-Encoding", coding)));
        return CompressedBody.withheld(new HttpAnswer(200, headers, Body.of(body), false), REDACTOR::redact)
                .map(Body::text)
                .orElse("shown");
    }

    private static byte[] packed(Packing packing, String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream stream = packing.into(packed)) {
            stream.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
