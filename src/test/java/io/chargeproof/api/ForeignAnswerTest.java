package io.chargeproof.api;

import static io.chargeproof.exchange.Scripted.none;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.check.Answers;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.run.Targeted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.MissingNode;

class ForeignAnswerTest {
    private static final String PAGE = "<html><title>Sorry</title></html>";

    /** An answer, whether it is anybody's but the API's, and whether it is JSON of others. */
    static Stream<Arguments> answers() {
        return Stream.of(
                arguments(Answers.typed(200, "text/html", PAGE), true, false),
                arguments(Answers.typed(500, "text/html", PAGE), true, false),
                arguments(Answers.typed(503, "text/html", PAGE), false, false),
                arguments(Answers.empty(299), false, false),
                arguments(Answers.empty(300), true, false),
                arguments(Answers.empty(399), true, false),
                arguments(Answers.empty(400), false, false),
                arguments(Answers.empty(404), true, false),
                arguments(Answers.empty(405), true, false),
                arguments(Answers.empty(501), true, false),
                arguments(Answers.json(404, "{\"data\":1}"), false, false),
                arguments(Answers.json(404, "{\"other\":1}"), true, true),
                arguments(Answers.json(200, "{\"other\":1}"), false, true),
                arguments(Answers.json(499, "{\"other\":1}"), false, true),
                arguments(Answers.json(500, "{\"other\":1}"), false, false),
                arguments(Answers.json(429, "{\"other\":1}"), false, false),
                arguments(Answers.json(200, "{}"), false, false),
                arguments(Answers.json(200, "[]"), false, true),
                arguments(Answers.json(200, "\"up\""), false, true),
                arguments(Answers.json(200, "{\"data\":1,\"other\":1}"), false, false),
                arguments(none(NoAnswer.Cause.TIMEOUT), false, false));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void tells_strangers_from_the_api(Reply reply, boolean foreign, boolean othersJson) {
        assertThat(ForeignAnswer.is(exchange(reply), "data")).isEqualTo(foreign);
        assertThat(ForeignAnswer.isOthersJson(exchange(reply), List.of("data"))).isEqualTo(othersJson);
    }

    @Test
    void knows_who_says_the_same_to_everything() {
        Exchange one = exchange(Answers.json(200, "{\"other\":1}"));
        Exchange two = exchange(Answers.json(200, "{\"other\":2}"));
        Exchange later = exchange(Answers.json(201, "{\"other\":1}"));
        Exchange own = exchange(Answers.json(200, "{\"data\":1}"));

        assertThat(ForeignAnswer.isOneForAll(List.of(one), "data")).isTrue();
        assertThat(ForeignAnswer.isOneForAll(List.of(one, one), "data")).isTrue();
        assertThat(ForeignAnswer.isOneForAll(List.of(one, two), "data")).isFalse();
        assertThat(ForeignAnswer.isOneForAll(List.of(one, later), "data")).isFalse();
        assertThat(ForeignAnswer.isOneForAll(List.of(own, own), "data")).isFalse();
        assertThat(ForeignAnswer.isOneForAll(List.of(one, own), "data")).isFalse();
    }

    static Stream<Arguments> inWords() {
        return Stream.of(
                arguments(Answers.empty(404), "HTTP 404"),
                arguments(Answers.json(400, "{}"), "HTTP 400"),
                arguments(Answers.json(400, "{\"a\":1}"), "HTTP 400, {\"a\":1}"),
                arguments(Answers.typed(200, "text/html", PAGE), "HTTP 200, text/html, \"Sorry\""),
                arguments(
                        Answers.with(Answers.empty(302), "Location", "https://a.example.com/b?c#d"),
                        "HTTP 302, to https://a.example.com/b"),
                arguments(Answers.with(Answers.empty(201), "Location", "/b"), "HTTP 201"),
                arguments(none(NoAnswer.Cause.TIMEOUT), "no answer (none: TIMEOUT)"));
    }

    @ParameterizedTest
    @MethodSource("inWords")
    void says_what_came(Reply reply, String words) {
        assertThat(ForeignAnswer.inWords(exchange(reply))).isEqualTo(words);
    }

    private static Exchange exchange(Reply reply) {
        return new Exchange(
                1,
                new UserRequests(Targeted.OIOI).read(MissingNode.getInstance()),
                reply,
                1,
                Instant.EPOCH,
                Duration.ZERO);
    }
}
