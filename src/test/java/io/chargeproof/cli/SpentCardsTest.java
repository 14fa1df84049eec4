package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs one after the other on a target from which no card can be detached. */
class SpentCardsTest {
    private static final String MUSTS = "@EVC-CARD-1 or @EVC-CARD-2";
    private static final String ALL = MUSTS + " or @EVC-CARD-3 or @EVC-CARD-4 or @EVC-CARD-5";

    @TempDir
    Path folder;

    @Test
    void a_second_run_is_not_tested_and_never_red() throws IOException {
        try (Sandbox sandbox = sandbox()) {
            Path file = profile(sandbox, 3);

            Terminal first = run(file, MUSTS);
            Terminal second = run(file, MUSTS);

            assertThat(first.code()).isZero();
            assertThat(first.firstLine()).contains(", 2 decided");
            assertThat(first.out()).contains("note: cards: 0 of 3 are left for later runs");
            assertThat(second.code()).isEqualTo(3);
            assertThat(second.firstLine()).startsWith("incomplete: 2 of 73 MUSTs in scope");
            assertThat(second.out()).contains("""
                    NOT TESTED 2 requirements
                    """).contains("test data spent: ");
        }
    }

    @Test
    void other_rows_take_no_card_of_their_own() throws IOException {
        try (Sandbox sandbox = sandbox()) {
            Path file = profile(sandbox, 8);

            Terminal first = run(file, ALL);
            Terminal second = run(file, ALL);
            Terminal third = run(file, ALL);

            assertThat(List.of(first.code(), second.code(), third.code())).containsExactly(0, 0, 0);
            assertThat(first.out())
                    .contains("note: cards: 5 of 8 are left for later runs")
                    .contains("5 conform");
            assertThat(second.out()).contains("note: cards: 2 of 8 are left for later runs");
            assertThat(third.out()).contains("note: cards: 0 of 8 are left for later runs");
        }
    }

    @Test
    void a_refused_card_was_spent_before_if_another_is_accepted() throws IOException {
        try (Sandbox sandbox = sandbox()) {
            Path file = profile(sandbox, 8);
            run(file, MUSTS);

            Terminal elsewhere = run(file, MUSTS, "another-custody");

            assertThat(elsewhere.code()).isZero();
            assertThat(elsewhere.firstLine()).contains(", 2 decided");
            assertThat(elsewhere.out()).contains("note: cards: 2 of 8 are left for later runs");
            assertThat(observation("EVC-CARD-1"))
                    .isEqualTo("3 cards were refused before, and counted as spent, since another was accepted");
        }
    }

    @Test
    void a_target_that_refuses_every_card_may_have_them_all() throws IOException {
        try (Sandbox sandbox = sandbox()) {
            Path file = profile(sandbox, 3);
            run(file, MUSTS);

            Terminal elsewhere = run(file, MUSTS, "another-custody");

            assertThat(elsewhere.code()).isEqualTo(3);
            assertThat(reason("EVC-CARD-1"))
                    .isEqualTo("test data spent, it seems: the target refuses each of the 3 cards that were tried (the"
                            + " last with HTTP 400), and none is left; runs whose custody folder wasn't kept may have"
                            + " attached them, or the target takes no card: add cards to evc-net.cards that were never"
                            + " attached, or name an evc-net.card-customer, which decides it");
            assertThat(elsewhere.out()).contains("note: cards: 3 of 3 are left for later runs");
        }
    }

    @Test
    void a_customer_who_keeps_cards_shows_that_a_target_takes_none() throws IOException {
        try (Sandbox sandbox = sandbox("evc-cards-never-taken")) {
            Path file = profile(sandbox, 3);

            Terminal pool = run(file, MUSTS);
            Terminal kept = run(withCardCustomer(file, customerOf(sandbox)), MUSTS);

            assertThat(pool.code()).isEqualTo(3);
            assertThat(kept.code()).isOne();
            assertThat(kept.out()).contains("VIOLATION EVC-CARD-1").contains("VIOLATION EVC-CARD-2");
        }
    }

    @Test
    void a_customer_who_keeps_cards_gets_them_in_every_run() throws IOException {
        try (Sandbox sandbox = sandbox()) {
            Path file = withCardCustomer(profile(sandbox, 2), customerOf(sandbox));

            assertThat(run(file, MUSTS).code()).isZero();
            assertThat(run(file, ALL).out()).contains("5 conform").doesNotContain("note: cards");
        }
    }

    @Test
    void a_customer_who_keeps_cards_does_not_get_those_of_others() throws IOException {
        try (Sandbox sandbox = sandbox()) {
            Path file = profile(sandbox, 3);
            run(file, MUSTS);

            Terminal kept = run(withCardCustomer(file, customerOf(sandbox)), MUSTS);

            assertThat(kept.code()).isEqualTo(3);
            assertThat(reason("EVC-CARD-1"))
                    .isEqualTo("test data spent: other customers than evc-net.card-customer have the 3 cards of"
                            + " evc-net.cards, as earlier runs recorded; give cards that nobody has");
        }
    }

    @Test
    void two_cards_that_are_accepted_one_by_one_are_refused_wrongly() throws IOException {
        try (Sandbox sandbox = sandbox("evc-two-cards-refused")) {
            Terminal terminal = run(profile(sandbox, 4), MUSTS);

            assertThat(terminal.code()).isOne();
            assertThat(terminal.out()).contains("VIOLATION EVC-CARD-2").doesNotContain("VIOLATION EVC-CARD-1");
            assertThat(observation("EVC-CARD-2")).isEqualTo("each of the 2 cards was accepted alone");
        }
    }

    @Test
    void nothing_is_learned_of_cards_where_no_update_is_taken() throws IOException {
        try (Sandbox sandbox = sandbox("evc-update-without-company")) {
            Terminal terminal = run(profile(sandbox, 3), MUSTS);

            assertThat(terminal.out()).doesNotContain("VIOLATION EVC-CARD");
            assertThat(terminal.out()).contains("note: cards: 3 of 3 are left for later runs");
        }
    }

    @Test
    void a_target_that_takes_each_card_once_is_no_worse() throws IOException {
        try (Sandbox sandbox =
                Sandbox.start(new SandboxOptions(0, List.of(), List.of("evc-cards-are-attached-once")))) {
            Terminal terminal = run(profile(sandbox, 8), ALL);

            assertThat(terminal.code()).isZero();
            assertThat(reason("EVC-CARD-3"))
                    .isEqualTo("the target takes no card that the customer has already (HTTP 400), and no other is to"
                            + " spare");
        }
    }

    @Test
    void a_sandbox_that_began_afresh_has_its_cards_again() throws IOException {
        Path file;
        int port;
        try (Sandbox sandbox = sandbox()) {
            port = sandbox.baseUrl().getPort();
            file = profile(sandbox, 3);
            assertThat(run(file, MUSTS).code()).isZero();
        }
        try (Sandbox again = Sandbox.start(new SandboxOptions(port, List.of(), List.of()))) {
            Terminal second = run(file, MUSTS);

            assertThat(again.baseUrl().getPort()).isEqualTo(port);
            assertThat(second.code()).isZero();
            assertThat(second.firstLine()).contains(", 2 decided");
        }
    }

    private Terminal run(Path profile, String tags) {
        return run(profile, tags, "custody");
    }

    private Terminal run(Path profile, String tags, String custody) {
        return Terminal.run(
                "run",
                "--skip-html",
                "--depth",
                "standard",
                "--profile",
                profile.toString(),
                "--custody",
                folder.resolve(custody).toString(),
                "--reports",
                folder.resolve("reports").toString(),
                "--tags",
                tags);
    }

    private String reason(String requirement) {
        return said(requirement, "/reason");
    }

    private String observation(String requirement) {
        return said(requirement, "/observations/0");
    }

    private String said(String requirement, String pointer) {
        return Written.latestIn(folder.resolve("reports"))
                .conformance()
                .path("requirements")
                .valueStream()
                .filter(row -> row.path("id").asString().equals(requirement))
                .map(row -> row.at(pointer).asString(""))
                .findFirst()
                .orElse("");
    }

    private static Sandbox sandbox(String... defects) {
        return Sandbox.start(new SandboxOptions(0, List.of(defects), List.of()));
    }

    private Path profile(Sandbox sandbox, int cards) throws IOException {
        List<String> lines = sandbox.profile().lines().toList();
        int first = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("    - "))
                .findFirst()
                .orElseThrow();
        String text = IntStream.range(0, lines.size())
                .filter(i -> i < first + cards || !lines.get(i).startsWith("    - "))
                .mapToObj(lines::get)
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("profile.yaml"), text);
    }

    private Path withCardCustomer(Path profile, String customer) throws IOException {
        String text = Files.readString(profile)
                .replace("  email-domain:", "  card-customer: \"" + customer + "\"\n  email-domain:");
        return Files.writeString(folder.resolve("kept.yaml"), text);
    }

    private static String customerOf(Sandbox sandbox) {
        return LeftBehind.customerAt(sandbox);
    }
}
