package io.chargeproof.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.report.LargeRun;
import io.chargeproof.report.ReportOptions;
import io.chargeproof.report.ReportWriter;
import io.chargeproof.report.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LargeReportTest {
    private static final int SCENARIOS = 10_000;

    @TempDir
    Path reports;

    @Test
    void is_written_of_ten_thousand_scenarios_in_all_forms() throws IOException {
        ReportOptions options = SampleRun.options(reports);

        Path run = new ReportWriter(List.of(new AllureReport()))
                .write(
                        LargeRun.of(SCENARIOS),
                        new ReportOptions(reports, false, false, options.redactor(), options.requests()));

        assertThat(files(run.resolve("allure-report/data/test-cases"))).isEqualTo(SCENARIOS + standIns());
        assertThat(run.resolve("junit.xml")).content().contains("tests=\"" + (SCENARIOS + standIns()) + "\"");
        try (Stream<String> lines = Files.lines(run.resolve("exchanges.jsonl"))) {
            assertThat(lines).hasSize(6 * SCENARIOS);
        }
    }

    /** The requirements of the sample that are undecided and that none of the scenarios is about. */
    private static long standIns() {
        return 3;
    }

    private static long files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }
}
