package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shells complete. */
class CompletionCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @CsvSource({"chargeproof pro, prove", "chargeproof run --skip, --skip-html", "chargeproof report di, diff"})
    void completes_commands_and_options_in_bash(String typed, String completed) throws Exception {
        Path script = Files.writeString(
                folder.resolve("completion"), Terminal.run("completion", "bash").out());

        assertThat(bash("""
                source '%s'
                COMP_LINE='%s'; COMP_WORDS=($COMP_LINE); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_POINT=${#COMP_LINE}
                _complete_chargeproof
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, typed)).lines()).contains(completed);
    }

    @Test
    void completes_commands_and_options_in_fish() {
        assertThat(Terminal.run("completion", "fish").out().lines())
                .contains(
                        "complete -c chargeproof -n '__fish_seen_subcommand_from report; and __fish_seen_subcommand_from diff'"
                                + " -s h -l help -d 'Show this help message and exit.'")
                .anyMatch(line -> line.startsWith(
                        "complete -c chargeproof -n '__fish_seen_subcommand_from run' -l profile -r -d '"))
                .anyMatch(line -> line.matches(
                        "complete -c chargeproof -n 'not __fish_seen_subcommand_from run .*' -f -a prove -d '.*'"))
                .allMatch(line -> line.replace("\\'", "")
                                .chars()
                                .filter(each -> each == '\'')
                                .count()
                        == 4);
    }

    @Test
    void refuses_another_shell() {
        Terminal told = Terminal.run("completion", "tcsh");

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err())
                .isEqualTo("chargeproof: 'tcsh' is no shell that is known here; write bash, zsh or fish\n");
    }

    private static String bash(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        try (InputStream said = process.getInputStream()) {
            String text = new String(said.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor();
            return text;
        }
    }
}
