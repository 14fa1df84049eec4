package io.chargeproof.api.evcnet;

import static io.chargeproof.api.evcnet.Exchanges.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.api.evcnet.CustomerIds.Candidate;
import io.chargeproof.api.evcnet.CustomerIsAddressable.Attempt;
import io.chargeproof.check.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CreatedCustomersTest {
    private static final Candidate IN_BODY = new Candidate("data.id", "7");
    private static final Candidate SENT = new Candidate("object_id", "CPr1");
    private static final String EXPECTED = "HTTP 200 to an update of the customer by the id in the answer, in Location,"
            + " or by the object_id that was sent";

    @Test
    void are_addressable_if_an_id_was_accepted() {
        assertThat(new CustomerIsAddressable()
                        .judge(Attempt.atOnce(
                                List.of(IN_BODY, SENT), Optional.of(SENT), answered(Exchanges.update(), 200))))
                .isEqualTo(Judgement.HOLDS);
    }

    @Test
    void are_not_addressable_if_no_id_was_accepted() {
        assertThat(new CustomerIsAddressable()
                        .judge(Attempt.atOnce(
                                List.of(IN_BODY, SENT), Optional.empty(), answered(Exchanges.update(), 400))))
                .isEqualTo(Judgement.broken(
                        "a customer was created, and no id addresses it",
                        EXPECTED,
                        "tried: data.id, object_id; the last got HTTP 400"));
    }

    @Test
    void are_not_addressable_if_the_answer_shows_no_id() {
        assertThat(new CustomerIsAddressable()
                        .judge(Attempt.atOnce(List.of(), Optional.empty(), answered(Exchanges.create(), 200))))
                .isEqualTo(Judgement.broken(
                        "a customer was created, and no id addresses it",
                        EXPECTED,
                        "no id in the answer; the last got HTTP 200"));
    }

    @Test
    void are_addressable_at_once_if_the_first_try_reached_them() {
        assertThat(new CustomerIsAddressableAtOnce().judge(reached())).isEqualTo(Judgement.HOLDS);
    }

    @Test
    void are_addressable_but_not_at_once_if_a_later_try_reached_them() {
        Attempt first = Attempt.atOnce(List.of(IN_BODY), Optional.empty(), answered(Exchanges.update(), 400));

        assertThat(new CustomerIsAddressable().judge(reached().after(first))).isEqualTo(Judgement.HOLDS);
        assertThat(new CustomerIsAddressableAtOnce().judge(reached().after(first)))
                .isEqualTo(Judgement.broken(
                        "a customer was created, and an update reached it only after a moment",
                        "HTTP 200 to the first update of the customer",
                        "the first got HTTP 400"));
    }

    private static Attempt reached() {
        return Attempt.atOnce(List.of(IN_BODY), Optional.of(IN_BODY), answered(Exchanges.update(), 200));
    }

    @Test
    void have_ids_of_their_own() {
        assertThat(new IdsDiffer().judge(List.of("1", "2", "10", "01"))).isEqualTo(Judgement.HOLDS);
    }

    @Test
    void do_not_share_an_id() {
        assertThat(new IdsDiffer().judge(List.of("1", "2", "1", "3", "2", "1")))
                .isEqualTo(Judgement.broken(
                        "6 customers were created, and some share an id",
                        "6 different ids",
                        "given more than once: 1, 2"));

        List<String> many = Stream.concat(
                        IntStream.rangeClosed(1, 12).mapToObj(String::valueOf),
                        IntStream.rangeClosed(1, 12).mapToObj(String::valueOf))
                .toList();
        assertThat(new IdsDiffer().judge(many))
                .isEqualTo(Judgement.broken(
                        "24 customers were created, and some share an id",
                        "24 different ids",
                        "given more than once: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more"));
    }
}
