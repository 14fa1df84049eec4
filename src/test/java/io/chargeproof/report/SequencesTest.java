package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Finding;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
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

    /** A fault of a connection shows only behind what the connection carried, one of a moment beside what was sent then. */
    @Test
    void have_what_shares_a_connection_or_a_moment() {
        RequestPurpose plain = POST.request().purpose();
        Exchange carried = of(POST, plain.in("a connection no. 1"));
        Exchange behind = of(READ, READ.request().purpose().in("a connection no. 1"));
        Exchange elsewhere = of(SAME_POST, plain.in("a connection no. 2"));
        Finding finding = SampleRun.cardFinding().shownBy(List.of(behind));

        List<Exchange> shown = new Sequences(posts(carried, elsewhere, behind)).of(finding);

        assertThat(shown).contains(carried, behind);
        assertThat(Commands.of(posts(carried, elsewhere, behind), text -> text)
                        .of(List.of(carried, behind))
                        .get(1))
                .isEqualTo(Curl.of(carried.request()) + " --next "
                        + Curl.of(behind.request()).substring("curl ".length()));

        Exchange one = of(POST, plain.with(RequestTrait.TOGETHER).in("a pair no. 1"));
        Exchange other = of(SAME_POST, plain.with(RequestTrait.TOGETHER).in("a pair no. 1"));

        assertThat(new Sequences(posts(one, other)).of(SampleRun.cardFinding().shownBy(List.of(one))))
                .containsExactly(one, other);
        assertThat(Commands.of(posts(one, other), text -> text)
                        .of(List.of(one, other))
                        .get(1))
                .isEqualTo(Curl.of(one.request()) + " & " + Curl.of(other.request()) + " & wait");
    }

    private static Exchange of(Exchange exchange, RequestPurpose purpose) {
        return new Exchange(
                exchange.number(),
                exchange.request().withPurpose(purpose),
                exchange.reply(),
                1,
                exchange.started(),
                exchange.duration());
    }

    @Test
    void are_empty_where_nothing_was_sent() {
        assertThat(numbers(posts(), SampleRun.cardFinding().shownBy(List.of()))).isEmpty();
    }

    private static List<Long> numbers(RunReport report, Finding finding) {
        return new Sequences(report).of(finding).stream().map(Exchange::number).toList();
    }

    private static RunReport posts() {
        return posts(POST, SAME_POST, READ);
    }

    private static RunReport posts(Exchange... exchanges) {
        RunReport sample = SampleRun.report();
        return new RunReport(
                sample.run(),
                sample.scope(),
                sample.target(),
                sample.verdict(),
                sample.exitCode(),
                List.of(),
                List.of(sample.scenarios().get(0).withExchanges(List.of(6L, 7L, 8L))),
                List.of(exchanges),
                List.of(),
                List.of());
    }
}
