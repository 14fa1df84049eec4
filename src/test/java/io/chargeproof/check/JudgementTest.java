package io.chargeproof.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JudgementTest {
    @Test
    void holds_if_the_condition_is_true_and_else_says_what_is_broken() {
        assertThat(Judgement.holdsIf(true, "it is red", "green", "red")).isEqualTo(Judgement.HOLDS);
        assertThat(Judgement.holdsIf(false, "it is red", "green", "red"))
                .isEqualTo(new Judgement.Broken("it is red", "green", "red"));
    }

    @Test
    void says_what_of_an_answer_it_is_about() {
        assertThat(Judgement.HOLDS.at("/a").rightWith(List.of(200))).isEqualTo(Judgement.HOLDS);
        assertThat(Judgement.broken("it is red", "green", "red")
                        .rightWith(List.of(403, 200))
                        .at("/a/b"))
                .isEqualTo(new Judgement.Broken(
                        "it is red",
                        "green",
                        "red",
                        new Pinpoint("/a/b", List.of(new StatusRange(200, 200), new StatusRange(403, 403)))));
    }

    @Test
    void writes_statuses_as_it_reads_them() {
        assertThat(StatusRange.below(500)).hasToString("100-499");
        assertThat(StatusRange.of("100-499")).isEqualTo(StatusRange.below(500));
        assertThat(StatusRange.of("200")).isEqualTo(new StatusRange(200, 200)).hasToString("200");
        assertThatThrownBy(() -> new StatusRange(400, 399)).hasMessage("no status is from 400 to 399");
    }

    @Test
    void lists_outcomes_from_the_gravest_under_the_names_of_reports() {
        assertThat(Stream.of(Outcome.values()).map(Outcome::label))
                .containsExactly(
                        "violation",
                        "harness-error",
                        "inconclusive",
                        "not-tested",
                        "warning",
                        "waived",
                        "observation",
                        "conforms",
                        "out-of-scope");
        assertThat(Stream.of(Verdict.values()).map(Verdict::label))
                .containsExactly("conforming", "non-conforming", "incomplete");
        assertThat(Stream.of(Attribution.values()).map(Attribution::label))
                .containsExactly("target", "client", "environment", "configuration", "harness");
    }

    @Test
    void calls_what_breaks_a_document_a_breach_excused_or_not() {
        assertThat(Outcome.values())
                .filteredOn(Outcome::isBreach)
                .containsExactly(Outcome.VIOLATION, Outcome.WARNING, Outcome.WAIVED);
    }

    @Test
    void calls_what_was_learned_of_a_target_decided() {
        assertThat(Outcome.values())
                .filteredOn(Outcome::isDecided)
                .containsExactly(
                        Outcome.VIOLATION, Outcome.WARNING, Outcome.WAIVED, Outcome.OBSERVATION, Outcome.CONFORMS);
    }

    @Test
    void calls_a_breach_intermittent_that_did_not_repeat_each_time() {
        assertThat(new Repeat(2, 1).intermittent()).isTrue();
        assertThat(new Repeat(2, 2).intermittent()).isFalse();
    }
}
