package io.chargeproof.scenario;

import static io.chargeproof.check.Answers.json;
import static io.chargeproof.scenario.Scene.about;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Pinpoint;
import io.chargeproof.check.StatusRange;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerStepsTest {
    private final Scene scene = about().answering(
                    json(200, "{\"name\":\"Ann\",\"age\":40,\"none\":null,\"list\":[1, {\"a\": true}]}"))
            .begin();

    /** Text letter by letter, anything else as JSON. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name     | Ann                 |",
                "age      | 40                  |",
                "none     | null                |",
                "list     | [ 1 , {\"a\":true} ] |",
                "list.1.a | true                |",
                "name     | ann     | the answer's \"name\" differs; expected ann, got Ann",
                "name     | \"Ann\" | the answer's \"name\" differs; expected \"Ann\", got Ann",
                "age      | 41      | the answer's \"age\" differs; expected 41, got 40",
                "age      | {       | the answer's \"age\" differs; expected {, got 40",
                "phone    | 12      | the answer's \"phone\" is absent; expected 12, got no such member"
            })
    void compare_a_member(String path, String value, @Nullable String failure) {
        assertThat(failureOf(steps -> steps.memberIs(path, value))).isEqualTo(failure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "phone  |",
                "list.2 |",
                "none   | the answer has \"none\"; expected no such member, got null",
                "name   | the answer has \"name\"; expected no such member, got Ann"
            })
    void look_for_the_absence_of_a_member(String path, @Nullable String failure) {
        assertThat(failureOf(steps -> steps.memberIsAbsent(path))).isEqualTo(failure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"200 |", "201 | the answer's status differs; expected HTTP 201, got HTTP 200"})
    void compare_the_status(int status, @Nullable String failure) {
        assertThat(failureOf(steps -> steps.statusIs(status))).isEqualTo(failure);
    }

    @Test
    void name_what_of_the_answer_is_wrong() {
        failureOf(steps -> steps.memberIs("list.1.a", "1"));
        failureOf(steps -> steps.memberIsAbsent("name"));
        failureOf(steps -> steps.statusIs(201));

        assertThat(scene.scope.findings().found())
                .extracting(Finding::pinpoint)
                .containsExactly(
                        new Pinpoint("/list/1/a", List.of()),
                        new Pinpoint("/name", List.of()),
                        new Pinpoint("", List.of(new StatusRange(201, 201))));
    }

    private @Nullable String failureOf(Consumer<AnswerSteps> step) {
        SentRequests sent = new SentRequests();
        sent.add(scene.wire.send(Scene.update()));
        AnswerSteps steps = new AnswerSteps(new Answers(sent, scene.judge, scene.wire));
        Throwable thrown = Assertions.catchThrowable(() -> step.accept(steps));
        return thrown == null ? null : thrown.getMessage();
    }
}
