package io.chargeproof.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codings that no request asks for are undone where that can be done, so that what they hide is judged for itself. */
class ContentCodingTest {
    private static final TransportSettings SETTINGS = TransportSettings.of(Duration.ofSeconds(1));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void deflate_is_undone_in_either_format(boolean bare) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, bare))) {
            out.write("{\"data\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(under("deflate", Body.of(packed.toByteArray()))).isEqualTo(answer("deflate", "{\"data\":1}"));
    }

    @Test
    void what_only_claims_to_be_deflate_stays_as_it_came() {
        assertThat(under("deflate", Body.of("{\"data\":1}"))).isEqualTo(answer("deflate", "{\"data\":1}"));
    }

    @Test
    void a_coding_that_is_not_known_stays_as_it_came() {
        assertThat(under("br", Body.of("packed"))).isEqualTo(answer("br", "packed"));
    }

    private static Reply under(String coding, Body body) {
        return new RawAnswer(200, headers(coding), body, false).under(SETTINGS);
    }

    private static HttpAnswer answer(String coding, String body) {
        return new HttpAnswer(200, headers(coding), Body.of(body), false);
    }

    private static Headers headers(String coding) {
        return new Headers(List.of(new Headers.Field("Content-Encoding", coding)));
    }
}
