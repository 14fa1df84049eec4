package io.chargeproof.api.oioi;

import static io.chargeproof.exchange.Scripted.none;
import static io.chargeproof.run.Targeted.PRIMARY;
import static io.chargeproof.run.Targeted.details;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.NoAnswer.Cause;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.Scripted;
import io.chargeproof.run.Targeted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Putting users' details back, at a provider without a network. */
class RestoringTest {
    private static final ObjectNode FIRST = details("First");

    private final List<Duration> waits = new ArrayList<>();
    private final Accounts accounts = new Accounts(Targeted.OIOI, "mine1", true, false, kept -> {});
    private final UserFixtures users = Targeted.users(accounts);
    private final Targeted.Provider provider = new Targeted.Provider().with(PRIMARY, details("Changed"));

    @Test
    void sends_nothing_where_nothing_was_changed() {
        accounts.found(Role.PRIMARY, FIRST);
        Scripted target = Scripted.by(provider::answer);

        assertThat(restored(target)).isEmpty();
        assertThat(target.sent()).isEmpty();
    }

    @Test
    void puts_back_what_was_found() {
        changed();
        Scripted target = Scripted.by(provider::answer);

        assertThat(restored(target)).isEmpty();

        assertThat(provider.details.get("ann")).isEqualTo(Details.postable(FIRST));
        assertThat(target.sent()).hasSize(3);
        assertThat(accounts.left(Role.PRIMARY)).contains(FIRST);
    }

    @Test
    void posts_nothing_where_it_is_as_before() {
        changed();
        provider.with(PRIMARY, FIRST);
        Scripted target = Scripted.by(provider::answer);

        assertThat(restored(target)).isEmpty();
        assertThat(target.sent()).hasSize(1);
    }

    @Test
    void lists_what_nobody_could_see() {
        changed();

        assertThat(restored(Scripted.with(none(Cause.TIMEOUT))))
                .containsExactly(
                        "nobody could see whether the details of oioi.users.primary are as before: no answer (none:"
                                + " TIMEOUT); put them back with 'chargeproof restore' once the target answers");
    }

    @Test
    void gives_reads_that_lag_behind_two_seconds() {
        changed();
        Targeted.Provider replica = new Targeted.Provider().with(PRIMARY, details("Changed"));
        Scripted target = Scripted.by(request -> {
            boolean read = request.purpose().operation().contains("get");
            return read && waits.size() < 3 ? replica.answer(request) : provider.answer(request);
        });

        assertThat(restored(target)).isEmpty();
        assertThat(waits).containsOnly(Duration.ofMillis(500)).hasSize(3);
    }

    @Test
    void lists_what_never_comes_back() {
        changed();
        Targeted.Provider stuck = new Targeted.Provider().with(PRIMARY, details("Changed"));
        Scripted target = Scripted.by(request ->
                request.purpose().operation().contains("get") ? stuck.answer(request) : provider.answer(request));

        assertThat(restored(target))
                .containsExactly(
                        "the details of oioi.users.primary aren't as before in last-name; the target answered HTTP 200,"
                                + " result code 0");
        assertThat(waits).hasSize(4);
    }

    /** Another run that uses the user puts it back itself; it is waited for. */
    @Test
    void waits_for_another_run_to_put_the_user_back() {
        changed();
        provider.with(PRIMARY, details("First").put("billing-name", "Chargeproof other1"));
        Scripted target = Scripted.by(request -> {
            Reply reply = provider.answer(request);
            if (waits.size() == 2) {
                provider.with(PRIMARY, FIRST);
            }
            return reply;
        });

        assertThat(restored(target)).isEmpty();
        assertThat(waits).containsOnly(Duration.ofSeconds(1)).hasSize(3);
        assertThat(target.sent())
                .noneMatch(request -> request.purpose().operation().contains("post"));
    }

    @Test
    void puts_the_user_back_itself_where_the_other_run_does_not() {
        changed();
        provider.with(PRIMARY, details("First").put("billing-name", "Chargeproof other1"));

        assertThat(restored(Scripted.by(provider::answer))).isEmpty();

        assertThat(waits).hasSize(5);
        assertThat(provider.details.get("ann")).isEqualTo(Details.postable(FIRST));
    }

    @Test
    void leaves_a_user_to_another_run_whom_it_did_not_change() {
        accounts.found(Role.PRIMARY, FIRST);
        accounts.found(Role.SECONDARY, details("Second"));
        accounts.change(Role.SECONDARY);
        ObjectNode others = details("First").put("billing-name", "Chargeproof other1");
        provider.with(PRIMARY, others).with(Targeted.SECONDARY, details("Second"));

        assertThat(restored(Scripted.by(provider::answer))).isEmpty();
        assertThat(provider.details.get("ann")).isEqualTo(others);
    }

    /** What an earlier run left behind may be of a sandbox that is gone. */
    @Test
    void puts_nothing_back_at_another_target() {
        accounts.adopt(Role.PRIMARY, FIRST, "earlier");
        accounts.doubt(Role.PRIMARY);
        ObjectNode theirs = details("Theirs");
        provider.with(PRIMARY, theirs);

        assertThat(restored(Scripted.by(provider::answer))).isEmpty();
        assertThat(provider.details.get("ann")).isEqualTo(theirs);
        assertThat(accounts.own(Role.PRIMARY)).contains(theirs);
    }

    private void changed() {
        accounts.found(Role.PRIMARY, FIRST);
        accounts.change(Role.PRIMARY);
    }

    private List<String> restored(Scripted target) {
        return new UserRestorer(target, users, waits::add).restore();
    }
}
