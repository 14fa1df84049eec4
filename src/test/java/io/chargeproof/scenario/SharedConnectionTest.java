package io.chargeproof.scenario;

import static io.chargeproof.scenario.Scene.MUST;
import static io.chargeproof.scenario.Scene.about;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Answers;
import io.chargeproof.exchange.HttpAnswer;
import org.junit.jupiter.api.Test;

class SharedConnectionTest {
    private static final HttpAnswer OK = Answers.json(200, "{}");

    @Test
    void carries_all_that_is_sent_from_then_on() {
        Scene scene = about(MUST).answering(OK).begin();

        scene.wire.send(Scene.update());
        scene.wire.share("a read");
        SentRequest sent = scene.wire.send(Scene.update());
        scene.wire.share("a post");
        scene.wire.send(Scene.update());

        assertThat(sent.exchange().status()).contains(200);
        assertThat(scene.target.sent())
                .extracting(request -> request.purpose().group())
                .containsExactly(
                        "",
                        "a connection that carried a read before no. 1",
                        "a connection that carried a post before no. 2");
    }

    @Test
    void brings_back_the_cookies_that_came_on_it() {
        Scene scene = about(MUST)
                .answering(Answers.with(OK, "Set-Cookie", "sid=1; Path=/"), OK)
                .begin();
        scene.wire.share("a read");

        scene.wire.send(Scene.update());
        scene.wire.send(Scene.update());

        assertThat(scene.target.sent())
                .extracting(request -> request.headers().first("Cookie").orElse(""))
                .containsExactly("", "sid=1");
    }

    /** Sweeps go another way, and would open a connection of their own. */
    @Test
    void carries_sweeps_too() {
        Scene scene = about(MUST).answering(OK).begin();
        scene.wire.share("a read");

        scene.wire.sweep(Scene.update());

        assertThat(scene.sweeps.sent()).isEmpty();
        assertThat(scene.target.purposes()).containsExactly("update, on a connection that carried a read before");
    }
}
