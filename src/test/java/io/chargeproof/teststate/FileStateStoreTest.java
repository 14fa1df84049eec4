package io.chargeproof.teststate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.teststate.JournalEntry.CardKept;
import io.chargeproof.teststate.JournalEntry.CardSpent;
import io.chargeproof.teststate.JournalEntry.CustomerAnswered;
import io.chargeproof.teststate.JournalEntry.CustomerAsked;
import io.chargeproof.teststate.JournalEntry.Fate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FileStateStoreTest {
    private static final Instant TIME = Instant.parse("2026-11-21T20:00:00Z");
    private static final URI BASE = URI.create("https://evc.example.com");
    private static final URI ENDPOINT = URI.create("https://oioi.example.com/request");

    @TempDir
    Path temporary;

    private Path folder = Path.of("");
    private FileStateStore custody = new FileStateStore(folder);

    @BeforeEach
    void open() {
        folder = temporary.resolve("kept");
        custody = new FileStateStore(folder);
    }

    @Test
    void makes_no_file_before_there_is_something_to_keep() {
        assertThat(custody.ledger(run("a1", "anna")).listCustomers()).isEmpty();
        assertThat(custody.unrestored()).isEmpty();
        assertThat(custody.spentCards(run("now"), "evc-net")).isEmpty();

        assertThat(folder).doesNotExist();
    }

    @Test
    void tells_later_runs_which_cards_are_spent_at_a_target() {
        Journal ledger = custody.ledger(run("a1", "anna"));
        ledger.add(new CardSpent("card-1", "4711", TIME));
        ledger.add(new CardSpent("card-2", "4711", TIME));
        ledger.add(new CardKept("card-2"));
        custody.ledger(run("a2", "anna")).add(new CardSpent("card-3", "4712", TIME));

        assertThat(new FileStateStore(folder).spentCards(run("now"), "evc-net")).containsOnlyKeys("card-1", "card-3");
    }

    @Test
    void counts_no_card_as_spent_at_another_target_of_the_same_address() {
        custody.ledger(run("a1", "anna")).add(new CardSpent("card-1", "4711", TIME));

        assertThat(custody.spentCards(target("acceptance", "sandbox", BASE), "evc-net"))
                .isEmpty();
        assertThat(custody.spentCards(target("other", "acceptance", BASE), "evc-net"))
                .isEmpty();
        assertThat(custody.spentCards(target("acceptance", "acceptance", ENDPOINT), "evc-net"))
                .isEmpty();
        assertThat(custody.spentCards(target("acceptance", "", BASE), "evc-net"))
                .containsOnlyKeys("card-1");
    }

    @Test
    void lists_the_customers_that_are_or_may_be_there() throws IOException {
        Journal ledger = custody.ledger(run("a1", "anna"));
        ledger.add(new CustomerAsked(1, "CPa11", TIME));
        ledger.add(new CustomerAnswered(1, Fate.CREATED, "1000001"));
        ledger.add(new CustomerAsked(2, "CPa12", TIME));
        ledger.add(new CustomerAnswered(2, Fate.NOT_CREATED, ""));
        ledger.add(new CustomerAsked(3, "CPa13", TIME));
        ledger.add(new CustomerAnswered(3, Fate.UNKNOWN, ""));
        ledger.add(new CustomerAsked(4, "=1+\"1\"", TIME));

        Path list = ledger.listCustomers().orElseThrow();

        assertThat(list).isEqualTo(folder.resolve("customers-a1.csv")).content().isEqualTo("""
                object_id,id,created
                CPa11,1000001,2026-11-21T20:00:00Z
                CPa13,,2026-11-21T20:00:00Z
                "'=1+""1""\",,2026-11-21T20:00:00Z
                """);
    }

    @Test
    void keeps_users_until_they_are_forgotten() {
        ObjectNode details = JsonMapper.shared().createObjectNode().put("first-name", "Anna");
        Journal ledger = custody.ledger(run("a1", "anna"));
        ledger.keep(new UserSnapshot("oioi", "anna", details));

        assertThat(custody.unrestored("oioi", ENDPOINT))
                .singleElement()
                .satisfies(left -> assertThat(left.users()).containsExactly(new UserSnapshot("oioi", "anna", details)));
        assertThat(custody.unrestored("oioi", BASE)).isEmpty();

        ledger.forgetUsers("oioi");
        ledger.forgetUsers("oioi");

        assertThat(custody.unrestored()).isEmpty();
    }

    @Test
    void takes_no_users_from_a_run_that_is_going() {
        RunIdentity run = run("a1", "anna");
        custody.ledger(run)
                .keep(new UserSnapshot("oioi", "anna", JsonMapper.shared().createObjectNode()));

        try (AccountLock lease = custody.lease(run)) {
            assertThat(lease).isNotNull();
            assertThat(custody.unrestored()).isEmpty();
        }

        assertThat(custody.unrestored()).hasSize(1);
    }

    @Test
    void lists_what_the_oldest_run_left_first() {
        for (int hour : List.of(2, 1, 3)) {
            RunIdentity run = Identities.of(
                    "a" + hour, TIME.plusSeconds(3600L * (9 - hour)), "acceptance", "", BASE, ENDPOINT, List.of());
            custody.ledger(run)
                    .keep(new UserSnapshot("oioi", "anna", JsonMapper.shared().createObjectNode()));
        }

        assertThat(custody.unrestored()).extracting(left -> left.run().run()).containsExactly("a3", "a2", "a1");
    }

    /** A run may end before it wrote down which user it took. */
    @ParameterizedTest
    @CsvSource({"false, 0", "true, 1"})
    void puts_nobody_back_of_whom_nothing_was_written(boolean withHead, int files) throws IOException {
        custody.ledger(run("a1", "anna"))
                .keep(new UserSnapshot("oioi", "anna", JsonMapper.shared().createObjectNode()));
        Path file = folder.resolve("acceptance-a1.oioi.users.jsonl");
        String head = Files.readAllLines(file).get(0);
        Files.writeString(file, withHead ? head + "\n" : head);

        assertThat(custody.unrestored()).hasSize(files).allSatisfy(left -> {
            assertThat(left.users()).isEmpty();
            assertThat(left.api()).isEmpty();
        });
    }

    @Test
    void leaves_out_a_line_that_was_cut_off() throws IOException {
        Journal ledger = custody.ledger(run("a1", "anna"));
        ledger.add(new CardSpent("card-1", "4711", TIME));
        Path file = folder.resolve("acceptance-a1.ledger.jsonl");
        Files.writeString(file, "{\"card-spent\": \"card-2", StandardOpenOption.APPEND);

        assertThat(custody.spentCards(run("now"), "evc-net")).containsOnlyKeys("card-1");
    }

    @Test
    void says_which_line_is_broken() throws IOException {
        custody.ledger(run("a1", "anna")).add(new CardSpent("card-1", "4711", TIME));
        Path file = folder.resolve("acceptance-a1.ledger.jsonl");
        Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> custody.spentCards(run("now"), "evc-net"))
                .isInstanceOf(TestStateException.class)
                .hasMessage(file + ":3 isn't JSON; repair the line, or move the file away if you know that nothing has"
                        + " to be put back");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void lets_nobody_else_read_anything() throws IOException {
        RunIdentity run = run("a1", "anna");
        Journal ledger = custody.ledger(run);
        ledger.add(new CustomerAsked(1, "CPa11", TIME));
        ledger.keep(new UserSnapshot("oioi", "anna", JsonMapper.shared().createObjectNode()));
        ledger.listCustomers();

        try (AccountLock lease = custody.lease(run);
                Stream<Path> files = Files.list(folder)) {
            assertThat(lease).isNotNull();
            assertThat(files.map(FileStateStoreTest::mode)).hasSize(7).containsOnly("rw-------");
        }
        assertThat(mode(folder)).isEqualTo("rwx------");
    }

    @Test
    void refuses_a_second_run_on_the_same_accounts() {
        try (AccountLock first = custody.lease(run("a1", "anna", "ben"))) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> new FileStateStore(folder).lease(users("a2", "ben", "cleo")))
                    .isInstanceOf(TestStateException.class)
                    .hasMessage("nothing was sent: run a1 (process "
                            + ProcessHandle.current().pid()
                            + ", started 2026-11-21T20:00:00Z) is using the user ben at"
                            + " https://oioi.example.com/request; wait until it is done, or give the profile accounts"
                            + " of its own");
            try (AccountLock other = custody.lease(users("a3", "cleo"))) {
                assertThat(other).isNotNull();
            }
        }
        try (AccountLock next = custody.lease(users("a2", "ben", "cleo"))) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void knows_a_lease_whose_process_is_gone() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("a1.lock"), "");
        Files.writeString(
                folder.resolve("a1.lease"),
                "{\"run\":\"a1\",\"pid\":1,\"process\":\"\",\"accounts\":[\"the user ben at " + ENDPOINT + "\"]}\n");

        try (AccountLock lease = custody.lease(users("a2", "ben"))) {
            assertThat(lease).isNotNull();
            assertThat(folder.resolve("a1.lease")).doesNotExist();
            assertThat(folder.resolve("a1.lock")).doesNotExist();
        }
        assertThat(folder.resolve("a2.lease")).doesNotExist();
    }

    private static RunIdentity run(String id, String... usernames) {
        return Identities.of(id, TIME, "acceptance", "acceptance", BASE, ENDPOINT, List.of(usernames));
    }

    private static RunIdentity target(String name, String kind, URI customers) {
        return Identities.of("now", TIME, name, kind, customers, null, List.of());
    }

    private static RunIdentity users(String id, String... usernames) {
        return Identities.of(id, TIME, "acceptance", "acceptance", null, ENDPOINT, List.of(usernames));
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
