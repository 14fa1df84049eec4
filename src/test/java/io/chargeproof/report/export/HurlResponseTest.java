package io.chargeproof.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Pinpoint;
import io.chargeproof.check.StatusRange;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.report.ShownRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fails on what came in the run, passes on what would be right, and on anything where that isn't known. */
class HurlResponseTest {
    @Test
    void names_the_one_status_that_is_right() {
        assertThat(of(201, "{}", new Pinpoint("", List.of(new StatusRange(200, 200)))))
                .isEqualTo(new HurlResponse("HTTP 200\n", ""));
    }

    @Test
    void keeps_out_the_statuses_between_those_that_are_right() {
        List<StatusRange> documented =
                List.of(new StatusRange(200, 200), new StatusRange(400, 400), new StatusRange(403, 403));

        assertThat(of(201, "{}", new Pinpoint("", documented)).asserts())
                .isEqualTo("[Asserts]\nstatus >= 200\nstatus <= 403\nstatus != 201\nstatus != 401\nstatus != 402\n");
        assertThat(of(500, "{}", new Pinpoint("", documented)).asserts())
                .isEqualTo("[Asserts]\nstatus >= 200\nstatus <= 403\nstatus != 401\nstatus != 402\n");
        assertThat(of(500, "{}", new Pinpoint("", List.of(StatusRange.below(500)))))
                .isEqualTo(new HurlResponse("HTTP *\n", "[Asserts]\nstatus <= 499\n"));
    }

    @Test
    void keeps_out_the_value_that_came() {
        assertThat(of(200, "{\"result\":{\"code\":0,\"message\":\"\"}}", at("/result/code")))
                .isEqualTo(
                        new HurlResponse("HTTP *\n", "[Asserts]\nbody not matches /\"code\"\\s*:\\s*0\\s*[,}\\]]/\n"));
        assertThat(of(200, "{\"a\":{\"country\":\"N/A (x)\"}}", at("/a/country"))
                        .asserts())
                .isEqualTo("[Asserts]\nbody not matches /\"country\"\\s*:\\s*\"N\\/A \\(x\\)\"\\s*[,}\\]]/\n");
        assertThat(of(401, "{\"user\":{},\"result\":{\"code\":145}}", at("/user"))
                        .asserts())
                .isEqualTo("[Asserts]\nbody not matches /\"user\"\\s*:\\s*\\{/\n");
    }

    @Test
    void wants_the_member_that_was_missing() {
        assertThat(of(200, "{\"user\":{}}", at("/user/first-name")).asserts())
                .isEqualTo("[Asserts]\njsonpath \"$['user']['first-name']\" exists\n");
        assertThat(of(200, "{\"cards\":[]}", at("/cards/0")).asserts())
                .isEqualTo("[Asserts]\njsonpath \"$['cards'][0]\" exists\n");
    }

    @Test
    void passes_anything_where_a_right_answer_might_fail() {
        HurlResponse anything = new HurlResponse("HTTP *\n", "");

        assertThat(of(200, "{}", Pinpoint.NONE)).isEqualTo(anything);
        assertThat(of(200, "no JSON", at("/a"))).isEqualTo(anything);
        assertThat(of(200, "{\"a\":{\"zip\":\"1\"},\"b\":{\"zip\":\"1\"}}", at("/a/zip")))
                .as("another member of the name may be that by right")
                .isEqualTo(anything);
        assertThat(of(200, "{\"token\":\"${OIOI_PRIMARY_TOKEN}\"}", at("/token")))
                .isEqualTo(anything);
        assertThat(of(200, "{\"a b\":1}", at("/a b"))).isEqualTo(anything);
        assertThat(HurlResponse.to(shown(new NoAnswer(NoAnswer.Cause.TIMEOUT, "none came"), at("/a")), true))
                .isEqualTo(anything);
        assertThat(HurlResponse.to(shown(json("{\"a\":1}"), at("/a")), false))
                .as("the one that it was held against may be wrong")
                .isEqualTo(anything);
    }

    private static Pinpoint at(String member) {
        return new Pinpoint(member, List.of());
    }

    private static HttpAnswer json(String body) {
        Headers json = new Headers(List.of(new Headers.Field("Content-Type", "application/json")));
        return new HttpAnswer(200, json, Body.of(body), false);
    }

    private static HurlResponse of(int status, String body, Pinpoint pinpoint) {
        Headers json = new Headers(List.of(new Headers.Field("Content-Type", "application/json")));
        return HurlResponse.to(shown(new HttpAnswer(status, json, Body.of(body), false), pinpoint), true);
    }

    private static ShownRequest shown(Reply reply, Pinpoint pinpoint) {
        HttpRequest request = new HttpRequest(
                HttpMethod.POST,
                URI.create("http://127.0.0.1/"),
                Headers.NONE,
                Body.EMPTY,
                RequestPurpose.of("evc-net", "create"),
                Idempotency.SAFE);
        return new ShownRequest(
                new Exchange(1, request, reply, 1, Instant.EPOCH, Duration.ZERO), "curl", true, pinpoint);
    }
}
