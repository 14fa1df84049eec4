package io.chargeproof.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.SampleRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A finding of the sample run in each form, against the file of its name among the test resources. */
class ExportTest {
    private final RedactedReport report =
            RedactedReport.of(SampleRun.report(), SampleRun.options(Path.of("target", "no-reports")));

    @ParameterizedTest
    @EnumSource
    void is_written_in_its_form(Export.Format format) throws IOException {
        String name = "finding." + format.name().toLowerCase(Locale.ROOT);

        assertThat(Export.of(report, report.causes().get(0)).as(format)).isEqualTo(expected(name));
    }

    @ParameterizedTest
    @EnumSource
    void of_a_whole_run_has_no_secret(Export.Format format) {
        assertThat(Export.of(report).as(format)).doesNotContain(SampleRun.TOKEN).contains("EVC_NET_TOKEN");
    }

    @Test
    void has_every_exchange_of_a_run() {
        assertThat(Export.of(report).exchanges()).hasSize(5);
        assertThat(Export.of(report, report.causes().get(0)).exchanges()).hasSize(2);
    }

    private static String expected(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ExportTest.class.getResourceAsStream("/report/export/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
