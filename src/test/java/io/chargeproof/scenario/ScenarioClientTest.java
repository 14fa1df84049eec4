package io.chargeproof.scenario;

import static io.chargeproof.exchange.Scripted.none;
import static io.chargeproof.scenario.Scene.FAILS;
import static io.chargeproof.scenario.Scene.MUST;
import static io.chargeproof.scenario.Scene.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.check.Answers;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioClientTest {
    private static final HttpAnswer OK = Answers.json(200, "{}");
    private static final HttpAnswer AWAY = Answers.empty(503);

    static Stream<Reply> suspicious() {
        return Stream.of(none(NoAnswer.Cause.RESET), Answers.empty(502), Answers.empty(503), Answers.empty(504));
    }

    static Stream<Reply> unsuspicious() {
        return Stream.of(
                none(NoAnswer.Cause.TIMEOUT),
                none(NoAnswer.Cause.NOT_CONNECTED),
                Answers.empty(200),
                Answers.empty(429),
                Answers.empty(500),
                Answers.empty(501),
                Answers.empty(505));
    }

    /** It is tried five times in all, each time beside a control. */
    @ParameterizedTest
    @MethodSource("suspicious")
    void counts_a_request_as_failing_for_itself_that_fails_beside_controls(Reply reply) {
        Scene scene = about(MUST).answering(reply).begin();

        SentRequest sent = scene.wire.send(Scene.update());

        assertThat(sent.fails()).isTrue();
        assertThat(scene.target.sent()).hasSize(5);
        assertThat(scene.scope.exchanges()).extracting(Exchange::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(sent.exchange().number()).isEqualTo(5);
        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(FAILS, 1));
        assertThat(scene.controls.sent()).hasSize(5);
    }

    /** Each wrong password that arrives may count, whatever becomes of its answer. */
    @ParameterizedTest
    @MethodSource("suspicious")
    void never_tries_again_what_may_be_sent_but_once(Reply reply) {
        Scene scene = about(MUST).answering(reply).begin();
        HttpRequest update = Scene.update();

        SentRequest sent = scene.wire.send(new HttpRequest(
                update.method(), update.uri(), update.headers(), update.body(), update.purpose(), Idempotency.ONCE));

        assertThat(sent.fails()).isFalse();
        assertThat(scene.target.sent()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("unsuspicious")
    void sends_once_what_is_answered_or_may_be_slow(Reply reply) {
        Scene scene = about(MUST).answering(reply).begin();

        SentRequest sent = scene.wire.send(Scene.update());

        assertThat(sent.fails()).isFalse();
        assertThat(scene.target.sent()).hasSize(1);
        assertThat(scene.controls.sent()).isEmpty();
        assertThat(scene.scope.exchanges()).containsExactly(sent.exchange());
    }

    @Test
    void believes_a_request_that_succeeds_at_last() {
        Scene scene = about(MUST).answering(AWAY, AWAY, AWAY, AWAY, OK).begin();

        SentRequest sent = scene.wire.send(Scene.update());

        assertThat(sent.fails()).isFalse();
        assertThat(sent.exchange().status()).contains(200);
        assertThat(scene.scope.exchanges()).hasSize(5);
    }

    /** A target that is away as a whole isn't to blame for one request, even if it goes away late. */
    @Test
    void does_not_count_it_where_a_control_fails_too() {
        Scene scene = about(MUST).answering(AWAY).controlled(AWAY).begin();
        assertThat(scene.wire.send(Scene.update()).fails()).isFalse();
        assertThat(scene.target.sent()).hasSize(1);
        assertThat(scene.scope.exchanges()).hasSize(1);

        Scene late = about(MUST).answering(AWAY).controlled(OK, OK, OK, AWAY).begin();
        assertThat(late.wire.send(Scene.update()).fails()).isFalse();
        assertThat(late.target.sent()).hasSize(4);
        assertThat(late.found()).isEmpty();
    }

    /** It says that the request didn't come whole, so that it may come again, and says nothing of what was in it. */
    @Test
    void tries_again_what_was_timed_out_and_never_counts_it_as_failing() {
        Scene scene = about(MUST).answering(Answers.empty(408), OK).begin();
        assertThat(scene.wire.send(Scene.create()).exchange().status()).contains(200);

        Scene always = about(MUST).answering(Answers.empty(408)).begin();
        SentRequest sent = always.wire.send(Scene.create());

        assertThat(sent.fails()).isFalse();
        assertThat(sent.exchange().status()).contains(408);
        assertThat(always.target.sent()).hasSize(5);
    }

    @Test
    void sends_each_time_a_fresh_one_where_the_same_would_do_harm() {
        AtomicInteger made = new AtomicInteger();
        Supplier<HttpRequest> fresh = () -> Scene.create().withBody(Body.of("{\"n\":" + made.incrementAndGet() + "}"));

        Scene scene = about(MUST).answering(AWAY, AWAY, OK).begin();
        assertThat(scene.wire.sendFresh(fresh).exchange().status()).contains(200);
        assertThat(scene.target.sent())
                .extracting(request -> request.body().text())
                .containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}");

        Scene sweep = about(MUST).sweeping(AWAY, OK).begin();
        assertThat(sweep.wire.sweepFresh(fresh).exchange().status()).contains(200);
        assertThat(sweep.sweeps.sent())
                .extracting(request -> request.body().text())
                .containsExactly("{\"n\":4}", "{\"n\":5}");
        assertThat(sweep.target.sent()).isEmpty();
    }

    @Test
    void sweeps_by_the_way_of_sweeps() {
        Scene scene = about(MUST).sweeping(OK).begin();

        assertThat(scene.wire.sweep(Scene.update()).exchange().status()).contains(200);

        assertThat(scene.sweeps.sent()).hasSize(1);
        assertThat(scene.target.sent()).isEmpty();
    }

    @Test
    void ends_a_scenario_that_cannot_go_on_without_an_answer() {
        Scene scene = about(MUST).answering(OK, none(NoAnswer.Cause.TIMEOUT)).begin();

        assertThat(scene.wire.ask(Scene.update()).exchange().status()).contains(200);
        assertThatThrownBy(() -> scene.wire.ask(Scene.update()))
                .isInstanceOf(InconclusiveException.class)
                .hasMessage("update got no answer (none: TIMEOUT) in 1 attempt");
    }

    /** Whoever fails for itself has been judged. */
    @Test
    void goes_on_where_a_request_fails_for_itself() {
        Scene scene = about(MUST).answering(AWAY).begin();

        assertThat(scene.wire.ask(Scene.update()).fails()).isTrue();
    }

    @Test
    void takes_an_exchange_over_once_and_looks_at_it() {
        Invariant broken =
                exchange -> List.of(new Invariant.Judged(MUST, Judgement.broken("it is wrong", "right", "wrong")));
        Scene scene = about(MUST).standing(broken).begin();
        SentRequest before =
                new SentRequest(new Exchange(1, Scene.create(), OK, 1, Instant.EPOCH, Duration.ZERO), false);

        assertThat(scene.wire.adopt(before)).isSameAs(before);
        assertThat(scene.wire.adopt(before)).isSameAs(before);

        assertThat(scene.wire.exchanges()).containsExactly(before.exchange());
        assertThat(scene.found()).hasSize(1);
    }

    @Test
    void looks_at_each_suspicious_answer_in_passing() {
        Invariant secret = new Invariant() {
            @Override
            public List<Judged> judge(Exchange exchange) {
                return List.of(new Judged(MUST, Judgement.broken("a secret is given away", "none", "one")));
            }

            @Override
            public boolean isForAnyAnswer() {
                return true;
            }
        };
        Scene scene = about(MUST).standing(secret).answering(AWAY, OK).begin();

        scene.wire.send(Scene.update());

        assertThat(scene.found())
                .contains("EVC-CARD-1 VIOLATION: a secret is given away (HTTP 503); expected none, got one")
                .hasSize(2);
    }

    @Test
    void is_patient_as_long_as_something_is_lacking() {
        AtomicInteger asked = new AtomicInteger();

        int last = about(MUST)
                .begin()
                .wire
                .patiently(0, shown -> shown < 2 ? Set.of("it") : Set.of(), asked::incrementAndGet);

        assertThat(last).isEqualTo(2);
    }

    @Test
    void is_patient_with_what_the_run_knows_of_waiting() {
        Scene scene = about(MUST).begin();

        scene.wire.settle(Instant.now().plus(Duration.ofDays(1)));
        assertThat(scene.waits).hasSize(1);

        for (int i = 0; i < 3; i++) {
            scene.wire.patience().inVain("it");
        }
        assertThat(scene.wire.patiently(0, shown -> Set.of("it"), () -> 1)).isZero();
    }

    @Test
    void knows_what_a_scenario_is_about() {
        ScenarioClient wire = about(MUST).begin().wire;

        assertThat(wire.isAbout(new Cause(Set.of(MUST, FAILS), Set.of(), 400, "")))
                .isTrue();
        assertThat(wire.isAbout(new Cause(Set.of(FAILS), Set.of(), 400, ""))).isFalse();
    }

    @Test
    void has_no_line_to_an_api_that_the_profile_does_not_describe() {
        Scene scene = about(MUST).begin();
        HttpRequest other = new HttpRequest(
                HttpMethod.POST,
                URI.create("https://oioi.example.com"),
                Headers.NONE,
                Body.EMPTY,
                RequestPurpose.of("oioi", "user-get-details"),
                Idempotency.SAFE);

        assertThatThrownBy(() -> scene.wire.send(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no line to oioi; the profile doesn't describe it");
        ApiLines lines = new ApiLines(Map.of(EvcNetModule.API, scene.line));
        assertThat(lines.of(EvcNetModule.API)).isSameAs(scene.line);
        assertThatThrownBy(() -> lines.of(OioiModule.API))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no line to oioi; the profile doesn't describe it");
    }

    @Test
    void remembers_whether_the_target_was_away_when_it_was_last_asked() {
        TargetHealth health = about(MUST).controlled(AWAY, OK).begin().health;

        assertThat(health.isDown()).isFalse();
        assertThat(health.answers()).isFalse();
        assertThat(health.isDown()).isTrue();
        assertThat(health.answers()).isTrue();
        assertThat(health.isDown()).isFalse();
    }

    @Test
    void keeps_the_attempts_before_the_last_with_what_was_sent() {
        ScenarioScope scope = new ScenarioScope();
        Exchange first = new Exchange(1, Scene.update(), AWAY, 1, Instant.EPOCH, Duration.ZERO);
        Exchange last = new Exchange(2, Scene.update(), OK, 2, Instant.EPOCH, Duration.ZERO, List.of(first));

        scope.add(last);

        assertThat(scope.exchanges()).containsExactly(first, last);
    }
}
