package io.chargeproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Answers;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which members get a value together, and which alone. */
class GroupTestingTest {
    private static final List<String> MEMBERS = List.of("a", "b", "c", "d", "e");

    @Test
    void one_request_is_enough_where_all_is_taken() {
        Target target = new Target(Set.of(), Set.of());

        new GroupTesting(9, 9, Set.of()).inMost(MEMBERS, target);

        assertThat(target.sent).containsExactly("abcde");
        assertThat(target.kept).containsExactly("abcde 200");
    }

    @Test
    void a_fault_is_brought_down_to_its_member() {
        Target target = new Target(Set.of("d"), Set.of());

        new GroupTesting(9, 9, Set.of()).inAny(MEMBERS, target);

        assertThat(target.kept).containsExactly("abc 200", "d 500", "abce 200");
    }

    @Test
    void several_members_with_the_same_fault_are_found() {
        Target target = new Target(Set.of("a", "e"), Set.of());

        new GroupTesting(9, 9, Set.of()).inAny(MEMBERS, target);

        assertThat(target.kept).contains("a 500", "e 500", "bcd 200");
    }

    @Test
    void a_fault_that_only_many_members_show_is_kept_as_it_is() {
        Target target = new Target(Set.of("abcde"), Set.of());

        new GroupTesting(9, 9, Set.of()).inAny(MEMBERS, target);

        assertThat(target.kept).containsExactly("abc 200", "de 200", "abcde 500");
    }

    @Test
    void after_a_refusal_one_member_has_the_value_alone() {
        Target target = new Target(Set.of(), Set.of("b", "e"));
        GroupTesting together = new GroupTesting(0, 2, Set.of());

        together.inAny(MEMBERS, target);
        together.inAny(MEMBERS, target);
        together.inAny(MEMBERS, target);

        assertThat(target.kept).containsExactly("abcde 400", "a 200", "abcde 400", "b 400", "acde 400");
    }

    @Test
    void those_that_are_known_to_refuse_take_turns_to_have_a_value_alone() {
        Target target = new Target(Set.of(), Set.of("b", "e"), Set.of("b", "e"));
        GroupTesting together = new GroupTesting(9, 4, Set.of());

        together.inAny(MEMBERS, target);
        together.inAny(MEMBERS, target);
        together.inAny(MEMBERS, target);

        assertThat(target.kept)
                .containsExactly("abcde 400", "acd 200", "b 400", "acd 200", "e 400", "acd 200", "b 400");
    }

    @Test
    void a_fault_behind_a_refusal_is_found_by_a_member_alone() {
        Target target = new Target(Set.of("a"), Set.of("e"), true);

        new GroupTesting(0, 1, Set.of()).inAny(MEMBERS, target);

        assertThat(target.kept).containsExactly("abcde 400", "a 500");
    }

    @Test
    void a_fault_behind_refusals_is_found_where_they_say_what_they_are_about() {
        Target target = new Target(Set.of("d"), Set.of("a", "b", "e"), Set.of("a"), true);

        new GroupTesting(9, 0, Set.of()).inAny(MEMBERS, target);
        assertThat(target.kept).containsExactly("abcde 400", "bcde 400");

        Target talkative = new Target(Set.of("d"), Set.of("a", "b", "e"), Set.of("a", "b", "e"), true);
        new GroupTesting(9, 0, Set.of()).inAny(MEMBERS, talkative);
        assertThat(talkative.kept).containsExactly("abcde 400", "c 200", "d 500");
    }

    @Test
    void members_that_refuse_what_others_take_are_found_and_left_out_from_then_on() {
        Target target = new Target(Set.of(), Set.of("b"));
        GroupTesting together = new GroupTesting(9, 0, Set.of());

        together.inMost(MEMBERS, target);
        together.inMost(MEMBERS, target);

        assertThat(target.kept)
                .containsExactly("abcde 400", "abc 400", "ab 400", "a 200", "b 400", "c 200", "de 200", "acde 200");
    }

    @Test
    void those_that_are_checked_are_apart_until_they_took_a_value() {
        Target target = new Target(Set.of(), Set.of("e"));
        GroupTesting together = new GroupTesting(9, 0, Set.of("d", "e"));

        together.inMost(MEMBERS, target);
        together.inMost(MEMBERS, target);

        assertThat(target.kept).containsExactly("abc 200", "de 400", "d 200", "e 400", "abcd 200");
    }

    @Test
    void those_that_are_checked_are_apart_again_where_a_refusal_can_not_be_looked_into() {
        GroupTesting together = new GroupTesting(0, 0, Set.of("d", "e"));
        together.inMost(MEMBERS, new Target(Set.of(), Set.of()));
        Target strict = new Target(Set.of(), Set.of("e"));

        together.inMost(MEMBERS, strict);
        together.inMost(MEMBERS, strict);

        assertThat(strict.kept).containsExactly("abcde 400", "abc 200", "abc 200", "de 400");
    }

    @Test
    void no_more_is_spent_on_looking_for_them_than_may_be() {
        Target target = new Target(Set.of(), Set.of("a", "b", "c", "d", "e"));

        new GroupTesting(3, 0, Set.of()).inMost(MEMBERS, target);

        assertThat(target.kept).containsExactly("abcde 400", "abc 400", "ab 400", "a 400");
    }

    @Test
    void nothing_is_judged_where_nothing_may_be_sent() {
        Target target = new Target(Set.of(), Set.of()) {
            @Override
            public Optional<SentRequest> send(List<String> members) {
                return Optional.empty();
            }
        };

        new GroupTesting(9, 9, Set.of()).inAny(MEMBERS, target);

        assertThat(target.kept).isEmpty();
    }

    /** A target that fails over some members, and refuses others; the one or the other first. */
    private static class Target implements GroupTesting.Trial {
        private final Set<String> failing;
        private final Set<String> refusing;
        private final Set<String> named;
        private final boolean refusesFirst;
        private final List<String> sent = new ArrayList<>();
        private final List<String> kept = new ArrayList<>();

        Target(Set<String> failing, Set<String> refusing) {
            this(failing, refusing, false);
        }

        Target(Set<String> failing, Set<String> refusing, boolean refusesFirst) {
            this(failing, refusing, Set.of(), refusesFirst);
        }

        Target(Set<String> failing, Set<String> refusing, Set<String> named) {
            this(failing, refusing, named, false);
        }

        Target(Set<String> failing, Set<String> refusing, Set<String> named, boolean refusesFirst) {
            this.failing = failing;
            this.refusing = refusing;
            this.named = named;
            this.refusesFirst = refusesFirst;
        }

        @Override
        public Optional<SentRequest> send(List<String> members) {
            String all = String.join("", members);
            sent.add(all);
            boolean fails = failing.contains(all) || members.stream().anyMatch(failing::contains);
            boolean refuses = members.stream().anyMatch(refusing::contains);
            return Optional.of(answered(fails && !(refuses && refusesFirst) ? 500 : refuses ? 400 : 200));
        }

        private static SentRequest answered(int status) {
            HttpRequest request = new HttpRequest(
                    HttpMethod.PUT,
                    URI.create("http://localhost/1"),
                    Headers.NONE,
                    Body.EMPTY,
                    RequestPurpose.of("evc-net", "update"),
                    Idempotency.SAFE);
            Exchange exchange = new Exchange(1, request, Answers.empty(status), 1, Instant.EPOCH, Duration.ZERO);
            return new SentRequest(exchange, false);
        }

        @Override
        public boolean isBroken(SentRequest sent) {
            return status(sent) == 500;
        }

        @Override
        public boolean isRefused(SentRequest sent) {
            return status(sent) >= 400;
        }

        @Override
        public List<String> named(List<String> members, SentRequest refusal) {
            return members.stream().filter(named::contains).toList();
        }

        @Override
        public void keep(List<String> members, SentRequest sent) {
            kept.add(String.join("", members) + " " + status(sent));
        }

        private static int status(SentRequest sent) {
            return sent.exchange().status().orElseThrow();
        }
    }
}
