package io.chargeproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chargeproof.api.oioi.IdentifierType;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.UserCauses;
import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.check.Answers;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestTrait;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CauseTest {
    private static final Cause CAUSE =
            new Cause(Cause.rows("EVC-HTTP-1", "EVC-CREATE-2"), Set.of("update"), 404, "nothing is found");
    private static final UserRequests REQUESTS =
            new UserRequests(new OioiTarget(URI.create("https://oioi.example.com"), null, null, null, null, null));

    static Stream<Arguments> failures() {
        HttpRequest update = Scene.update();
        return Stream.of(
                arguments(update, Answers.empty(404), true),
                arguments(update, Answers.empty(405), false),
                arguments(Scene.create(), Answers.empty(404), false),
                arguments(with(update, RequestTrait.BAD_CREDENTIALS), Answers.empty(404), true),
                arguments(with(update, RequestTrait.MALFORMED), Answers.empty(404), false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void is_behind_what_fails_alike(HttpRequest request, Reply reply, boolean behind) {
        assertThat(CAUSE.isBehind(exchange(request, reply))).isEqualTo(behind);
    }

    @Test
    void names_its_rows() {
        assertThat(CAUSE.reason()).isEqualTo("nothing is found (see EVC-CREATE-2, EVC-HTTP-1)");
        assertThat(Cause.rows("EVC-CARD-1", "EVC-HTTP-4")).containsExactlyInAnyOrder(Scene.MUST, Scene.SHOULD);
    }

    @Test
    void is_nowhere_where_none_is_known() {
        Exchange failed = exchange(Scene.update(), Answers.empty(400));

        assertThat(Causes.NONE.behind(failed)).isEmpty();
        assertThat(Causes.NONE.isGeneral(failed)).isFalse();
        assertThat(Causes.NONE.isNew(CAUSE)).isFalse();
        assertThat(Causes.NONE.shownBy(failed)).isEmpty();
    }

    /** Which answers of OIOI, to a read by username or by RFID, may have a cause that holds for all requests. */
    @ParameterizedTest
    @CsvSource({
        "140, true, false", "141, true, false", "142, true, false", "143, false, false", "144, true, false",
        "145, true, false", "210, true, true", "220, true, true", "200, false, false", "0, false, false",
        "300, false, false"
    })
    void is_general_by_the_code(int code, boolean byUsername, boolean byRfid) {
        assertThat(new UserCauses().isGeneral(read(IdentifierType.USERNAME, result(code))))
                .isEqualTo(byUsername);
        assertThat(new UserCauses().isGeneral(read(IdentifierType.RFID, result(code))))
                .isEqualTo(byRfid);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "210 | the right API key isn't accepted any more: HTTP 200, result code 210",
                "145 | the primary user can't be read by username: HTTP 200, result code 145",
                "0   |",
                "300 |"
            })
    void is_shown_by_a_control(int code, @Nullable String sentence) {
        Optional<Cause> shown = new UserCauses().shownBy(read(IdentifierType.USERNAME, result(code)));

        assertThat(shown.map(Cause::sentence)).isEqualTo(Optional.ofNullable(sentence));
        shown.ifPresent(cause -> {
            assertThat(cause.requirements()).isEqualTo(Cause.rows("OIOI-GET-1"));
            assertThat(cause.operations()).isEqualTo(Set.of("user-get-details", "user-post-details"));
            assertThat(cause.status()).isEqualTo(200);
        });
    }

    @Test
    void is_new_once() {
        UserCauses causes = new UserCauses();

        assertThat(List.of(causes.isNew(CAUSE), causes.isNew(CAUSE))).containsExactly(true, false);
        assertThat(causes.behind(read(IdentifierType.USERNAME, result(210)))).isEmpty();
    }

    private static Exchange read(IdentifierType type, Reply reply) {
        return exchange(REQUESTS.read(UserRequests.user(type, "ann", "token")), reply);
    }

    private static Reply result(int code) {
        return Answers.json(200, "{\"result\":{\"code\":" + code + "}}");
    }

    /** Who has no right token and succeeds all the same doesn't fail by what right requests succeed with. */
    @Test
    void is_not_behind_a_stranger_who_succeeds() {
        Cause created = new Cause(Cause.rows("EVC-HTTP-2"), Set.of("create"), 201, "a create gets 201");

        assertThat(created.isBehind(exchange(Scene.create(), Answers.empty(201))))
                .isTrue();
        assertThat(created.isBehind(exchange(with(Scene.create(), RequestTrait.BAD_CREDENTIALS), Answers.empty(201))))
                .isFalse();
    }

    private static HttpRequest with(HttpRequest request, RequestTrait trait) {
        return request.withPurpose(request.purpose().with(trait)).withBody(Body.of("{}"));
    }

    private static Exchange exchange(HttpRequest request, Reply reply) {
        return new Exchange(1, request, reply, 1, Instant.EPOCH, Duration.ZERO);
    }
}
