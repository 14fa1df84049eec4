package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.report.ReportWriter;
import io.chargeproof.report.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportExportCommandTest {
    @TempDir
    Path reports;

    @BeforeEach
    void write() {
        new ReportWriter(List.of()).write(SampleRun.report(), SampleRun.options(reports));
    }

    @Test
    void writes_a_finding_of_a_recorded_run_into_a_file() throws IOException {
        Path file = reports.resolve("f1.hurl");

        Terminal done = export("--finding", "f1", "--format", "hurl", "--output", file.toString());

        assertThat(done).isEqualTo(new Terminal(0, "", ""));
        assertThat(Files.readString(file))
                .startsWith("# hurl --variable EVC_NET_TOKEN=\"${EVC_NET_TOKEN}\" FILE\n")
                .contains("\nPUT https://evc-a.evc-net.com/api/rest/customer/{{created_id_2}}\n");
    }

    @Test
    void prints_it_where_no_file_is_named() {
        assertThat(export("--format", "sarif").out()).contains("\"version\" : \"2.1.0\"");
    }

    @Test
    void names_the_findings_that_there_are() {
        Terminal refused = export("--finding", "f9", "--format", "har");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--finding: run r-1 has no finding 'f9'; name one of f1, f2, f3, f4");
    }

    @Test
    void names_the_forms_that_there_are() {
        Terminal refused = export("--format", "pdf");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--format: there is no form 'pdf'; write har, hurl, sarif or earl");
    }

    private Terminal export(String... more) {
        List<String> words = new ArrayList<>(List.of("report", "export", "latest", "--reports", reports.toString()));
        words.addAll(List.of(more));
        return Terminal.run(words.toArray(new String[0]));
    }
}
