package io.chargeproof.scenario;

import static io.chargeproof.scenario.Scene.MUST;
import static io.chargeproof.scenario.Scene.SHOULD;
import static io.chargeproof.scenario.Scene.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.check.Answers;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.requirement.RequirementId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgedAnswersTest {
    private static final HttpAnswer OK = Answers.json(200, "{}");

    private final SentRequests sent = new SentRequests();

    @Verifies("EVC-CARD-1")
    private static final class NothingIsWrong implements Invariant {
        @Override
        public List<Judged> judge(Exchange exchange) {
            return List.of(new Judged(MUST, Judgement.HOLDS));
        }
    }

    @Verifies("EVC-HTTP-4")
    private static final class AllIsWrong implements Invariant {
        @Override
        public List<Judged> judge(Exchange exchange) {
            return List.of(new Judged(SHOULD, Judgement.broken("it is wrong", "right", "wrong")));
        }
    }

    @Test
    void hold_where_no_answer_broke_what_is_asked_for() {
        Scene scene = scene(OK, MUST, SHOULD);

        new JudgedAnswers(sent, scene.judge).hold(NothingIsWrong.class);

        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(MUST, 1, SHOULD, 1));
    }

    @Test
    void end_the_scenario_where_one_of_the_rules_was_broken() {
        Scene scene = scene(OK, MUST, SHOULD);

        assertThatThrownBy(() -> new JudgedAnswers(sent, scene.judge).hold(NothingIsWrong.class, AllIsWrong.class))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage("EVC-HTTP-4: it is wrong; expected right, got wrong");
    }

    @Test
    void leave_the_scenario_open_where_an_answer_is_lacking() {
        Scene scene = scene(Answers.empty(429), MUST);

        assertThatThrownBy(() -> new JudgedAnswers(sent, scene.judge).hold(NothingIsWrong.class))
                .isInstanceOf(InconclusiveException.class)
                .hasMessage("update got HTTP 429 in 1 attempt");
    }

    private Scene scene(HttpAnswer answer, RequirementId... rows) {
        Scene scene = about(rows)
                .standing(new NothingIsWrong())
                .standing(new AllIsWrong())
                .answering(answer)
                .begin();
        sent.add(scene.wire.send(Scene.update()));
        return scene;
    }
}
