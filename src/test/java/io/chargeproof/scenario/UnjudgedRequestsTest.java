package io.chargeproof.scenario;

import static io.chargeproof.exchange.Scripted.none;
import static io.chargeproof.scenario.Scene.FAILS;
import static io.chargeproof.scenario.Scene.MUST;
import static io.chargeproof.scenario.Scene.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.check.Answers;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnjudgedRequestsTest {
    private static final HttpAnswer OK = Answers.json(200, "{}");
    private static final HttpAnswer AWAY = Answers.empty(503);
    private static final Invariant WELL = exchange -> List.of(new Invariant.Judged(FAILS, Judgement.HOLDS));
    private static final Invariant STATUS_IS_OK = exchange -> List.of(new Invariant.Judged(
            MUST,
            Judgement.holdsIf(
                    exchange.status().filter(status -> status == 200).isPresent(), "it is wrong", "right", "wrong")));

    @Test
    void are_judged_when_they_are_handed_in() {
        Scene scene = about(MUST).standing(STATUS_IS_OK).answering(OK).begin();

        SentRequest sent = scene.wire.unjudged(() -> scene.wire.send(Scene.update()));
        assertThat(scene.scope.findings().judgements()).isEmpty();
        assertThat(scene.wire.exchanges()).containsExactly(sent.exchange());

        assertThat(scene.wire.judged(sent)).isSameAs(sent);
        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(MUST, 1));
    }

    @Test
    void are_those_of_the_outermost_sending_alone() {
        Scene scene = about(MUST).standing(STATUS_IS_OK).answering(OK).begin();

        scene.wire.unjudged(() -> {
            scene.wire.unjudged(() -> scene.wire.send(Scene.update()));
            return scene.wire.send(Scene.update());
        });
        assertThat(scene.scope.findings().judgements()).isEmpty();

        assertThatThrownBy(() -> scene.wire.unjudged(() -> {
                    throw new MissingTestDataException("nothing to send");
                }))
                .isInstanceOf(MissingTestDataException.class);
        scene.wire.send(Scene.update());
        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(MUST, 1));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(OK, false),
                Arguments.of(Answers.json(400, "{}"), true),
                Arguments.of(Answers.empty(500), true),
                // Fails again and again beside controls that are answered.
                Arguments.of(AWAY, true),
                // The environment's.
                Arguments.of(Answers.empty(429), false),
                Arguments.of(none(NoAnswer.Cause.TIMEOUT), false));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void show_a_fault_that_no_request_excuses_or_none(Reply reply, boolean broken) {
        Scene scene = about(MUST)
                .standing(WELL)
                .standing(STATUS_IS_OK)
                .answering(reply)
                .begin();

        SentRequest sent = scene.wire.unjudged(() -> scene.wire.send(Scene.update()));

        assertThat(scene.wire.isBroken(sent)).isEqualTo(broken);
        assertThat(scene.found()).isEmpty();
    }

    /** Whoever is away as a whole isn't broken. */
    @Test
    void show_no_fault_of_a_target_that_is_away() {
        Scene scene = about(MUST)
                .standing(STATUS_IS_OK)
                .answering(AWAY)
                .controlled(AWAY)
                .begin();

        assertThat(scene.wire.isBroken(scene.wire.unjudged(() -> scene.wire.send(Scene.update()))))
                .isFalse();
    }
}
