package io.chargeproof.scenario;

import static io.chargeproof.scenario.Scene.OBSERVE;
import static io.chargeproof.scenario.Scene.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.check.Answers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordStepsTest {
    private static final HttpAnswer OK = Answers.json(200, "{}");
    private static final HttpAnswer BAD = Answers.json(400, "{}");

    private final SentRequests sent = new SentRequests();

    @Test
    void tell_each_request_once_with_the_answers_that_it_got() {
        Scene scene = scene(OK, BAD, OK, BAD);
        send(scene, Scene.update(), Scene.update(), Scene.update(), Scene.create());

        steps(scene).isRecorded(Observation.ANSWERS);

        assertThat(scene.scope.findings().observations())
                .isEqualTo(Map.of(OBSERVE, List.of("update: HTTP 200, then HTTP 400", "create: HTTP 400")));
    }

    @Test
    void count_the_requests_that_had_to_be_sent_again() {
        Scene scene = scene(OK);
        send(scene, Scene.update(), Scene.update());
        SentRequest again = scene.wire.send(Scene.update());
        sent.add(new SentRequest(again.exchange().withAttempts(2), false));

        steps(scene).isRecorded(Observation.THROTTLING);

        assertThat(scene.scope.findings().observations())
                .isEqualTo(Map.of(OBSERVE, List.of("1 of 3 requests in a row had to be sent again")));
    }

    @Test
    void record_nothing_where_an_answer_is_lacking() {
        Scene scene = scene(OK, Answers.empty(429));
        send(scene, Scene.update(), Scene.update());

        assertThatThrownBy(() -> steps(scene).isRecorded(Observation.ANSWERS))
                .isInstanceOf(InconclusiveException.class)
                .hasMessage("update got HTTP 429 in 1 attempt");
        assertThat(scene.scope.findings().observations()).isEmpty();
    }

    private static Scene scene(Reply... replies) {
        return about(OBSERVE).answering(replies).begin();
    }

    private void send(Scene scene, HttpRequest... requests) {
        for (HttpRequest request : requests) {
            sent.add(scene.wire.send(request));
        }
    }

    private RecordSteps steps(Scene scene) {
        return new RecordSteps(sent, scene.judge, scene.lines);
    }
}
