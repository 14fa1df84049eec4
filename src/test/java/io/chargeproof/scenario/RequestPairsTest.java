package io.chargeproof.scenario;

import static io.chargeproof.scenario.Scene.MUST;
import static io.chargeproof.scenario.Scene.about;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Answers;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RequestPairsTest {
    private static final HttpAnswer OK = Answers.json(200, "{}");
    private static final HttpAnswer AWAY = Answers.empty(503);

    @Test
    void leave_together_and_come_back_in_their_order() {
        Scene scene = about(MUST).sweeping(OK).begin();

        List<SentRequest> pair = scene.wire.sendTogether(Scene.update(), Scene.create());

        assertThat(pair)
                .extracting(sent -> sent.request().purpose().inWords())
                .containsExactly("update, at the same moment as another", "create, at the same moment as another");
        assertThat(scene.sweeps.sent()).hasSize(2).allSatisfy(request -> {
            assertThat(request.purpose().group()).isEqualTo("a pair no. 1");
            assertThat(request.purpose().is(RequestTrait.TOGETHER)).isTrue();
        });
        assertThat(scene.scope.exchanges())
                .containsExactlyElementsOf(
                        pair.stream().map(SentRequest::exchange).toList());
    }

    @Test
    void have_a_name_of_their_own() {
        Scene scene = about(MUST).sweeping(OK).begin();

        scene.wire.sendTogether(Scene.update(), Scene.update());
        scene.wire.sendTogether(Scene.update(), Scene.update());

        assertThat(scene.sweeps.sent())
                .extracting(request -> request.purpose().group())
                .containsExactly("a pair no. 1", "a pair no. 1", "a pair no. 2", "a pair no. 2");
    }

    /** A process that is to end waits for neither. */
    @Test
    void are_sent_from_threads_that_keep_nobody_waiting() {
        Queue<Boolean> daemons = new ConcurrentLinkedQueue<>();
        Supplier<HttpRequest> request = () -> {
            daemons.add(Thread.currentThread().isDaemon());
            return Scene.update();
        };

        about(MUST).sweeping(OK).begin().wire.sendTogether(request, request);

        assertThat(daemons).containsExactly(true, true);
    }

    @Test
    void are_tried_again_each_by_itself_with_a_fresh_request() {
        AtomicInteger made = new AtomicInteger();
        Supplier<HttpRequest> fresh = () -> Scene.create().withBody(Body.of("{\"n\":" + made.incrementAndGet() + "}"));
        Scene scene = about(MUST).sweeping(AWAY, AWAY, OK).begin();

        List<SentRequest> pair = scene.wire.sendTogether(fresh, fresh);

        assertThat(pair)
                .extracting(sent -> sent.exchange().status().orElseThrow())
                .containsExactly(200, 200);
        assertThat(scene.sweeps.sent())
                .extracting(request -> request.body().text())
                .containsExactlyInAnyOrder("{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}");
    }
}
