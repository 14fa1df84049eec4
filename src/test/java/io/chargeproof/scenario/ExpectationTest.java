package io.chargeproof.scenario;

import static io.chargeproof.scenario.Scene.MUST;
import static io.chargeproof.scenario.Scene.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.check.Answers;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Repeat;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario of one's own expects, beside a row of one's own and by itself. */
class ExpectationTest {
    private static final HttpAnswer OK = Answers.json(200, "{}");
    private static final HttpAnswer BAD = Answers.json(400, "{}");
    private static final RequirementId OWN = new RequirementId("EVC-OWN-1");

    @TempDir
    Path folder;

    @Test
    void decides_the_rows_of_ones_own_alone() throws IOException {
        Scene scene = about(MUST, OWN).knowing(catalogue()).answering(OK).begin();

        scene.judge.expectation(ExpectationTest::isOk, scene.wire.send(Scene.update()));

        assertThat(scene.scope.findings().judgements()).isEqualTo(Map.of(OWN, 1));
        assertThat(scene.found()).isEmpty();
    }

    @Test
    void is_as_grave_as_the_row_says() throws IOException {
        Scene scene = about(MUST, OWN)
                .knowing(catalogue())
                .answering(BAD)
                .sweeping(BAD)
                .begin();
        SentRequest sent = scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.expectation(ExpectationTest::isOk, sent))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage("EVC-OWN-1: it differs; expected 200, got HTTP 400");
        assertThat(scene.found()).containsExactly("EVC-OWN-1 WARNING: it differs; expected 200, got HTTP 400");
    }

    @Test
    void fails_by_itself_where_the_request_does() {
        Scene scene = about().begin();
        SentRequest fails = new SentRequest(
                new Exchange(1, Scene.update(), Answers.empty(503), 1, Instant.EPOCH, Duration.ZERO), true);

        assertThatThrownBy(() -> scene.judge.expectation(ExpectationTest::isOk, fails))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage("update fails again and again while other requests succeed; expected an answer that the"
                        + " document knows, got HTTP 503");
    }

    @Test
    void tells_what_passed_the_second_time() {
        Scene scene = about().answering(BAD).sweeping(OK).begin();
        SentRequest sent = scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.expectation(ExpectationTest::isOk, sent))
                .isInstanceOf(RequirementViolatedError.class);

        assertThat(scene.scope.findings().found()).extracting(Finding::repeat).containsExactly(new Repeat(2, 1));
    }

    /** Whoever takes the first of two values for the right one finds another answer. */
    @Test
    void says_where_an_answer_can_be_read_otherwise() {
        HttpAnswer twice = Answers.json(400, "{\"a\":1,\"a\":2}");
        Scene scene = about().answering(twice).sweeping(twice).begin();
        SentRequest sent = scene.wire.send(Scene.update());

        assertThatThrownBy(() -> scene.judge.expectation(ExpectationTest::isOk, sent))
                .isInstanceOf(RequirementViolatedError.class)
                .hasMessage("it differs; expected 200, got HTTP 400 (the answer has 'a' more than once in one object;"
                        + " the last was taken)");
    }

    private static Judgement isOk(Exchange exchange) {
        return Judgement.holdsIf(
                exchange.status().filter(status -> status == 200).isPresent(),
                "it differs",
                "200",
                exchange.outcomeInWords());
    }

    private RequirementCatalogue catalogue() throws IOException {
        return RequirementCatalogue.with(Files.writeString(folder.resolve("own.yaml"), """
                - id: EVC-OWN-1
                  level: SHOULD
                  statement: Update is right.
                  source: our own wishes
                  look-at: The database.
                """));
    }
}
