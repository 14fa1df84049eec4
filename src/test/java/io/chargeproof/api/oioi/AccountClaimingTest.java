package io.chargeproof.api.oioi;

import static io.chargeproof.exchange.Scripted.none;
import static io.chargeproof.run.Targeted.PRIMARY;
import static io.chargeproof.run.Targeted.code;
import static io.chargeproof.run.Targeted.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.UsageException;
import io.chargeproof.api.evcnet.CustomerRequests;
import io.chargeproof.check.Answers;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.NoAnswer.Cause;
import io.chargeproof.exchange.Reply;
import io.chargeproof.exchange.Scripted;
import io.chargeproof.run.Targeted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AccountClaimingTest {
    private static final ObjectNode FIRST = details("First");

    private final List<Duration> waits = new ArrayList<>();
    private final UserFixtures users = Targeted.users(new Accounts(Targeted.OIOI, "mine1", true, false, kept -> {}));
    private final Accounts accounts = users.accounts();
    private final Targeted.Provider provider =
            new Targeted.Provider().with(PRIMARY, FIRST).with(Targeted.SECONDARY, details("Second"));

    @Test
    void holds_a_user_whose_own_details_the_target_takes() {
        Scripted target = Scripted.by(provider::answer);

        AccountClaim claim = claiming(target).claim(false, null);

        assertThat(claim).isEqualTo(AccountClaim.holding(null));
        assertThat(accounts.own(Role.PRIMARY)).contains(FIRST);
        assertThat(accounts.mayHaveChanged(Role.PRIMARY)).isTrue();
        assertThat(operations(target)).containsExactly("user-get-details", "user-post-details");
        assertThat(target.purposes().get(0)).isEqualTo("user-get-details with a look before the user is changed");
        assertThat(waits).isEmpty();
    }

    /** Its mark lets other runs see that it is there. */
    @Test
    void marks_a_user_whom_it_holds_visibly() {
        AccountClaim claim = claiming(Scripted.by(provider::answer)).claim(true, null);

        assertThat(claim.against()).isNull();
        assertThat(claim.isFinal()).isTrue();
        assertThat(claim.since()).isNotNull();
        assertThat(accounts.bearsOwnMark(provider.details.get("ann"))).isTrue();
        assertThat(waits)
                .hasSize(1)
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(300), Duration.ofSeconds(5)));
    }

    @Test
    void looks_no_further_where_it_was_looked_before() {
        Scripted target = Scripted.by(provider::answer);
        Exchange look = target.send(users.read(IdentifierType.USERNAME, "ann", PRIMARY));

        claiming(target).claim(false, at(Instant.now(), look));

        assertThat(operations(target)).containsExactly("user-get-details", "user-post-details");
    }

    /** Or it would wait for others as long as that look is ago. */
    @Test
    void looks_again_where_it_was_looked_a_while_ago() {
        Scripted target = Scripted.by(provider::answer);
        Exchange look = target.send(users.read(IdentifierType.USERNAME, "ann", PRIMARY));

        claiming(target).claim(false, at(Instant.now().minusSeconds(2), look));

        assertThat(operations(target)).containsExactly("user-get-details", "user-get-details", "user-post-details");
    }

    @Test
    void finds_a_user_by_another_identifier() {
        Scripted target = Scripted.by(request -> request.body().text().contains("\"username\"")
                        && operation(request).contains("get")
                ? code(401, 144)
                : provider.answer(request));

        assertThat(claiming(target).claim(false, null).against()).isNull();
        assertThat(operations(target)).containsExactly("user-get-details", "user-get-details", "user-post-details");
    }

    @Test
    void changes_nothing_of_a_user_who_cannot_be_read() {
        Scripted target = Scripted.with(code(401, 144));
        AccountClaim claim = claiming(target).claim(true, null);

        assertThat(claim)
                .isEqualTo(AccountClaim.withheld(
                        "the details of oioi.users.primary can't be read (HTTP 401, result code 144), so"
                                + " they couldn't be put back"));
        assertThat(claim.detail()).endsWith("; nothing was changed");
        assertThat(claim.isLost()).isFalse();
        assertThat(target.sent()).hasSize(3);
    }

    @Test
    void leaves_open_who_gets_no_answer() {
        Scripted target = Scripted.with(none(Cause.TIMEOUT));
        AccountClaim claim = claiming(target).claim(true, null);

        assertThat(claim)
                .isEqualTo(AccountClaim.undecided(
                        "the details of oioi.users.primary can't be read (no answer (none: TIMEOUT)), so"
                                + " they couldn't be put back"));
        assertThat(claim.isFinal()).isFalse();
        assertThat(target.sent()).hasSize(1);
    }

    @Test
    void loses_a_user_whom_another_run_has_marked() {
        provider.with(PRIMARY, marked("other1"));

        AccountClaim claim = claiming(Scripted.by(provider::answer)).claim(true, null);

        assertThat(claim).isEqualTo(AccountClaim.lost(Role.PRIMARY, "other1"));
        assertThat(claim.isLost()).isTrue();
        assertThat(claim.detail())
                .isEqualTo(
                        "another run (other1) is using oioi.users.primary at the same time, and the values there are its"
                                + " own; keep runs on the same accounts apart");
        assertThat(accounts.mayHaveChangedAny()).isFalse();
    }

    @Test
    void loses_a_user_whom_another_run_marks_at_the_same_time() {
        Scripted target = Scripted.by(request -> {
            Reply reply = provider.answer(request);
            if (accounts.bearsOwnMark(provider.details.get("ann"))) {
                provider.with(PRIMARY, marked("other1"));
            }
            return reply;
        });

        assertThat(claiming(target).claim(true, null)).isEqualTo(AccountClaim.lost(Role.PRIMARY, "other1"));
        assertThat(accounts.mayHaveChangedAny()).isFalse();
    }

    @Test
    void does_not_claim_a_user_whom_somebody_changed_since() {
        accounts.found(Role.PRIMARY, details("Other"));

        AccountClaim claim = claiming(Scripted.by(provider::answer)).claim(true, null);

        assertThat(claim.isFinal()).isFalse();
        assertThat(claim.against()).isEqualTo(AccountClaim.changedByOthers(Role.PRIMARY));
        assertThat(claim.detail())
                .isEqualTo(
                        "somebody else changed the details of oioi.users.primary while the run was using them; keep runs"
                                + " on the same accounts apart");
    }

    @Test
    void claims_a_user_who_bears_its_own_mark() {
        accounts.found(Role.PRIMARY, FIRST);
        provider.with(PRIMARY, marked("mine1"));

        assertThat(claiming(Scripted.by(provider::answer)).claim(false, null).against())
                .isNull();
    }

    /** Details without any text say nothing of who wrote them: it is looked again after a moment. */
    @Test
    void looks_twice_at_a_user_without_texts() {
        ObjectNode bare = (ObjectNode) JsonMapper.shared().readTree("{\"vat\":null}");
        provider.with(PRIMARY, bare);
        assertThat(claiming(Scripted.by(provider::answer)).claim(false, null).against())
                .isNull();
        assertThat(waits).containsExactly(Duration.ofSeconds(2));

        Accounts others = new Accounts(Targeted.OIOI, "mine2", true, false, kept -> {});
        Scripted changing = Scripted.by(request -> {
            Reply reply = provider.answer(request);
            provider.with(PRIMARY, details("Suddenly"));
            return reply;
        });
        provider.with(PRIMARY, bare);
        AccountClaim claim = new AccountClaiming(Targeted.users(others), Role.PRIMARY, PRIMARY, changing, waits::add)
                .claim(false, null);
        assertThat(claim.against()).isEqualTo(AccountClaim.changedByOthers(Role.PRIMARY));
    }

    @Test
    void changes_nothing_of_a_user_whose_own_details_are_refused() {
        Scripted target =
                Scripted.by(request -> operation(request).contains("post") ? code(400, 230) : provider.answer(request));

        assertThat(claiming(target).claim(true, null))
                .isEqualTo(AccountClaim.withheld(
                        "the target refuses the own details of oioi.users.primary (HTTP 400, result code"
                                + " 230), so they couldn't be put back; correct them there, or give oioi.users.primary.details that the"
                                + " target takes"));
    }

    /** A VAT number with blanks may be refused, and taken without. */
    @Test
    void puts_back_details_in_a_form_that_the_target_takes() {
        ObjectNode spaced = details("First").put("vat", "NL 0044.95445 B01");
        provider.with(PRIMARY, spaced);
        Scripted target = Scripted.by(request ->
                operation(request).contains("post") && request.body().text().contains("NL 0044")
                        ? code(400, 230)
                        : provider.answer(request));

        assertThat(claiming(target).claim(false, null).against()).isNull();
        assertThat(accounts.own(Role.PRIMARY).orElseThrow().path("vat").asString())
                .isEqualTo("NL004495445B01");
    }

    @Test
    void leaves_open_whether_details_could_be_put_back_where_a_post_gets_no_answer() {
        Scripted target = Scripted.by(
                request -> operation(request).contains("post") ? none(Cause.RESET) : provider.answer(request));

        assertThat(claiming(target).claim(true, null))
                .isEqualTo(AccountClaim.undecided(
                        "it isn't known whether the details of oioi.users.primary could be put back: the"
                                + " post of its own details got no answer (none: RESET)"));
        assertThat(accounts.mayHaveChanged(Role.PRIMARY)).isTrue();
    }

    @Test
    void holds_a_user_whose_mark_is_refused_and_leaves_open_who_gets_no_answer() {
        assertThat(claiming(marking(code(400, 230))).claim(true, null)).isEqualTo(AccountClaim.holding(null));
        assertThat(claiming(marking(none(Cause.RESET))).claim(true, null))
                .isEqualTo(AccountClaim.undecided("oioi.users.primary couldn't be claimed: no answer (none: RESET)"));
    }

    private Scripted marking(Reply reply) {
        return Scripted.by(
                request -> request.body().text().contains("Chargeproof mine1") ? reply : provider.answer(request));
    }

    // The way to the target of a run that claims.

    @Test
    void sends_no_change_of_a_user_whom_another_run_has() {
        provider.with(PRIMARY, marked("other1"));
        Scripted target = Scripted.by(provider::answer);

        Exchange exchange = claims(target, false).send(post(FIRST));

        assertThat(exchange.reply()).isEqualTo(AccountClaim.inUse(Role.PRIMARY, "other1"));
        assertThat(operations(target)).containsExactly("user-get-details");
    }

    @Test
    void claims_a_user_once() {
        Scripted target = Scripted.by(provider::answer);
        AccountClaimingTransport claims = claims(target, false);

        assertThat(claims.send(post(details("Next"))).status()).contains(200);
        claims.send(post(details("Last")));

        assertThat(operations(target))
                .containsExactly("user-get-details", "user-post-details", "user-post-details", "user-post-details");
        assertThat(provider.details.get("ann")).isEqualTo(Details.postable(details("Last")));
    }

    /** A claim that got no answer is tried again with the next change. */
    @Test
    void claims_again_what_was_left_open() {
        Scripted target = Scripted.by(new Function<>() {
            private boolean away = true;

            @Override
            public Reply apply(HttpRequest request) {
                boolean first = away;
                away = false;
                return first ? none(Cause.TIMEOUT) : provider.answer(request);
            }
        });
        AccountClaimingTransport claims = claims(target, false);

        NoAnswer open = (NoAnswer) claims.send(post(FIRST)).reply();
        assertThat(open.cause()).isEqualTo(Cause.GIVEN_UP);
        assertThat(open.detail()).endsWith("; nothing was sent");
        assertThat(claims.send(post(FIRST)).status()).contains(200);
    }

    @Test
    void marks_again_after_each_change_where_it_reclaims() {
        Scripted target = Scripted.by(provider::answer);

        claims(target, true).send(post(details("Next")));

        assertThat(accounts.bearsOwnMark(provider.details.get("ann"))).isTrue();
    }

    @Test
    void claims_who_is_meant_by_a_change_that_names_nobody() {
        Scripted target = Scripted.by(provider::answer);
        HttpRequest nobody = users.post(new TestUser("nobody", PRIMARY.token(), null, null), FIRST);

        claims(target, false).send(nobody);

        assertThat(accounts.mayHaveChanged(Role.PRIMARY)).isTrue();
        assertThat(accounts.mayHaveChanged(Role.SECONDARY)).isFalse();
    }

    @Test
    void lets_other_requests_pass() {
        Scripted target = Scripted.by(request -> Answers.json(200, "{}"));
        HttpRequest look = new CustomerRequests(Targeted.EVC_NET, 1).look();

        assertThat(claims(target, false).send(look).status()).contains(200);

        assertThat(target.sent()).containsExactly(look);
    }

    @Test
    void ends_a_run_at_its_beginning_that_cannot_have_its_users() {
        provider.with(PRIMARY, marked("other1"));
        accounts.found(Role.PRIMARY, FIRST);
        AccountClaimingTransport claims = claims(Scripted.by(provider::answer), false);

        assertThatThrownBy(claims::claimAll)
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "another run (other1) is using oioi.users.primary at the same time, and the values there are its"
                                + " own; keep runs on the same accounts apart (nothing was tested)");
    }

    @Test
    void claims_at_the_beginning_whom_it_has_seen() {
        accounts.found(Role.SECONDARY, details("Second"));
        Scripted target = Scripted.by(provider::answer);

        claims(target, false).claimAll();

        assertThat(accounts.mayHaveChanged(Role.SECONDARY)).isTrue();
        assertThat(accounts.mayHaveChanged(Role.PRIMARY)).isFalse();
    }

    /** What a read shows may be another run's; then it isn't evidence against the target. */
    @Test
    void does_not_judge_what_another_run_wrote() {
        accounts.found(Role.PRIMARY, FIRST);
        AccountClaimingTransport claims = claims(Scripted.by(provider::answer), false);
        HttpRequest read = users.read(IdentifierType.USERNAME, "ann", PRIMARY);

        assertThat(claims.send(read).status()).contains(200);
        provider.with(PRIMARY, marked("other1"));
        assertThat(claims.send(read).reply()).isEqualTo(AccountClaim.inUse(Role.PRIMARY, "other1"));
        assertThat(claims.send(post(FIRST)).reply()).isEqualTo(AccountClaim.inUse(Role.PRIMARY, "other1"));
    }

    /** Details that changed and bear no mark are looked at for a moment, for another run may be marking them. */
    @Test
    void looks_for_another_run_behind_a_change() {
        accounts.found(Role.PRIMARY, FIRST);
        provider.with(PRIMARY, details("Elsewhere"));
        Scripted target = Scripted.by(request -> {
            Reply reply = provider.answer(request);
            if (waits.size() == 1) {
                provider.with(PRIMARY, marked("other1"));
            }
            return reply;
        });
        AccountClaimingTransport claims = claims(target, false);

        assertThat(claims.send(users.read(IdentifierType.USERNAME, "ann", PRIMARY))
                        .reply())
                .isEqualTo(AccountClaim.inUse(Role.PRIMARY, "other1"));
        assertThat(waits).containsExactly(Duration.ofMillis(300), Duration.ofMillis(300));
        assertThat(target.purposes()).contains("user-get-details with a look who else changes the user");
    }

    @Test
    void looks_six_times_in_all_for_another_run_and_then_believes_the_target() {
        accounts.found(Role.PRIMARY, FIRST);
        provider.with(PRIMARY, details("Elsewhere"));
        AccountClaimingTransport claims = claims(Scripted.by(provider::answer), false);
        HttpRequest read = users.read(IdentifierType.USERNAME, "ann", PRIMARY);

        for (int i = 0; i < 4; i++) {
            assertThat(claims.send(read).status()).contains(200);
        }

        assertThat(waits).hasSize(6);
    }

    /** Somebody else put the user back while the run was at it. */
    @Test
    void does_not_judge_what_others_put_back() {
        accounts.found(Role.PRIMARY, FIRST);
        Scripted target = Scripted.by(provider::answer);
        AccountClaimingTransport claims = new AccountClaimingTransport(
                users,
                request -> {
                    Exchange sent = target.send(request);
                    return new Exchange(
                            sent.number(),
                            request,
                            sent.reply(),
                            1,
                            Instant.now().plusSeconds(60),
                            sent.duration());
                },
                waits::add,
                false);
        claims.claimAll();
        provider.with(PRIMARY, FIRST);

        assertThat(claims.send(users.read(IdentifierType.USERNAME, "ann", PRIMARY))
                        .reply())
                .isEqualTo(AccountClaim.changedByOthers(Role.PRIMARY));
    }

    private static Exchange at(Instant started, Exchange look) {
        return new Exchange(look.number(), look.request(), look.reply(), look.attempts(), started, look.duration());
    }

    private AccountClaiming claiming(Scripted target) {
        return new AccountClaiming(users, Role.PRIMARY, PRIMARY, target, waits::add);
    }

    private AccountClaimingTransport claims(Scripted target, boolean reclaims) {
        return new AccountClaimingTransport(users, target, waits::add, reclaims);
    }

    private HttpRequest post(ObjectNode details) {
        return users.post(PRIMARY, details);
    }

    private static ObjectNode marked(String run) {
        return details("First").put("billing-name", "Chargeproof " + run);
    }

    private static List<String> operations(Scripted target) {
        return target.sent().stream().map(AccountClaimingTest::operation).toList();
    }

    private static String operation(HttpRequest request) {
        return request.purpose().operation();
    }
}
