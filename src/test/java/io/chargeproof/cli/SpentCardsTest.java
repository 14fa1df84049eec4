package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs one after the other on a target from which no card can be detached. */
class SpentCardsTest {
    @TempDir
    Path folder;

    @Test
    void a_second_run_is_not_tested_and_never_red() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            Path file = Files.writeString(folder.resolve("profile.yaml"), withThreeCards(sandbox.profile()));

            Terminal first = run(file);
            Terminal second = run(file);

            assertThat(first.code()).isZero();
            assertThat(first.firstLine()).contains(", 2 decided");
            assertThat(first.out()).contains("note: cards: 0 of 3 are left for later runs");
            assertThat(second.code()).isEqualTo(3);
            assertThat(second.firstLine()).startsWith("incomplete: 2 of 69 MUSTs in scope");
            assertThat(second.out()).contains("""
                    NOT TESTED 2 requirements
                    """).contains("test data spent: ");
        }
    }

    @Test
    void a_sandbox_that_began_afresh_has_its_cards_again() throws IOException {
        Path file;
        int port;
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            port = sandbox.baseUrl().getPort();
            file = Files.writeString(folder.resolve("profile.yaml"), withThreeCards(sandbox.profile()));
            assertThat(run(file).code()).isZero();
        }
        try (Sandbox again = Sandbox.start(new SandboxOptions(port, List.of(), List.of()))) {
            Terminal second = run(file);

            assertThat(again.baseUrl().getPort()).isEqualTo(port);
            assertThat(second.code()).isZero();
            assertThat(second.firstLine()).contains(", 2 decided");
        }
    }

    private Terminal run(Path profile) {
        return Terminal.run(
                "run",
                "--skip-html",
                "--profile",
                profile.toString(),
                "--custody",
                folder.resolve("custody").toString(),
                "--reports",
                folder.resolve("reports").toString(),
                "--tags",
                "@EVC-CARD-1 or @EVC-CARD-2");
    }

    private static String withThreeCards(String profile) {
        AtomicInteger cards = new AtomicInteger();
        return profile.lines()
                .filter(line -> !line.startsWith("    - ") || cards.incrementAndGet() <= 3)
                .collect(Collectors.joining("\n"));
    }
}
