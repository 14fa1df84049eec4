package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What whoever writes scenarios reads of the sentences there are. */
class SentenceLinesTest {
    private final Sentences shipped = Sentences.shipped();

    @Test
    void show_a_sentence_with_the_words_that_it_takes() {
        assertThat(shipped.lines("IS/ARE RECORDED"))
                .containsSubsequence(
                        "Then {observation} is/are recorded",
                        "    {observation}: what the target does | how often it throttles")
                .allMatch(line -> line.endsWith("is/are recorded") || line.startsWith("    {"));
    }

    @Test
    void say_of_a_built_in_word_what_it_is() {
        assertThat(shipped.lines("the answer's status"))
                .containsExactly("Then the answer's status is {int}", "    {int}: a whole number");
    }

    @Test
    void find_a_sentence_by_its_words_too() {
        assertThat(shipped.lines("how often it throttles")).contains("Then {observation} is/are recorded");
        assertThat(shipped.lines("no sentence says this")).isEmpty();
    }

    @Test
    void are_those_of_all_sentences() {
        assertThat(shipped.lines(""))
                .filteredOn(line -> !line.startsWith("    "))
                .allMatch(line -> line.matches("(Given|When|Then) .+"))
                .hasSizeGreaterThan(50);
    }

    @Test
    void tell_those_of_ones_own_from_shipped_ones() {
        Sentences all = Sentences.of(List.of("io.chargeproof.own"));

        assertThat(all.meaning("my step has a fault")).singleElement().satisfies(own -> {
            assertThat(own.isShipped()).isFalse();
            assertThat(own.definition()).isEqualTo("io.chargeproof.own.DriverSteps.hasFault");
        });
        assertThat(all.meaning("the call succeeds"))
                .singleElement()
                .satisfies(one -> assertThat(one.isShipped()).isTrue());
        assertThat(all.meaning("the driver's locale counts")).hasSize(2);
        assertThat(all.lines("the driver's"))
                .containsExactly(
                        "Then the driver's {word} counts",
                        "    {word}: a word",
                        "Then the driver's (locale|name) counts");
    }
}
