package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Outcome;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.ScenarioResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private static final Screen TERMINAL = new Screen(true, true, 60, true);
    private static final Screen PIPE = new Screen(false, false, 120, false);
    private static final Redactor REDACTOR = Redactor.of(Map.of("s3cr3t-t0ken", "TOKEN"));

    private final StringWriter text = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void shows_on_a_terminal_what_is_running_and_how_long_the_rest_takes() {
        try (ConsoleProgress progress = on(TERMINAL)) {
            progress.planned(8);
            progress.started("A card is attached");
            progress.started("A user is read");
            finish(progress, "A card is attached", Outcome.CONFORMS);
            after(9);
            finish(progress, "A user is read", Outcome.CONFORMS);
            progress.started("Details with s3cr3t-t0ken\u001b[2J");
            finish(progress, "Another", Outcome.CONFORMS);
        }

        assertThat(lines())
                .containsExactly(
                        "0 of 8 scenarios",
                        "0 of 8 scenarios: A card is attached",
                        "0 of 8 scenarios: A card is attached",
                        "1 of 8 scenarios: A user is read",
                        "2 of 8 scenarios",
                        "2 of 8 scenarios: Details with ${TOKEN}\\u001b[2J",
                        "3 of 8 scenarios, about 15 s left: Details with ${TOKEN}\\u…",
                        "");
    }

    @Test
    void shows_plain_lines_elsewhere() {
        try (ConsoleProgress progress = on(PIPE)) {
            progress.planned(4);
            for (int i = 1; i <= 4; i++) {
                progress.started("Scenario " + i);
                after(100);
                finish(progress, "Scenario " + i, i == 2 ? Outcome.VIOLATION : Outcome.CONFORMS);
            }
        }

        assertThat(text.toString().replace("\r", "<CR>")).isEqualTo("""
                0 of 4 scenarios
                1 of 4 scenarios
                  violation  Scenario 2  (features/a.feature:1)
                2 of 4 scenarios, 1 with findings
                3 of 4 scenarios, 1 with findings, about 2 min left
                4 of 4 scenarios, 1 with findings
                """);
    }

    private ConsoleProgress on(Screen screen) {
        return new ConsoleProgress(new ConsoleOutput(new PrintWriter(text)), () -> REDACTOR, screen, nanos::get);
    }

    private void after(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    /** What the terminal's last line was, one after another. */
    private List<String> lines() {
        return List.of(text.toString().replace("\u001b[K", "").substring(1).split("\r", -1));
    }

    private static void finish(ConsoleProgress progress, String name, Outcome outcome) {
        progress.finished(new ScenarioResult(
                name,
                "features/a.feature:1",
                "oioi",
                "A feature",
                "",
                List.of(),
                List.of(),
                outcome,
                outcome,
                null,
                Instant.EPOCH,
                Duration.ZERO,
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }
}
