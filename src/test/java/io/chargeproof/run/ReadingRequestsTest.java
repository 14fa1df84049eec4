package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Answers;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.Scripted;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingRequestsTest {
    private static final String READS = "user-get-details";
    private static final String WRITES = "user-post-details";

    private final Scripted target = Scripted.with(Answers.empty(200));

    /** Of an API whose calls are all posts the call decides, whatever the method. */
    @ParameterizedTest
    @CsvSource({
        "GET,  user-post-details, true",
        "HEAD, user-post-details, true",
        "POST, user-get-details,  true",
        "POST, user-post-details, false",
        "POST, anything,          false",
        "PUT,  user-get-details,  true",
        "PUT,  user-post-details, false"
    })
    void sends_no_more_than_is_known_to_read(HttpMethod method, String call, boolean sent) {
        HttpRequest request = request(method, call);

        assertThat(ReadOnlyTarget.changesNothing(request, Targeted.PROFILE)).isEqualTo(sent);
        assertThat(ReadOnlyTarget.guard(target, Targeted.PROFILE, true)
                        .send(request)
                        .answer()
                        .isPresent())
                .isEqualTo(sent);
        assertThat(target.sent()).hasSize(sent ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({READS, WRITES})
    void stands_in_nobodys_way_where_a_run_may_write(String call) {
        assertThat(ReadOnlyTarget.guard(target, Targeted.PROFILE, false)).isSameAs(target);
        assertThat(target.send(request(HttpMethod.POST, call)).reply()).isNotInstanceOf(NoAnswer.class);
    }

    private static HttpRequest request(HttpMethod method, String call) {
        return new HttpRequest(
                method,
                Targeted.OIOI.endpoint(),
                Headers.NONE,
                Body.of("{\"" + call + "\":{\"user\":{\"identifier-type\":\"username\",\"identifier\":\"ann\"}}}"),
                RequestPurpose.of("oioi", call),
                Idempotency.SAFE);
    }
}
