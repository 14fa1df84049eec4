package io.chargeproof.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.SampleRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final RunReport SAMPLE = RedactedReport.of(
                    SampleRun.report(), SampleRun.options(Path.of("target", "no-reports")))
            .report();

    @Test
    void has_a_waiver_for_each_violation_and_leaves_its_end_open() {
        assertThat(Baseline.of(new RecordedRun(Path.of(""), SAMPLE))).isEqualTo("""
                # What run r-1 of 2026-03-01T10:00:00Z found broken at acceptance.
                # Put this into the profile. Say why each violation is excused. Write the last day on which it is in place of YYYY-MM-DD.
                waivers:
                  - requirement: EVC-HTTP-2
                    where: {operation: "attach-card", status: 500}
                    reason: "attach-card was answered with HTTP 500, which is not documented"
                    until: YYYY-MM-DD
                  - requirement: EVC-CARD-1
                    where: {operation: "attach-card", status: 500}
                    reason: "attaching one card was answered with HTTP 500, not 200"
                    until: YYYY-MM-DD
                """);
    }

    @Test
    void has_the_end_and_the_reason_that_it_is_given() {
        assertThat(Baseline.of(new RecordedRun(Path.of(""), SAMPLE), LocalDate.of(2027, 1, 31), "repaired in 14"))
                .contains("# Put this into the profile.\nwaivers:\n")
                .contains("    reason: \"repaired in 14\"\n    until: 2027-01-31\n")
                .doesNotContain("YYYY-MM-DD", "not documented");
    }

    @Test
    void says_so_where_nothing_is_broken() {
        RunReport fine = new RunReport(
                SAMPLE.run(),
                SAMPLE.scope(),
                SAMPLE.target(),
                SAMPLE.verdict(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(Baseline.of(new RecordedRun(Path.of(""), fine))).isEqualTo("""
                # What run r-1 of 2026-03-01T10:00:00Z found broken at acceptance.
                # Nothing was, so there is nothing to excuse.
                waivers: []
                """);
    }
}
