package io.chargeproof.teststate;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.api.evcnet.CardPool;
import io.chargeproof.api.evcnet.CustomerBudget;
import io.chargeproof.api.evcnet.CustomerBudget.Use;
import io.chargeproof.check.Answers;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.Scripted;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.Profiles;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What lasts and what doesn't, who shares accounts, and what is left for whom. */
class CustodyKindsTest {
    private static final RunIdentity RUN = Identities.of(
            "r1",
            Instant.EPOCH,
            "acceptance",
            "acceptance",
            URI.create("https://evc.example.com"),
            URI.create("https://oioi.example.com"),
            List.of("ann", "bob"));
    private static final HttpRequest REQUEST = new HttpRequest(
            HttpMethod.POST,
            URI.create("https://oioi.example.com"),
            Headers.NONE,
            Body.EMPTY,
            RequestPurpose.of("oioi", "any"),
            Idempotency.SAFE);

    @TempDir
    Path temporary;

    @Test
    void lasts_in_a_folder_alone() {
        FileStateStore folder = new FileStateStore(temporary.resolve("kept"));

        assertThat(folder.lasts()).isTrue();
        assertThat(folder.isOfSharedAccounts()).isTrue();
        assertThat(StateStore.inMemory().lasts()).isFalse();
        assertThat(StateStore.inMemory().isOfSharedAccounts()).isFalse();
        assertThat(StateStore.ofRehearsal().lasts()).isFalse();
        assertThat(StateStore.ofRehearsal().isOfSharedAccounts()).isTrue();
    }

    @Test
    void remembers_in_memory_what_was_added_and_nothing_of_others() {
        StateStore custody = StateStore.inMemory();
        Journal ledger = custody.ledger(RUN);
        JournalEntry.CardKept kept = new JournalEntry.CardKept("card-1");
        ledger.add(kept);
        ledger.keep(new UserSnapshot("oioi", "ann", JsonMapper.shared().createObjectNode()));
        ledger.forgetUsers("oioi");

        assertThat(ledger.entries()).containsExactly(kept);
        assertThat(ledger.listCustomers()).isEmpty();
        assertThat(custody.spentCards(RUN, "evc-net")).isEmpty();
        assertThat(custody.unrestored("oioi", URI.create("https://oioi.example.com")))
                .isEmpty();
        try (AccountLock one = custody.lease(RUN);
                AccountLock other = custody.lease(RUN)) {
            assertThat(one).isNotNull();
            assertThat(other).isNotNull();
        }
    }

    @Test
    void names_in_the_ledger_the_profile_that_puts_back() {
        FileStateStore folder = new FileStateStore(temporary.resolve("kept"));
        Path profile = temporary.resolve("profile.yaml");
        folder.of(profile)
                .ledger(RUN)
                .keep(new UserSnapshot(
                        "oioi", "ann", JsonMapper.shared().createObjectNode().put("a", 1)));

        assertThat(folder.unrestored()).singleElement().satisfies(left -> {
            assertThat(left.run()).isEqualTo(RUN.with(profile.toAbsolutePath().normalize()));
            assertThat(left.users()).extracting(UserSnapshot::username).containsExactly("ann");
            left.forget();
        });
        assertThat(folder.unrestored()).isEmpty();
    }

    @Test
    void lists_the_customers_of_each_run_that_created_some() {
        FileStateStore folder = new FileStateStore(temporary.resolve("kept"));
        Journal ledger = folder.ledger(RUN);
        ledger.add(new JournalEntry.CustomerAsked(1, "CP1", Instant.EPOCH));
        ledger.add(new JournalEntry.CustomerAnswered(1, JournalEntry.Fate.CREATED, "4711"));

        assertThat(folder.listCustomers())
                .singleElement()
                .satisfies(list -> assertThat(list)
                        .hasFileName("customers-r1.csv")
                        .hasContent("object_id,id,created\nCP1,4711,1970-01-01T00:00:00Z\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "acceptance, acceptance, true",
        "acceptance, '', true",
        "acceptance, sandbox, false",
        "other, acceptance, false"
    })
    void knows_runs_of_the_same_target(String name, String kind, boolean same) {
        RunIdentity other = Identities.of("r2", Instant.EPOCH, name, kind, null, null, List.of());

        assertThat(RUN.isOfTheTargetOf(other)).isEqualTo(same);
        assertThat(other.isOfTheTargetOf(RUN)).isEqualTo(same);
        assertThat(RUN.hasDataOf(other, "evc-net")).isFalse();
    }

    /** A card pool says what it is, and what others have. */
    @Test
    void keeps_cards_for_those_who_reserved_them() {
        CardPool pool = new CardPool(List.of("1", "2", "3"), false, true, card -> {});
        pool.noteElsewhere(List.of("1", "2"));
        pool.reserve(2, "EVC-CARD-2");

        assertThat(pool.isReusable()).isFalse();
        assertThat(pool.isFresh()).isTrue();
        assertThat(new CardPool(List.of(), true, false, card -> {}).isReusable())
                .isTrue();
        assertThat(new CardPool(List.of(), true, false, card -> {}).isFresh()).isFalse();
        assertThat(pool.areElsewhere(List.of("1", "2"))).isTrue();
        assertThat(pool.areElsewhere(List.of("1", "3"))).isFalse();
        assertThat(pool.isReserved(2)).isTrue();
        assertThat(pool.isReserved(1)).isFalse();
        assertThat(pool.take(1)).contains(List.of("1"));
        assertThat(pool.take(1)).isEmpty();
        assertThat(pool.take(1, 2)).contains(List.of("2"));
    }

    @Test
    void keeps_customers_for_scenarios_that_are_still_to_come() {
        CustomerBudget budget = new CustomerBudget(9);
        for (int i = 0; i < 3; i++) {
            assertThat(budget.reserve(Use.SCENARIO)).isTrue();
            budget.keep();
        }

        assertThat(budget.reserve(Use.REFUSAL)).isTrue();
        budget.keep();
        assertThat(budget.reserve(Use.REFUSAL)).isFalse();
        assertThat(budget.used()).isEqualTo(4);
        for (int i = 0; i < 5; i++) {
            assertThat(budget.reserve(Use.SCENARIO)).isTrue();
            budget.keep();
        }
        assertThat(budget.reserve(Use.SCENARIO)).isFalse();
    }

    /** What is under way passes, and nothing more once it is shut. */
    @Test
    void passes_requests_on_until_it_is_shut() throws InterruptedException {
        ShutdownGate gate = new ShutdownGate();
        Scripted target = Scripted.with(Answers.empty(200));

        Exchange exchange = gate.before(target).send(REQUEST);
        assertThat(exchange.status()).contains(200);

        gate.shut(Duration.ofSeconds(1));
        Thread late = new Thread(() -> gate.before(target).send(REQUEST));
        late.setDaemon(true);
        late.start();
        while (!Set.of(Thread.State.WAITING, Thread.State.TERMINATED).contains(late.getState())) {
            late.join(1);
        }
        assertThat(late.getState()).isEqualTo(Thread.State.WAITING);
        assertThat(target.sent()).hasSize(1);
    }

    @Test
    void keeps_an_interrupt_while_it_shuts() {
        Thread.currentThread().interrupt();

        new ShutdownGate().shut(Duration.ofSeconds(1));

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void takes_a_run_from_its_profile() {
        Profile profile = Profiles.parse(Profiles.WHOLE).profile();

        RunIdentity run = RunIdentity.of(profile, "r1", Instant.EPOCH);

        assertThat(run)
                .isEqualTo(Identities.of(
                        "r1",
                        Instant.EPOCH,
                        "acceptance",
                        "acceptance",
                        URI.create("https://evc-a.evc-net.com"),
                        URI.create("https://dev-api.plugsurfing.com/api/v4/request"),
                        List.of("1234567", "second@example.com")));
    }
}
