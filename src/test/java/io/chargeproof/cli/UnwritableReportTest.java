package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Places that take no report, or not all of it: the verdict is said all the same. */
@DisabledOnOs(OS.WINDOWS)
class UnwritableReportTest {
    private static final String VERDICT =
            "conforming: 1 of 73 MUSTs in scope (smoke depth, tags @OIOI-GET-1), 1 decided";

    @TempDir
    Path reports;

    @Test
    void a_copied_folder_is_refused_before_anything_is_sent() throws IOException {
        Files.createDirectories(reports.resolve("latest"));

        String refusal = "chargeproof: --reports: " + reports
                + "/latest is a folder, where a link to the newest run goes; remove it, or name another folder\n";
        assertThat(run()).isEqualTo(new Terminal(2, "", refusal));
        assertThat(Terminal.run("pact", "verify", "--provider", "oioi-user-api", "--reports", reports.toString()))
                .isEqualTo(new Terminal(2, "", refusal));
    }

    @Test
    void a_history_that_is_mangled_is_a_note() throws IOException {
        Files.writeString(reports.resolve("history.jsonl"), "\u00ff\u00fe\n", ISO_8859_1);

        Terminal terminal = run();

        assertThat(terminal.code()).isZero();
        assertThat(terminal.firstLine()).isEqualTo(VERDICT);
        assertThat(terminal.err())
                .contains("note: of " + reports
                        + "/history.jsonl, 1 line can't be read, and nothing is said of the runs in" + " question\n");
    }

    @Test
    void a_place_without_room_costs_the_report_and_not_the_verdict() throws Exception {
        List<String> command = List.of(
                "bash",
                "-c",
                "set -o pipefail; (ulimit -f 2; \"$@\") 2>&1 | cat",
                "limited",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EntryPoint.class.getName(),
                "run",
                "--depth",
                "smoke",
                "--skip-html",
                "--tags",
                "@OIOI-GET-1",
                "--reports",
                reports.toString());
        Path output = reports.resolveSibling(reports.getFileName() + "-output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code = process.waitFor();
        List<String> lines = Files.readAllLines(output);
        Files.delete(output);

        assertThat(code).isEqualTo(2);
        assertThat(lines)
                .contains(VERDICT)
                .last()
                .isEqualTo("chargeproof: the verdict above stands, but the report couldn't be written to " + reports
                        + ": File too large; make room there, or name another folder with --reports");
    }

    private Terminal run() {
        return Terminal.run(
                "run", "--depth", "smoke", "--skip-html", "--tags", "@OIOI-GET-1", "--reports", reports.toString());
    }
}
