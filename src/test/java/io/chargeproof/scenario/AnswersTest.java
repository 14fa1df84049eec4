package io.chargeproof.scenario;

import static io.chargeproof.check.Answers.empty;
import static io.chargeproof.check.Answers.json;
import static io.chargeproof.exchange.Scripted.none;
import static io.chargeproof.scenario.Scene.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Reply;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final HttpAnswer OK = json(200, "{\"id\":1}");
    private static final HttpAnswer BAD = json(400, "{}");
    private static final HttpAnswer AWAY = empty(503);

    private final SentRequests sent = new SentRequests();

    @Test
    void are_those_of_the_scenario_in_their_order() {
        Scene scene = about().answering(OK, none(NoAnswer.Cause.TIMEOUT), BAD).begin();
        Answers answers = of(scene, 3);

        assertThat(answers.all()).containsExactly(new Answer(OK), new Answer(BAD));
        assertThat(answers.last()).isEqualTo(new Answer(BAD));
        assertThat(sent.all()).hasSize(3);
    }

    @Test
    void are_none_before_anything_was_sent() {
        Answers answers = of(about().begin(), 0);

        assertThat(answers.all()).isEmpty();
        assertThatThrownBy(answers::last)
                .isInstanceOf(MissingTestDataException.class)
                .hasMessage("nothing was sent that could be judged");
    }

    @Test
    void leave_the_scenario_open_where_the_last_request_got_none() {
        Answers answers = of(away(OK, AWAY), 2);

        assertThatThrownBy(answers::last)
                .isInstanceOf(InconclusiveException.class)
                .hasMessage("update got HTTP 503 in 1 attempt");
    }

    @Test
    void take_the_place_of_the_last_where_it_is_sent_again_altered() {
        Scene scene = about().answering(OK, BAD).begin();
        Answers answers = of(scene, 1);

        Answer again = answers.sendAgain(request -> request.withBody(Body.of("[]")));

        assertThat(again).isEqualTo(new Answer(BAD));
        assertThat(answers.last()).isEqualTo(again);
        assertThat(scene.target.sent())
                .extracting(request -> request.body().text())
                .containsExactly("{}", "[]");
    }

    /** Whoever asks needs the answer. */
    @Test
    void leave_the_scenario_open_where_what_is_sent_again_got_none() {
        Answers answers = of(away(OK, AWAY), 1);

        assertThatThrownBy(() -> answers.sendAgain(request -> request)).isInstanceOf(InconclusiveException.class);

        assertThat(sent.all()).hasSize(1);
    }

    @Test
    void are_judged_by_the_last() {
        Scene scene = about().answering(BAD, OK).begin();
        Answers answers = of(scene, 2);

        answers.expect(answer -> Judgement.holdsIf(answer.status() == 200, "it differs", "200", "another"));
        assertThat(scene.found()).isEmpty();

        assertThatThrownBy(() -> answers.expect(answer -> Judgement.broken("it differs", "none", answer.body())))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage("it differs; expected none, got {\"id\":1}");
        assertThat(scene.found()).containsExactly("null VIOLATION: it differs; expected none, got {\"id\":1}");
    }

    @Test
    void are_judged_by_none_where_the_last_request_got_none() {
        Answers answers = of(away(AWAY), 1);

        assertThatThrownBy(() -> answers.expect(answer -> Judgement.HOLDS))
                .isInstanceOf(InconclusiveException.class)
                .hasMessage("update got HTTP 503 in 1 attempt");
    }

    private static Scene away(Reply... replies) {
        return about().answering(replies).controlled(AWAY).begin();
    }

    private Answers of(Scene scene, int requests) {
        for (int i = 0; i < requests; i++) {
            sent.add(scene.wire.send(Scene.update()));
        }
        return new Answers(sent, scene.judge, scene.wire);
    }
}
