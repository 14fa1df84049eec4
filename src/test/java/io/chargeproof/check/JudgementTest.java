package io.chargeproof.check;

import static org.assertj.core.api.Assertions.assertThat;

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
