package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run would send is what it then sends. */
class PlanCommandTest {
    private static final Pattern ROW = Pattern.compile("(?m)^(evc-net|oioi) +([a-z-]+) +(?:reads|writes) +(\\d+)$");

    @TempDir
    Path folder;

    @Test
    void counts_what_a_run_then_sends() throws IOException {
        try (Sandbox target = Sandbox.start(SandboxOptions.correct())) {
            Path profile = Files.writeString(folder.resolve("target.yaml"), target.profile());

            Terminal planned = Terminal.run("plan", "--profile", profile.toString(), "--depth", "standard");
            Terminal sent = Terminal.run(
                    "run",
                    "--profile",
                    profile.toString(),
                    "--depth",
                    "standard",
                    "--skip-html",
                    "--reports",
                    folder.resolve("reports").toString(),
                    "--custody",
                    folder.resolve("custody").toString());

            assertThat(planned.code()).isZero();
            assertThat(sent.code()).isZero();
            assertThat(rows(planned)).isNotEmpty().isEqualTo(sentTo(folder.resolve("reports")));
        }
    }

    @Test
    void needs_no_target() throws IOException {
        String nobody;
        try (Sandbox target = Sandbox.start(SandboxOptions.correct())) {
            nobody = target.profile();
        }
        Path profile = Files.writeString(folder.resolve("nobody.yaml"), nobody);

        Terminal planned = Terminal.run("plan", "--profile", profile.toString(), "--depth", "smoke");

        assertThat(planned.code()).isZero();
        assertThat(planned.firstLine())
                .matches(
                        "A run of sandbox at depth smoke would send \\d+ requests, \\d+ of which may change something\\.");
        assertThat(planned.out())
                .contains(
                        "  customers created: 1 of the 100000 that limits.max-customers allows\n",
                        "  users changed and put back: primary\n");
    }

    private static Map<String, Long> rows(Terminal planned) {
        Map<String, Long> rows = new TreeMap<>();
        Matcher matcher = ROW.matcher(planned.out());
        while (matcher.find()) {
            rows.put(matcher.group(1) + " " + matcher.group(2), Long.parseLong(matcher.group(3)));
        }
        return rows;
    }

    private static Map<String, Long> sentTo(Path reports) {
        Map<String, Long> sent = new TreeMap<>();
        Written written = Written.latestIn(reports);
        Stream.of("evc-net", "oioi")
                .forEach(api -> written.codes(api)
                        .forEach(code -> sent.merge(
                                api + " "
                                        + code.path(api.equals("oioi") ? "call" : "operation")
                                                .asString(),
                                code.path("count").asLong(),
                                Long::sum)));
        return sent;
    }
}
