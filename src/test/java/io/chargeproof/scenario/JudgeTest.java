package io.chargeproof.scenario;

import static io.chargeproof.exchange.Scripted.none;
import static io.chargeproof.scenario.Scene.FAILS;
import static io.chargeproof.scenario.Scene.MUST;
import static io.chargeproof.scenario.Scene.OBSERVE;
import static io.chargeproof.scenario.Scene.SHOULD;
import static io.chargeproof.scenario.Scene.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.chargeproof.check.Answers;
import io.chargeproof.check.Attribution;
import io.chargeproof.check.Check;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Repeat;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.requirement.RequirementId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final HttpAnswer OK = Answers.json(200, "{}");
    private static final HttpAnswer BAD = Answers.json(400, "{}");
    private static final HttpAnswer AWAY = Answers.empty(503);

    /** An exchange with 200 is right. */
    @Verifies({"EVC-CARD-1", "EVC-HTTP-4", "EVC-HTTP-6"})
    private static final class StatusIsOk implements Check<Exchange> {
        @Override
        public Judgement judge(Exchange exchange) {
            return ok(exchange);
        }
    }

    /** The same, and a second row wherever it is used. */
    @Verifies(
            value = {"EVC-CARD-1", "EVC-HTTP-4"},
            everywhere = true)
    private static final class StatusIsOkEverywhere implements Check<Exchange> {
        @Override
        public Judgement judge(Exchange exchange) {
            return ok(exchange);
        }
    }

    private static Judgement ok(Exchange exchange) {
        return Judgement.holdsIf(
                exchange.status().equals(Optional.of(200)), "it got another status", "200", exchange.outcomeInWords());
    }

    @Test
    void counts_a_judgement_that_holds_and_finds_nothing() {
        Scene scene = about(MUST).answering(OK).begin();

        scene.judge.that(new StatusIsOk(), scene.wire.send(Scene.update()));

        assertThat(scene.found()).isEmpty();
        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(MUST, 1));
        assertThat(scene.controls.sent()).isEmpty();
    }

    /** The level of the row decides what a breach is. */
    @ParameterizedTest
    @CsvSource({"EVC-CARD-1, VIOLATION", "EVC-HTTP-4, WARNING", "EVC-HTTP-6, OBSERVATION"})
    void finds_a_breach_beside_a_control_that_is_answered(String row, Outcome outcome) {
        Scene scene = about(new RequirementId(row)).answering(BAD).sweeping(BAD).begin();
        SentRequest sent = scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.that(new StatusIsOk(), sent))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage(row + ": it got another status; expected 200, got HTTP 400");

        assertThat(scene.scope.findings().found())
                .containsExactly(new Finding(
                        new RequirementId(row),
                        outcome,
                        "it got another status",
                        "200",
                        "HTTP 400",
                        List.of(sent.exchange()),
                        Attribution.TARGET,
                        new Repeat(2, 2)));
        assertThat(scene.controls.purposes()).containsExactly("update with a control");
        assertThat(scene.sweeps.sent())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.purpose().is(RequestTrait.REPEAT)).isTrue());
    }

    @Test
    void keeps_the_outcome_of_a_breach_that_does_not_repeat() {
        Scene scene = about(MUST).answering(BAD).sweeping(OK).begin();

        assertThat(thrown(scene, Scene.update())).isInstanceOf(RequirementViolatedError.class);

        assertThat(only(scene).outcome()).isEqualTo(Outcome.VIOLATION);
        assertThat(only(scene).repeat()).isEqualTo(new Repeat(2, 1));
    }

    @Test
    void does_not_say_how_often_it_was_tried_where_the_second_try_got_no_answer() {
        Scene scene = about(MUST).answering(BAD).sweeping(AWAY).begin();

        assertThat(thrown(scene, Scene.update())).isInstanceOf(RequirementViolatedError.class);

        assertThat(only(scene).repeat()).isNull();
    }

    @Test
    void does_not_try_a_create_again() {
        Scene scene = about(MUST).answering(BAD).begin();

        assertThat(thrown(scene, Scene.create())).isInstanceOf(RequirementViolatedError.class);

        assertThat(only(scene).repeat()).isNull();
        assertThat(scene.sweeps.sent()).isEmpty();
    }

    /** Whoever doesn't answer a control either had a reason of its own. */
    @Test
    void blames_the_environment_where_a_control_gets_no_answer() {
        Scene scene = about(MUST).answering(BAD).sweeping(BAD).controlled(AWAY).begin();

        assertThat(thrown(scene, Scene.update()))
                .isInstanceOf(InconclusiveException.class)
                .hasMessage("it got another status");

        assertThat(only(scene).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(only(scene).attribution()).isEqualTo(Attribution.ENVIRONMENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void leaves_open_what_the_environment_answered(int status) {
        Scene scene =
                about(MUST).answering(Answers.empty(status)).controlled(AWAY).begin();

        assertThat(thrown(scene, Scene.update()))
                .isInstanceOf(InconclusiveException.class)
                .hasMessage("update got HTTP " + status + " in 1 attempt");

        assertThat(only(scene).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(only(scene).attribution()).isEqualTo(Attribution.ENVIRONMENT);
        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(MUST, 1));
    }

    @Test
    void says_how_often_it_was_tried_in_vain() {
        Scene scene = about(MUST).begin();
        Exchange lost = new Exchange(1, Scene.update(), none(NoAnswer.Cause.TIMEOUT), 4, Instant.EPOCH, Duration.ZERO);

        assertThatThrownBy(() -> scene.judge.that(new StatusIsOk(), new SentRequest(lost, false)))
                .isInstanceOf(InconclusiveException.class)
                .hasMessage("update got no answer (none: TIMEOUT) in 4 attempts");
    }

    @Test
    void names_the_first_breach_and_counts_the_others() {
        Scene scene = about(MUST).answering(OK, BAD, BAD, AWAY).sweeping(BAD).begin();
        List<SentRequest> all = List.of(
                scene.wire.send(Scene.update()),
                scene.wire.send(Scene.update()),
                scene.wire.send(Scene.update()),
                new SentRequest(new Exchange(9, Scene.update(), AWAY, 1, Instant.EPOCH, Duration.ZERO), false));

        assertThatThrownBy(() -> scene.judge.each(new StatusIsOk(), all))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage("EVC-CARD-1: it got another status; expected 200, got HTTP 400 (and 2 more)");

        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(MUST, 4));
    }

    @Test
    void has_nothing_to_judge_where_nothing_was_sent() {
        Scene scene = about(MUST).begin();

        assertThatThrownBy(() -> scene.judge.each(new StatusIsOk(), List.of()))
                .isInstanceOf(MissingTestDataException.class)
                .hasMessage("nothing was sent that could be judged");
    }

    /** After five findings a target that is broken is spared: each is believed, and none is tried again. */
    @Test
    void asks_no_control_after_five_findings() {
        Scene scene = about(MUST).answering(BAD).sweeping(BAD).begin();

        for (int i = 0; i < 7; i++) {
            thrown(scene, Scene.update());
        }

        assertThat(scene.controls.sent()).hasSize(5);
        assertThat(scene.sweeps.sent()).hasSize(5);
        assertThat(scene.scope.findings().found())
                .hasSize(7)
                .allSatisfy(finding -> assertThat(finding.outcome()).isEqualTo(Outcome.VIOLATION));
    }

    @Test
    void counts_a_request_that_fails_for_itself_against_the_target() {
        Scene scene = about(MUST).begin();
        SentRequest fails =
                new SentRequest(new Exchange(1, Scene.update(), AWAY, 1, Instant.EPOCH, Duration.ZERO), true);

        assertThatThrownBy(() -> scene.judge.that(new StatusIsOk(), fails))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage(
                        "EVC-CARD-1: update fails again and again while other requests succeed; expected an answer that"
                                + " the document knows, got HTTP 503");
        scene.judge.standing(fails, scene.line);

        assertThat(scene.found())
                .containsExactly(
                        "EVC-CARD-1 VIOLATION: update fails again and again while other requests succeed; expected an answer"
                                + " that the document knows, got HTTP 503",
                        "EVC-HTTP-2 VIOLATION: update fails again and again while other requests succeed; expected an answer"
                                + " that the document knows, got HTTP 503");
        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(MUST, 1, FAILS, 1));
    }

    @Test
    void judges_a_second_row_wherever_a_check_decides_it_everywhere() {
        Scene scene = about(MUST).answering(BAD).sweeping(BAD).begin();
        SentRequest sent = scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.that(new StatusIsOkEverywhere(), sent))
                .hasMessage("EVC-CARD-1: it got another status; expected 200, got HTTP 400 (and 1 more)");

        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(MUST, 1, SHOULD, 1));
    }

    @Test
    void judges_by_a_check_only_the_rows_that_it_decides() {
        Scene scene = about(MUST, FAILS).answering(OK).begin();

        scene.judge.that(new StatusIsOk(), scene.wire.send(Scene.update()));

        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(MUST, 1));
    }

    @Test
    void fails_itself_where_a_check_decides_none_of_the_rows() {
        Scene scene = about(FAILS).answering(OK).begin();
        SentRequest sent = scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.that(new StatusIsOk(), sent))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "StatusIsOk decides none of [EVC-HTTP-2]; name the requirement in its @Verifies, or use another"
                                + " sentence");
    }

    @Test
    void judges_a_scenario_of_ones_own_by_any_check() {
        Scene scene = about().answering(BAD).sweeping(BAD).begin();
        SentRequest sent = scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.that(new StatusIsOk(), sent))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage("it got another status; expected 200, got HTTP 400");
        assertThat(scene.scope.findings().found())
                .containsExactly(new Finding(
                        null,
                        Outcome.VIOLATION,
                        "it got another status",
                        "200",
                        "HTTP 400",
                        List.of(sent.exchange()),
                        Attribution.TARGET,
                        new Repeat(2, 2)));

        Scene away = about().answering(AWAY).controlled(AWAY).begin();
        SentRequest unanswered = away.wire.send(Scene.update());
        assertThatThrownBy(() -> away.judge.that(new StatusIsOk(), unanswered))
                .isInstanceOf(InconclusiveException.class)
                .hasMessage("update got HTTP 503 in 1 attempt");
    }

    /** What is expected beside a shipped requirement is the scenario's own; a row of one's own is decided by it. */
    @Test
    void takes_an_expectation_for_the_rows_of_ones_own_or_for_the_scenario() {
        Scene shipped = about(MUST).answering(BAD).sweeping(BAD).begin();
        SentRequest sent = shipped.wire.send(Scene.update());

        assertThatThrownBy(() -> shipped.judge.expectation(JudgeTest::ok, sent))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage("it got another status; expected 200, got HTTP 400");
        assertThat(only(shipped).requirement()).isNull();
        assertThat(only(shipped).outcome()).isEqualTo(Outcome.VIOLATION);
        assertThat(shipped.scope.findings().judgements()).isEmpty();

        Scene kept = about(MUST).answering(OK).begin();
        kept.judge.expectation(JudgeTest::ok, kept.wire.send(Scene.update()));
        assertThat(kept.found()).isEmpty();
    }

    /** A target that answers nothing else isn't blamed. */
    @Test
    void does_not_blame_a_target_that_is_down_for_what_a_scenario_of_ones_own_expects() {
        Scene scene = about().answering(BAD).controlled(AWAY).begin();
        SentRequest sent = scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.expectation(JudgeTest::ok, sent))
                .isInstanceOf(InconclusiveException.class);
        assertThat(only(scene).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void judges_a_state_by_what_led_to_it() {
        Scene scene = about(MUST).begin();
        Exchange evidence = new Exchange(1, Scene.update(), OK, 1, Instant.EPOCH, Duration.ZERO);

        scene.judge.state(new SaysRight(), "right", List.of(evidence));
        assertThat(scene.found()).isEmpty();

        assertThatThrownBy(() -> scene.judge.state(new SaysRight(), "wrong", List.of(evidence)))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage("EVC-CARD-1: it is so; expected right, got wrong");
        assertThat(only(scene).evidence()).containsExactly(evidence);
        assertThat(only(scene).repeat()).isNull();
        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(MUST, 2));
    }

    @Test
    void needs_no_control_for_a_state_without_evidence() {
        Scene scene = about(MUST).controlled(AWAY).begin();

        assertThatThrownBy(() -> scene.judge.state(new SaysRight(), "wrong", List.of()))
                .isInstanceOf(RequirementViolatedError.class);

        assertThat(scene.controls.sent()).isEmpty();
    }

    @Test
    void ends_a_scenario_of_ones_own_whose_state_is_wrong() {
        Scene scene = about().begin();

        scene.judge.state(new SaysRight(), "right", List.of());
        assertThatThrownBy(() -> scene.judge.state(new SaysRight(), "wrong", List.of()))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage("it is so; expected right, got wrong");
    }

    /** A text that is right. */
    @Verifies("EVC-CARD-1")
    private static final class SaysRight implements Check<String> {
        @Override
        public Judgement judge(String text) {
            return Judgement.holdsIf(text.equals("right"), "it is so", "right", text);
        }
    }

    @Test
    void tells_withheld_requests_and_accounts_in_use_apart() {
        Scene withheld = about(MUST).answering(none(NoAnswer.Cause.WITHHELD)).begin();
        assertThatThrownBy(() -> withheld.wire.send(Scene.update()))
                .isInstanceOf(MissingTestDataException.class)
                .hasMessage("none: WITHHELD");

        Scene inUse = about(MUST).answering(none(NoAnswer.Cause.IN_USE)).begin();
        assertThatThrownBy(() -> inUse.wire.send(Scene.update()))
                .isInstanceOf(InconclusiveException.class)
                .hasMessage("none: IN_USE");

        Scene other = about(MUST).answering(none(NoAnswer.Cause.TIMEOUT)).begin();
        assertThat(other.wire.send(Scene.update()).exchange().isInconclusive()).isTrue();
    }

    @Test
    void observes_what_the_rows_speak_of() {
        Scene scene = about(MUST, OBSERVE).begin();

        scene.judge.observe("seen");
        scene.judge.note("noted");
        scene.judge.noteUnsent(3, 3, "requests");
        scene.judge.noteUnsent(2, 3, "requests");

        List<String> words =
                List.of("seen", "noted", "2 of 3 requests were sent: limits.max-customers has none to spare for more");
        assertThat(scene.scope.findings().observations()).isEqualTo(Map.of(MUST, words.subList(1, 3), OBSERVE, words));
        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(OBSERVE, 1));
    }

    // What looks at every answer.

    private static final Invariant BODY_IS_EMPTY = exchange -> List.of(new Invariant.Judged(
            MUST,
            Judgement.holdsIf(
                    exchange.answer()
                            .filter(answer -> answer.body().text().equals("{}"))
                            .isPresent(),
                    "the body isn't empty",
                    "{}",
                    exchange.answer().map(answer -> answer.body().text()).orElse("nothing"))));

    private static final Invariant NO_SECRET = new Invariant() {
        @Override
        public List<Judged> judge(Exchange exchange) {
            return List.of(new Judged(
                    SHOULD,
                    Judgement.holdsIf(
                            exchange.answer()
                                    .filter(answer -> answer.body().text().contains("secret"))
                                    .isEmpty(),
                            "a secret is given away",
                            "none",
                            "secret")));
        }

        @Override
        public boolean isForAnyAnswer() {
            return true;
        }
    };

    @Test
    void looks_at_every_answer_with_what_stands() {
        Scene scene = about(FAILS)
                .standing(BODY_IS_EMPTY)
                .answering(OK, Answers.json(200, "[]"))
                .sweeping(OK)
                .begin();

        scene.wire.send(Scene.update());
        assertThat(scene.found()).isEmpty();
        SentRequest wrong = scene.wire.send(Scene.update());

        assertThat(scene.found()).containsExactly("EVC-CARD-1 VIOLATION: the body isn't empty; expected {}, got []");
        assertThat(only(scene).evidence()).containsExactly(wrong.exchange());
        assertThat(only(scene).repeat()).isEqualTo(new Repeat(2, 1));
        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(MUST, 2));
    }

    @Test
    void says_of_a_standing_breach_that_repeats_that_it_did() {
        Scene scene = about(FAILS)
                .standing(BODY_IS_EMPTY)
                .answering(Answers.json(200, "[]"))
                .sweeping(Answers.json(200, "1"))
                .begin();

        scene.wire.send(Scene.update());

        assertThat(only(scene).repeat()).isEqualTo(new Repeat(2, 2));
    }

    @Test
    void looks_at_answers_of_the_environment_for_secrets_alone() {
        HttpAnswer page = Answers.json(503, "a secret");
        Scene scene = about(FAILS)
                .standing(BODY_IS_EMPTY)
                .standing(NO_SECRET)
                .answering(page)
                .controlled(OK, AWAY)
                .begin();

        scene.wire.send(Scene.update());

        assertThat(scene.found())
                .containsExactly(
                        "EVC-HTTP-4 INCONCLUSIVE: a secret is given away (HTTP 503); expected none, got secret",
                        "EVC-HTTP-4 INCONCLUSIVE: a secret is given away (HTTP 503); expected none, got secret");
    }

    @Test
    void looks_at_the_answers_before_the_last_for_secrets() {
        Scene scene = about(FAILS).standing(NO_SECRET).begin();
        Exchange first =
                new Exchange(1, Scene.update(), Answers.json(429, "a secret"), 1, Instant.EPOCH, Duration.ZERO);
        Exchange last = new Exchange(2, Scene.update(), OK, 2, Instant.EPOCH, Duration.ZERO, List.of(first));

        scene.judge.standing(new SentRequest(last, false), scene.line);

        assertThat(scene.found())
                .containsExactly("EVC-HTTP-4 WARNING: a secret is given away (HTTP 429); expected none, got secret");
        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(SHOULD, 2));
    }

    /** What a standing check found in an answer isn't found twice by the scenario that is about it. */
    @Test
    void takes_the_finding_of_a_standing_check_for_its_own() {
        Scene scene = about(MUST)
                .standing(BODY_IS_EMPTY)
                .answering(Answers.json(400, "[]"))
                .sweeping(BAD)
                .begin();

        SentRequest sent = scene.wire.send(Scene.update());
        assertThatThrownBy(() -> scene.judge.that(new StatusIsOk(), sent))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage("EVC-CARD-1: the body isn't empty; expected {}, got []");

        assertThat(scene.scope.findings().found()).hasSize(1);
    }

    @Test
    void ends_a_scenario_by_what_standing_checks_found_of_its_rows() {
        Scene scene = about(MUST)
                .standing(BODY_IS_EMPTY)
                .standing(NO_SECRET)
                .answering(Answers.json(200, "\"secret\""), OK)
                .sweeping(OK)
                .begin();
        scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.standingHolds(List.of(MUST, SHOULD)))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage("EVC-CARD-1: the body isn't empty; expected {}, got \"secret\"");
    }

    @Test
    void ends_well_where_standing_checks_found_something_of_other_rows_alone() {
        Scene scene = about(MUST, SHOULD)
                .standing(BODY_IS_EMPTY)
                .standing(NO_SECRET)
                .answering(Answers.json(200, "\"secret\""), OK)
                .sweeping(OK)
                .begin();
        scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.standingHolds(List.of(SHOULD)))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessageStartingWith("EVC-HTTP-4: a secret is given away");

        Scene other = about(MUST)
                .standing(NO_SECRET)
                .answering(Answers.json(200, "\"secret\""))
                .begin();
        other.scope.findings().judged(MUST);
        other.wire.send(Scene.update());
        other.judge.standingHolds(List.of(MUST));
    }

    @Test
    void doesnt_end_well_where_standing_checks_judged_nothing() {
        Scene scene = about(OBSERVE).standing(BODY_IS_EMPTY).answering(OK).begin();
        scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.standingHolds(List.of(OBSERVE)))
                .isInstanceOf(MissingTestDataException.class)
                .hasMessage("no answer in this scenario is one that EVC-HTTP-6 speaks of");
    }

    @Test
    void takes_no_sentence_that_speaks_of_other_rows() {
        Scene scene = about(MUST).standing(BODY_IS_EMPTY).answering(OK).begin();
        scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.standingHolds(List.of(SHOULD)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the scenario bears none of [EVC-HTTP-4], of which the sentence speaks");
    }

    /** Where a scenario of one's own bears no shipped ID, the sentence decides by what it says. */
    @Test
    void ends_a_scenario_of_ones_own_by_what_the_sentence_speaks_of() {
        Scene scene = about().standing(BODY_IS_EMPTY)
                .answering(Answers.json(200, "[]"))
                .sweeping(OK)
                .begin();
        scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.standingHolds(List.of(MUST))).isInstanceOf(RequirementViolatedError.class);
        assertThatThrownBy(() -> scene.judge.standingHolds(List.of(SHOULD)))
                .isInstanceOf(MissingTestDataException.class);
    }

    // What broke elsewhere.

    private static final Cause ELSEWHERE = new Cause(Set.of(FAILS), Set.of("update"), 400, "nothing can be updated");

    private static Causes causes(@Nullable Cause behind, @Nullable Cause shown) {
        return new Causes() {
            private boolean told;

            @Override
            public Optional<Cause> behind(Exchange failed) {
                return Optional.ofNullable(behind);
            }

            @Override
            public boolean isGeneral(Exchange failed) {
                return failed.status().equals(Optional.of(400));
            }

            @Override
            public boolean isNew(Cause cause) {
                boolean first = !told;
                told = true;
                return first;
            }

            @Override
            public Optional<Cause> shownBy(Exchange control) {
                return Optional.ofNullable(shown)
                        .filter(cause -> control.status().equals(Optional.of(400)));
            }
        };
    }

    @Test
    void tests_nothing_where_another_row_is_behind_a_failure() {
        Scene scene = about(MUST).answering(BAD).causes(causes(ELSEWHERE, null)).begin();
        SentRequest sent = scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.that(new StatusIsOk(), sent))
                .isInstanceOf(MissingTestDataException.class)
                .hasMessage("nothing can be updated (see EVC-HTTP-2)");
        assertThat(scene.found()).isEmpty();
        assertThat(scene.scope.findings().judgements()).isEmpty();

        assertThatThrownBy(() -> scene.judge.needsNoCauseElsewhere(sent.exchange()))
                .isInstanceOf(MissingTestDataException.class)
                .hasMessage("nothing can be updated (see EVC-HTTP-2)");
    }

    @Test
    void decides_the_row_that_is_behind_a_failure() {
        Scene scene = about(MUST)
                .answering(BAD)
                .sweeping(BAD)
                .causes(causes(on(MUST), null))
                .begin();

        assertThat(thrown(scene, Scene.update())).isInstanceOf(RequirementViolatedError.class);
        scene.judge.needsNoCauseElsewhere(scene.wire.send(Scene.update()).exchange());
    }

    /** Whether it is said by the constant or by an object that is equal. */
    @Test
    void looks_for_no_cause_of_what_holds() {
        Scene scene = about(MUST).answering(OK).causes(causes(ELSEWHERE, null)).begin();

        scene.judge.that(new HoldsAnyhow(), scene.wire.send(Scene.update()));

        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(MUST, 1));
    }

    /** It says so with an object of its own. */
    @Verifies("EVC-CARD-1")
    private static final class HoldsAnyhow implements Check<Exchange> {
        @Override
        public Judgement judge(Exchange exchange) {
            return new Judgement.Holds();
        }
    }

    @Test
    void finds_once_what_a_control_shows_to_have_broken_since() {
        Scene scene = about(MUST)
                .answering(BAD)
                .controlled(BAD)
                .causes(causes(null, ELSEWHERE))
                .begin();
        SentRequest sent = scene.wire.send(Scene.update());

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> scene.judge.that(new StatusIsOk(), sent))
                    .isInstanceOf(MissingTestDataException.class)
                    .hasMessage("nothing can be updated (see EVC-HTTP-2)");
        }

        assertThat(scene.found())
                .containsExactly(
                        "EVC-HTTP-2 VIOLATION: nothing can be updated; expected what was accepted before, got HTTP 400");
        assertThat(only(scene).attribution()).isEqualTo(Attribution.TARGET);
        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(FAILS, 1));
    }

    @ParameterizedTest
    @CsvSource({"BAD_CREDENTIALS", "MALFORMED"})
    void looks_for_no_cause_of_what_is_to_be_refused(RequestTrait trait) {
        Scene scene = about(MUST)
                .answering(BAD)
                .sweeping(BAD)
                .controlled(BAD)
                .causes(causes(null, ELSEWHERE))
                .begin();
        HttpRequest wrong = Scene.update();

        assertThat(thrown(scene, wrong.withPurpose(wrong.purpose().with(trait))))
                .isInstanceOf(RequirementViolatedError.class);
    }

    private static Cause on(RequirementId row) {
        return new Cause(Set.of(row), Set.of("update"), 400, "nothing can be updated");
    }

    private static Throwable thrown(Scene scene, HttpRequest request) {
        SentRequest sent = scene.wire.send(request);
        return catchThrowable(() -> scene.judge.that(new StatusIsOk(), sent));
    }

    private static Finding only(Scene scene) {
        assertThat(scene.scope.findings().found()).hasSize(1);
        return scene.scope.findings().found().get(0);
    }
}
