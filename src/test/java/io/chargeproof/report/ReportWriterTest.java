package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
    @TempDir
    Path reports;

    private final ReportWriter writer = new ReportWriter(List.of());

    @Test
    void names_the_directory_after_time_and_target_and_lets_latest_point_to_it() throws IOException {
        Path run = writer.write(SampleRun.report(), SampleRun.options(reports));

        assertThat(run).isEqualTo(reports.resolve("2026-03-01T10-00-00Z-acceptance"));
        assertThat(namesIn(run))
                .containsExactly("conformance.json", "ctrf.json", "exchanges.jsonl", "junit.xml", "summary.md");
        assertThat(Files.readSymbolicLink(reports.resolve("latest"))).hasToString("2026-03-01T10-00-00Z-acceptance");
        assertThat(new ReportDirectory(reports).latest()).contains(run.toRealPath());
    }

    @Test
    void keeps_both_of_two_runs_that_began_in_the_same_second() throws IOException {
        writer.write(SampleRun.report(), SampleRun.options(reports));
        Path second = writer.write(SampleRun.report(), SampleRun.options(reports));

        assertThat(second).isEqualTo(reports.resolve("2026-03-01T10-00-00Z-acceptance-2"));
        assertThat(new ReportDirectory(reports).latest()).contains(second.toRealPath());
        assertThat(Files.readAllLines(reports.resolve("history.jsonl"))).hasSize(2);
    }

    @Test
    void adds_one_line_to_the_history() throws IOException {
        writer.write(SampleRun.report(), SampleRun.options(reports));

        assertThat(reports.resolve("history.jsonl"))
                .hasContent("{\"run\":\"r-1\",\"directory\":\"2026-03-01T10-00-00Z-acceptance\","
                        + "\"started\":\"2026-03-01T10:00:00Z\",\"finished\":\"2026-03-01T10:00:12Z\","
                        + "\"version\":\"0.1.0\",\"seed\":42,\"depth\":\"standard\","
                        + "\"verdict\":\"non-conforming\",\"exit-code\":1,"
                        + "\"target\":{\"name\":\"acceptance\",\"kind\":\"acceptance\","
                        + "\"apis\":{\"evc-net\":\"https://evc-a.evc-net.com\","
                        + "\"oioi\":\"https://dev-api.plugsurfing.com/api/v4/request\"}},"
                        + "\"scope\":{\"text\":\"6 of 69 MUSTs\",\"side\":\"provider\",\"must\":6,\"decided\":3,\"tags\":null,"
                        + "\"shard\":null,\"read-only\":false,\"rerun\":null,\"fail-on\":null},"
                        + "\"counts\":{\"conforms\":2,\"violation\":2,\"warning\":1,\"observation\":1,"
                        + "\"inconclusive\":1,\"not-tested\":2,\"waived\":1,\"harness-error\":0,\"out-of-scope\":1},"
                        + "\"exchanges\":5,"
                        + "\"outcomes\":{\"violation\":[\"EVC-CARD-1\",\"EVC-HTTP-2\"],"
                        + "\"not-tested\":[\"EVC-CARD-2\",\"EVC-CARD-3\"],"
                        + "\"conforms\":[\"EVC-CREATE-1\",\"OIOI-AUTH-1\"],\"observation\":[\"EVC-HTTP-11\"],"
                        + "\"waived\":[\"OIOI-GET-10\"],\"warning\":[\"OIOI-GET-12\"],"
                        + "\"inconclusive\":[\"OIOI-POST-1\"]},\"own-scenarios\":{},"
                        + "\"codes\":[[\"evc-net\",\"attach-card\",500,null],[\"evc-net\",\"create\",200,null],"
                        + "[\"oioi\",\"user-get-details\",200,0],[\"oioi\",\"user-get-details\",200,144],"
                        + "[\"oioi\",\"user-post-details\",null,null]],"
                        + "\"duration-ms\":{"
                        + "\"evc-net attach-card\":{\"count\":1,\"p50\":31.0,\"p95\":31.0,\"spread\":0.0},"
                        + "\"evc-net create\":{\"count\":1,\"p50\":12.0,\"p95\":12.0,\"spread\":0.0},"
                        + "\"oioi user-get-details\":{\"count\":2,\"p50\":8.0,\"p95\":9.0,\"spread\":0.0}}}");
    }

    @Test
    void writes_no_secret_into_any_file() throws IOException {
        Path run = writer.write(SampleRun.report(), SampleRun.options(reports));

        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain(SampleRun.TOKEN, "t0ken/with+odd");
            }
        }
        assertThat(run.resolve("conformance.json")).content().contains("${EVC_NET_TOKEN}");
    }

    @Test
    void lets_nobody_but_the_owner_read() throws IOException {
        Path run = new ReportWriter(List.of((report, options, into) -> Files.writeString(
                        Files.createDirectories(into.resolve("page/data")).resolve("a.json"), "{}")))
                .write(SampleRun.report(), SampleRun.options(reports));

        try (Stream<Path> files = Files.walk(run)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(reports.resolve("history.jsonl"))))
                .isEqualTo("rw-------");
    }

    @Test
    void keeps_what_is_written_when_a_further_form_fails() {
        ReportWriter failing = new ReportWriter(List.of(new Failing()));

        assertThatThrownBy(() -> failing.write(SampleRun.report(), SampleRun.options(reports)))
                .isInstanceOfSatisfying(
                        UnwrittenReport.class,
                        unwritten -> assertThat(unwritten.isOfThePlace()).isFalse())
                .hasMessage("the report couldn't be written to " + reports
                        + ": all but Failing is written: java.lang.IllegalStateException: no room");
        assertThat(reports.resolve("latest/conformance.json")).exists();
    }

    @Test
    void says_all_that_is_in_the_way_and_keeps_the_rest() throws IOException {
        Files.createDirectories(reports.resolve("latest").resolve("copied"));
        Files.createDirectories(reports.resolve("history.jsonl"));

        assertThat(new ReportDirectory(reports).obstacle())
                .contains(reports + "/latest is a folder, where a link to the newest run goes; remove it");
        assertThatThrownBy(() -> writer.write(SampleRun.report(), SampleRun.options(reports)))
                .isInstanceOfSatisfying(UnwrittenReport.class, unwritten -> {
                    assertThat(unwritten.directory()).contains(reports.resolve("2026-03-01T10-00-00Z-acceptance"));
                    assertThat(unwritten.isOfThePlace()).isTrue();
                })
                .hasMessage("the report couldn't be written to " + reports + ": " + reports
                        + "/latest can't be replaced; remove it; " + reports + "/history.jsonl: Is a directory");
        assertThat(reports.resolve("2026-03-01T10-00-00Z-acceptance/conformance.json"))
                .exists();
    }

    @Test
    void leaves_nothing_unfinished_behind() throws IOException {
        writer.write(SampleRun.report(), SampleRun.options(reports));

        assertThat(namesIn(reports)).containsExactly("2026-03-01T10-00-00Z-acceptance", "history.jsonl", "latest");
    }

    @Test
    void makes_a_name_that_every_file_system_takes() {
        assertThat(ReportDirectory.nameOf(SampleRun.STARTED, "../a:b*c?ü/")).isEqualTo("2026-03-01T10-00-00Z-a-b-c");
        assertThat(ReportDirectory.nameOf(SampleRun.STARTED, "...")).isEqualTo("2026-03-01T10-00-00Z-target");
    }

    private static List<String> namesIn(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static final class Failing implements ReportFormat {
        @Override
        public void write(RedactedReport report, ReportOptions options, Path into) {
            throw new IllegalStateException("no room");
        }
    }
}
