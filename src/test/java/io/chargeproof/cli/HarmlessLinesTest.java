package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessLinesTest {
    @ParameterizedTest
    @CsvSource({
        "##vso[task.setvariable variable=x]y, # #vso[task.setvariable variable=x]y",
        "found: ##[error]all is lost, found: # #[error]all is lost",
        "##teamcity[buildStatus status='SUCCESS'], # #teamcity[buildStatus status='SUCCESS']",
        "###vso[task.complete], ## #vso[task.complete]",
        "::error::no, : :error::no",
        "  ::error file=a::no,   : :error file=a::no",
        "::stop-commands::xyz, : :stop-commands::xyz",
        "'::set-output name=a,b=c::d', ': :set-output name=a,b=c::d'",
        "section_start:1560896352:a, section_start :1560896352:a",
        "travis_fold:end:a, travis_fold :end:a"
    })
    void keep_build_servers_from_carrying_out_what_they_say(String said, String shown) {
        assertThat(HarmlessLines.harmless(said)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"## Newly broken", "fe80::1", "java.util.List::of", "http://[::1]:80/a#b", "# a ## b", "a::b c"})
    void leave_alone_what_only_looks_like_a_command(String said) {
        assertThat(HarmlessLines.harmless(said)).isEqualTo(said);
    }

    @Test
    void show_what_would_move_or_hide_other_text() {
        assertThat(HarmlessLines.harmless("a\u001b]0;x\u0007b\rc\u009b2Jd\u0085e\u2028f\u202eg\u200bh\u3164i\tj\n"))
                .isEqualTo("a\\u001b]0;x\\u0007b\\rc\\u009b2Jd\\u0085e\\u2028f\\u202eg\\u200bh\\u3164i\tj\n");
    }

    @Test
    void keep_colours_and_line_ends() {
        assertThat(HarmlessLines.harmless("\u001b[31mred\u001b[0m\r\nnext\u001b[2K"))
                .isEqualTo("\u001b[31mred\u001b[0m\nnext\\u001b[2K");
    }

    @Test
    void come_out_as_they_end_or_are_asked_for() {
        StringWriter screen = new StringWriter();
        try (ConsoleOutput out = new ConsoleOutput(new PrintWriter(screen))) {
            out.print("##");
            out.print("vso[a]\n##teamcity[");
            assertThat(screen).hasToString("# #vso[a]\n");
            out.flush();
            assertThat(screen).hasToString("# #vso[a]\n# #teamcity[");
            out.rewrite("1 of 2\r::error::x");
            assertThat(screen.toString()).endsWith("teamcity[\r1 of 2\\r: :error::x\u001b[K");
        }
    }
}
