package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Each form of the sample run as a whole, against the file of the same name among the test resources. */
class ProjectionsTest {
    private final ReportOptions options = SampleRun.options(Path.of("target", "no-reports"));
    private final RedactedReport report = RedactedReport.of(SampleRun.report(), options);

    @Test
    void writes_junit_xml() throws IOException {
        assertThat(JunitXml.of(report)).isEqualTo(expected("junit.xml"));
    }

    @Test
    void writes_ctrf_json() throws IOException {
        assertThat(CtrfJson.of(report)).isEqualTo(expected("ctrf.json"));
    }

    @Test
    void writes_a_summary_in_markdown() throws IOException {
        assertThat(SummaryMarkdown.of(report)).isEqualTo(expected("summary.md"));
    }

    @Test
    void renders_a_summary_for_the_console() throws IOException {
        assertThat(ConsoleSummary.of(SampleRun.report(), options, Path.of("reports", "run"), false))
                .isEqualTo(expected("console.txt"));
    }

    private static String expected(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ProjectionsTest.class.getResourceAsStream("/report/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
