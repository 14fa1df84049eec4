package io.chargeproof.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontDoorTest {
    private static final int ONE_MEBIBYTE = 1 << 20;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    413, 1048577, 10,   10,   application/json, true
                    413, 1048576, 10,   10,   application/json, false
                    414, 10,      2001, 10,   application/json, true
                    414, 10,      1900, 10,   application/json, false
                    431, 10,      10,   8001, application/json, true
                    431, 10,      10,   8000, application/json, false
                    414, 10,      10,   8001, application/json, true
                    415, 10,      10,   10,   ,                 true
                    415, 10,      10,   10,   "application/json; charset=utf-8", true
                    415, 10,      10,   10,   text/plain,       true
                    415, 10,      10,   10,   Application/JSON, false
                    400, 1048577, 2001, 8001, text/plain,       false
                    500, 1048577, 2001, 8001, text/plain,       false
                    """)
    void answers_what_is_too_large_or_not_declared_as_json(
            int status, int body, int path, int field, String type, boolean may) {
        Headers headers = Headers.NONE.with("x-long", "a".repeat(field));
        HttpRequest request = new HttpRequest(
                HttpMethod.POST,
                URI.create("http://127.0.0.1/" + "p".repeat(path)),
                type == null ? headers : headers.with("content-type", type),
                Body.of("b".repeat(body)),
                RequestPurpose.of("evc-net", "create"),
                Idempotency.SAFE);

        assertThat(FrontDoor.mayAnswer(request, status)).isEqualTo(may);
    }
}
