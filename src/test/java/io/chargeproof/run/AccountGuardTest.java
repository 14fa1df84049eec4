package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.oioi.Accounts;
import io.chargeproof.api.oioi.IdentifierType;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.TestUser;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.api.oioi.UserFixtures;
import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.check.Answers;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Scripted;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.ProfileReader;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import io.chargeproof.teststate.FileStateStore;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.TestStateException;
import io.chargeproof.teststate.UserSnapshot;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What is changed beside any scenario is put back by whoever changed it, or by who comes after. */
class AccountGuardTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
    private final Profile profile = new ProfileReader(RequirementCatalogue.shipped(), Clock.systemUTC())
            .parse(sandbox.profile(), "sandbox", Map.of())
            .profile();
    private final OioiTarget users = Objects.requireNonNull(OioiTarget.of(profile));
    private final TestUser primary = Objects.requireNonNull(users.primary());
    private final UserFixtures fixtures = new UserFixtures(users, new UserRequests(users), 1, Accounts.unshared(users));
    private final JdkTransport wire = new JdkTransport(TransportChain.settings(profile));

    private final List<String> sent = new ArrayList<>();
    private final Transport watched = request -> {
        sent.add(request.body().text());
        return wire.send(request);
    };

    @TempDir
    Path folder;

    private FileStateStore custody = new FileStateStore(Path.of(""));

    @BeforeEach
    void open() {
        custody = new FileStateStore(folder.resolve("kept"));
    }

    @AfterEach
    void stop() {
        wire.close();
        sandbox.close();
    }

    /** Who verifies pacts knows of no order among them, so a user is as before after each request. */
    @Test
    void puts_back_at_once_what_passed_it() {
        ObjectNode before = details();
        try (AccountGuard guard = AccountGuard.of(profile, false, custody, "g1", left -> {})) {
            guard.look();
            assertThat(guard.whyNotToWrite()).isEmpty();
            rename(guard.before(watched));
            assertThat(lastName()).isEqualTo(before.path("last-name").asString());

            assertThat(guard.putInOrder()).isEmpty();
            assertThat(details()).isEqualTo(before);
            assertThat(guard.unspent(profile)).isEqualTo(profile);
        }
        assertThat(sent).anyMatch(body -> body.contains("Changed"));
        assertThat(custody.unrestored()).isEmpty();
    }

    /** Until then a user bears the run's mark, so that another run sees it. */
    @Test
    void leaves_nothing_behind_when_it_is_closed() {
        ObjectNode before = details();
        try (AccountGuard guard = AccountGuard.of(profile, false, custody, "g1", left -> {})) {
            guard.look();
            rename(guard.before(watched));
            assertThat(details()).isNotEqualTo(before);
        }

        assertThat(details()).isEqualTo(before);
    }

    @Test
    void changes_nothing_where_nothing_may_be_written() {
        ObjectNode before = details();
        try (AccountGuard guard = AccountGuard.of(profile, true, custody, "g1", left -> {})) {
            guard.look();
            assertThat(guard.notices()).containsExactly("cards: 200 of 200 are left for later runs");
        }

        assertThat(details()).isEqualTo(before);
        assertThat(custody.unrestored()).isEmpty();
    }

    @Test
    void has_its_accounts_for_itself() {
        try (AccountGuard guard = AccountGuard.of(profile, false, custody, "g1", left -> {})) {
            guard.look();
            assertThatThrownBy(() -> AccountGuard.of(profile, false, custody, "g2", left -> {}))
                    .isInstanceOf(TestStateException.class)
                    .hasMessageStartingWith("nothing was sent: run g1 (process ");
        }
        try (AccountGuard next = AccountGuard.of(profile, false, custody, "g2", left -> {})) {
            assertThat(next.whyNotToWrite()).isPresent();
        }
    }

    /** As after a run that was killed. */
    @Test
    void leaves_to_a_recovery_what_it_could_not_put_back() {
        String before = lastName();
        custody.ledger(RunIdentity.of(profile, "g1", Instant.EPOCH))
                .keep(new UserSnapshot("oioi", primary.username(), details()));
        rename(wire);
        assertThat(lastName()).isEqualTo("Changed");

        CrashRecovery.Result result = new CrashRecovery(profile, custody).execute();

        assertThat(result).isEqualTo(new CrashRecovery.Result(List.of("g1"), List.of()));
        assertThat(lastName()).isEqualTo(before);
        assertThat(new CrashRecovery(profile, custody).execute())
                .isEqualTo(new CrashRecovery.Result(List.of(), List.of()));
    }

    /** The newest first, as what the oldest saw is how it was. */
    @Test
    void recovers_what_the_oldest_run_saw() {
        ObjectNode before = details();
        custody.ledger(RunIdentity.of(profile, "g1", Instant.EPOCH))
                .keep(new UserSnapshot("oioi", primary.username(), before));
        custody.ledger(RunIdentity.of(profile, "g2", Instant.EPOCH.plusSeconds(1)))
                .keep(new UserSnapshot(
                        "oioi", primary.username(), before.deepCopy().put("last-name", "Changed")));

        CrashRecovery.Result result = new CrashRecovery(profile, custody).execute();

        assertThat(result).isEqualTo(new CrashRecovery.Result(List.of("g2", "g1"), List.of()));
        assertThat(details()).isEqualTo(before);
    }

    @Test
    void is_needless_where_nothing_lasts() {
        Scripted target = Scripted.with(Answers.empty(200));

        assertThat(AccountGuard.NEEDLESS.whyNotToWrite()).isEmpty();
        assertThat(AccountGuard.NEEDLESS.unspent(profile)).isSameAs(profile);
        assertThat(AccountGuard.NEEDLESS.before(target)).isSameAs(target);
        assertThat(AccountGuard.NEEDLESS.putInOrder()).isEmpty();
        assertThat(AccountGuard.NEEDLESS.notices()).isEmpty();
    }

    @Test
    void reaches_a_provider_that_is_verified_and_no_other() {
        try (PactTransportChain chain = new PactTransportChain(profile)) {
            assertThat(chain.target().send(read(fixtures)).status()).contains(200);
            assertThat(chain.aside().send(read(fixtures)).status()).contains(200);
            HttpRequest elsewhere = read(Targeted.users(Accounts.unshared(Targeted.OIOI)));
            assertThatThrownBy(() -> chain.target().send(elsewhere))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("it would go to https://oioi.example.com:443, which isn't the target's address ("
                            + sandbox.baseUrl() + "); nothing was sent");
        }
    }

    private void rename(Transport transport) {
        ObjectNode changed = details().deepCopy().put("last-name", "Changed");
        assertThat(transport.send(fixtures.post(primary, changed)).status()).contains(200);
    }

    private String lastName() {
        return details().path("last-name").asString();
    }

    private ObjectNode details() {
        return UserAnswer.of(wire.send(read(fixtures))).user().orElseThrow();
    }

    private HttpRequest read(UserFixtures from) {
        return from.read(IdentifierType.USERNAME, primary.username(), primary);
    }
}
