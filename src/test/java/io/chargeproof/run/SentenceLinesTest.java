package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What whoever writes scenarios reads of the sentences there are. */
class SentenceLinesTest {
    private static final Sentences SHIPPED = Sentences.shipped();

    @Test
    void show_a_sentence_with_the_words_that_it_takes() {
        assertThat(SHIPPED.lines("IS/ARE RECORDED"))
                .containsSubsequence(
                        "Then {observation} is/are recorded",
                        "    {observation}: what the target does | how often it throttles")
                .allMatch(line -> line.endsWith("is/are recorded") || line.startsWith("    {"));
    }

    @Test
    void say_of_a_built_in_word_what_it_is() {
        assertThat(SHIPPED.lines("the answer's status"))
                .containsExactly("Then the answer's status is {int}", "    {int}: a whole number");
    }

    @Test
    void find_a_sentence_by_its_words_too() {
        assertThat(SHIPPED.lines("how often it throttles")).contains("Then {observation} is/are recorded");
        assertThat(SHIPPED.lines("no sentence says this")).isEmpty();
    }

    @Test
    void are_those_of_all_sentences() {
        assertThat(SHIPPED.lines(""))
                .filteredOn(line -> !line.startsWith("    "))
                .allMatch(line -> line.matches("(Given|When|Then) .+"))
                .hasSizeGreaterThan(50);
    }
}
