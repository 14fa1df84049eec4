package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Finding;
import io.chargeproof.exchange.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequencesTest {
    private static final Exchange POST = SampleRun.LOST.withNumber(6);
    private static final Exchange SAME_POST = SampleRun.LOST.withNumber(7);
    private static final Exchange READ = SampleRun.READ.withNumber(8);

    @Test
    void begin_with_what_made_the_thing_that_an_address_names() {
        assertThat(numbers(SampleRun.report(), SampleRun.cardFinding())).containsExactly(1L, 2L);
    }

    @Test
    void have_the_change_before_a_read_and_the_same_change_before_that() {
        assertThat(numbers(posts(), SampleRun.cardFinding().shownBy(List.of(READ))))
                .containsExactly(6L, 7L, 8L);
    }

    @Test
    void have_no_other_request_before_a_change() {
        assertThat(numbers(posts(), SampleRun.cardFinding().shownBy(List.of(POST))))
                .containsExactly(6L);
        assertThat(numbers(posts(), SampleRun.cardFinding().shownBy(List.of(SAME_POST))))
                .containsExactly(6L, 7L);
    }

    @Test
    void are_empty_where_nothing_was_sent() {
        assertThat(numbers(posts(), SampleRun.cardFinding().shownBy(List.of()))).isEmpty();
    }

    private static List<Long> numbers(RunReport report, Finding finding) {
        return new Sequences(report).of(finding).stream().map(Exchange::number).toList();
    }

    private static RunReport posts() {
        RunReport sample = SampleRun.report();
        return new RunReport(
                sample.run(),
                sample.scope(),
                sample.target(),
                sample.verdict(),
                sample.exitCode(),
                List.of(),
                List.of(sample.scenarios().get(0).withExchanges(List.of(6L, 7L, 8L))),
                List.of(POST, SAME_POST, READ),
                List.of(),
                List.of());
    }
}
