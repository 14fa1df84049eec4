package io.chargeproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.testdata.BrokenBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTypesTest {
    private final ParameterTypes words = new ParameterTypes();

    @Test
    void often_is_a_word_or_a_number() {
        assertThat(words.often("once")).isEqualTo(1);
        assertThat(words.often("twice")).isEqualTo(2);
        assertThat(words.often("12 times in a row")).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "body that isn't JSON, REJECTED",
        "body that isn't an object, NO_OBJECT",
        "empty object, EMPTY_OBJECT",
        "odd body, TOLERATED"
    })
    void bodies_are_all_of_a_kind(String text, BrokenBody.Kind kind) {
        assertThat(words.bodies(text))
                .isNotEmpty()
                .containsExactlyElementsOf(BrokenBody.of(kind))
                .allMatch(body -> body.kind() == kind);
    }

    @ParameterizedTest
    @CsvSource({"wrong JSON type, WRONG_TYPE", "hostile text, TEXT", "strange text, STRANGE_TEXT", "hostile value, ANY"
    })
    void values_are_of_a_kind(String text, HostileKind kind) {
        assertThat(words.values(text)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"what the target does, ANSWERS", "how often it throttles, THROTTLING"})
    void observations_are_of_answers_or_of_throttling(String text, Observation observation) {
        assertThat(words.observation(text)).isEqualTo(observation);
    }

    @Test
    void places_are_taken_as_they_are() {
        assertThat(words.place("each member")).isEqualTo("each member");
    }
}
