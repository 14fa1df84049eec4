package io.chargeproof.scenario;

import static io.chargeproof.scenario.Scene.MUST;
import static io.chargeproof.scenario.Scene.SHOULD;
import static io.chargeproof.scenario.Scene.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.check.Answers;
import io.chargeproof.check.Check;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetHealthTest {
    private static final HttpAnswer BAD = Answers.json(400, "{}");

    private final Scene scene = about(MUST).answering(BAD).sweeping(BAD).begin();

    @Verifies("EVC-CARD-1")
    private static final class AllIsWrong implements Check<Exchange> {
        @Override
        public Judgement judge(Exchange exchange) {
            return Judgement.broken("it is wrong", "right", "wrong");
        }
    }

    @Test
    void knows_a_row_to_be_broken_by_its_tenth_breach() {
        meet(9);
        assertThat(scene.health.isKnownToBreak(MUST)).isFalse();

        meet(1);
        assertThat(scene.health.isKnownToBreak(MUST)).isTrue();
        assertThat(scene.health.isKnownToBreak(SHOULD)).isFalse();
    }

    /** What a scenario of one's own expects by itself is nobody's row. */
    @Test
    void counts_no_breach_of_no_row() {
        IntStream.range(0, 10).forEach(time -> scene.health.met(null));

        assertThat(scene.health.isKnownToBreak(null)).isFalse();
    }

    @Test
    void is_asked_about_the_tenth_breach_and_about_no_later_one() {
        meet(9);

        breach();
        assertThat(scene.controls.sent()).hasSize(1);
        assertThat(scene.sweeps.sent()).hasSize(1);

        breach();
        assertThat(scene.controls.sent()).hasSize(1);
        assertThat(scene.sweeps.sent()).hasSize(1);
    }

    @Test
    void counts_no_breach_where_nothing_else_is_answered_either() {
        Scene away = about(MUST)
                .answering(BAD)
                .sweeping(BAD)
                .controlled(Answers.empty(503))
                .begin();
        IntStream.range(0, 9).forEach(time -> away.health.met(MUST));
        SentRequest sent = away.wire.send(Scene.update());

        assertThatThrownBy(() -> away.judge.that(new AllIsWrong(), sent)).isInstanceOf(InconclusiveException.class);

        assertThat(away.health.isKnownToBreak(MUST)).isFalse();
    }

    @Test
    void is_asked_by_a_request_that_says_so() {
        assertThat(scene.health.answers()).isTrue();

        assertThat(scene.controls.purposes()).containsExactly("update with a control");
    }

    private void meet(int times) {
        IntStream.range(0, times).forEach(time -> scene.health.met(MUST));
    }

    private void breach() {
        SentRequest sent = scene.wire.send(Scene.update());
        assertThatThrownBy(() -> scene.judge.that(new AllIsWrong(), sent)).isInstanceOf(RequirementViolatedError.class);
        assertThat(scene.scope.findings().found())
                .extracting(Finding::requirement)
                .containsOnly(MUST);
    }
}
