package io.chargeproof.api.oioi;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Body;
import io.chargeproof.testdata.BrokenBody;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingCallsTest {
    private static final String READ =
            "{\"user-get-details\":{\"user\":{\"identifier-type\":\"username\",\"identifier\":\"primary\"}}}";

    @ParameterizedTest
    @MethodSource("io.chargeproof.testdata.BrokenBody#all")
    void whatever_is_made_of_a_read_is_one(BrokenBody broken) {
        assertThat(ReadingCalls.areReads(broken.inPlaceOf(READ)))
                .as(broken.name())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.chargeproof.testdata.BrokenBody#all")
    void whatever_is_made_of_a_post_may_change_something(BrokenBody broken) {
        String post = READ.replace("get", "post");

        assertThat(ReadingCalls.areReads(broken.inPlaceOf(post)))
                .as(broken.name())
                .isEqualTo(!broken.inPlaceOf(post).text().contains("post"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user-get-everything", "USER-GET-DETAILS", "user_get_details", "userGetDetails"})
    void a_read_is_one_however_its_name_is_written(String name) {
        assertThat(ReadingCalls.areReads(Body.of(READ.replace("user-get-details", name))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"user-get-details\":{},\"user-post-details\":{}}",
                "{\"session-start\":{}}",
                "{\"user\\u002dpost-details\":{}}",
                "[{\"session-start\": {}}]",
                "[{\"session\\u002dstart\": {}}",
                "{'userPostDetails': {}}",
                "{session_start: {}",
                "{\"user-get-details\":{},\"user-get-details\":{},\"session-start\":{}}"
            })
    void what_no_document_calls_a_read_may_change_something(String body) {
        assertThat(ReadingCalls.areReads(Body.of(body))).isFalse();
    }

    @Test
    void letters_of_two_bytes_hide_no_name() {
        String other = READ.replace("user-get-details", "session-start");

        assertThat(ReadingCalls.areReads(Body.of(READ.getBytes(StandardCharsets.UTF_16LE))))
                .isTrue();
        assertThat(ReadingCalls.areReads(Body.of(other.getBytes(StandardCharsets.UTF_16LE))))
                .isFalse();
        assertThat(ReadingCalls.areReads(Body.of((other + ",").getBytes(StandardCharsets.UTF_16LE))))
                .isFalse();
    }
}
