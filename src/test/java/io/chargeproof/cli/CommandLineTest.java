package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands say to those who mistype, and to those who ask. */
class CommandLineTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+) ");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            run --threads 0        | chargeproof: --threads takes a number from 1 to 64, not 0
            run --depth deep       | chargeproof: --depth knows smoke, standard and full, not 'deep'
            run --shard 3/2        | chargeproof: --shard: there is no shard 3 of 2; write one from 1/2 to 2/2
            run --shard half       | chargeproof: --shard takes a part such as 1/3, or auto, not 'half'
            run --fail-on error    | chargeproof: --fail-on knows 'warning', not 'error'
            run --tags OIOI-GET-1  | chargeproof: --tags: no scenario is tagged 'OIOI-GET-1'; did you mean '@OIOI-GET-1'?
            run --tags @oioi-get-1 | chargeproof: --tags: no scenario is tagged '@oioi-get-1'; did you mean '@OIOI-GET-1'?
            run --tags @hostle     | chargeproof: --tags: no scenario is tagged '@hostle'; did you mean '@hostile'?
            run --tags @nothing-of-the-kind | chargeproof: --tags: no scenario is tagged '@nothing-of-the-kind'
            run --tags (@oioi      | chargeproof: --tags '(@oioi' is no tag expression; write one such as '@oioi and not @hostile'
            requirements --format x | chargeproof: --format knows table, markdown and json, not 'x'
            requirements --side x | chargeproof: --side knows provider and client, not 'x'
            """)
    void names_a_wrong_value_and_the_right_ones(String command, String message) {
        assertThat(Terminal.run(command.split(" "))).isEqualTo(new Terminal(2, "", message + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            run --seed abc         | --seed takes a whole number, not 'abc'            | run
            run --threads 1.5      | --threads takes a whole number, not '1.5'         | run
            prove --seed x         | --seed takes a whole number, not 'x'              | prove
            sandbox --port http    | --port takes a whole number, not 'http'           | sandbox
            report export latest --finding f1 | --format is missing; add --format FORM: har, hurl, sarif or earl. | report export
            proxy                  | --profile is missing; add --profile FILE: The profile of the target. | proxy
            """)
    void says_what_an_option_takes(String words, String sentence, String command) {
        assertThat(Terminal.run(words.split(" ")))
                .isEqualTo(new Terminal(
                        2, "", "chargeproof: " + sentence + "\nTry 'chargeproof " + command + " --help'.\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sandbox", "sandbox --judge-clients %s/reports", "proxy --profile %s/target.yaml", "pact stub"})
    void says_what_to_do_where_a_port_is_taken(String words) throws IOException {
        try (Sandbox taken = Sandbox.start(new SandboxOptions(0, List.of(), List.of()))) {
            Files.writeString(folder.resolve("target.yaml"), taken.profile());
            int port = taken.baseUrl().getPort();

            assertThat(Terminal.run((words.replace("%s", folder.toString()) + " --port " + port).split(" ")))
                    .isEqualTo(new Terminal(
                            2,
                            "",
                            "chargeproof: port " + port
                                    + " on 127.0.0.1 can't be opened: Address already in use; end what"
                                    + " listens there, or give another --port\n"));
        }
    }

    @Test
    void says_that_a_recording_is_not_there() {
        assertThat(Terminal.run("judge", "nope.har"))
                .isEqualTo(new Terminal(
                        2,
                        "",
                        "chargeproof: nope.har doesn't exist; name a file of recorded traffic, such as a HAR\n"));
    }

    @Test
    void lists_the_defects_and_variants_with_a_word_in_them() {
        Terminal listed = Terminal.run("sandbox", "--list", "evc-card-1");

        assertThat(listed.code()).isZero();
        assertThat(listed.out())
                .startsWith(
                        "Defects, which break a requirement:\n\nevc-cards-never-taken  EVC-CARD-1\n  Every list of cards")
                .doesNotContain("EVC-CARD-2");
        assertThat(Terminal.run("sandbox", "--list", "Retry-After").out())
                .startsWith("Variants, which differ and conform:\n")
                .contains("Retry-After");
        assertThat(Terminal.run("sandbox", "--list").out()).contains("Defects, ", "\n\nVariants, ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sandbox --list evc-create-answers-2O1 | no defect and no variant has 'evc-create-answers-2O1' in it; did you mean 'evc-create-answers-201'?
            sandbox --list of gold and silver     | no defect and no variant has 'of gold and silver' in it; 'chargeproof sandbox --list' prints all that there are
            sandbox EVC-CARD-1                    | there is no argument 'EVC-CARD-1'; did you mean '--list EVC-CARD-1', '--defect EVC-CARD-1' or '--variant EVC-CARD-1'?
            """)
    void says_that_nothing_is_called_so(String words, String sentence) {
        assertThat(Terminal.run(words.split(" "))).isEqualTo(new Terminal(2, "", "chargeproof: " + sentence + "\n"));
    }

    @Test
    void shows_what_an_option_was_meant_to_be() {
        assertThat(Terminal.run("run", "--dept", "full")).isEqualTo(new Terminal(2, "", """
                        chargeproof: there is no option '--dept'; did you mean '--depth'?
                        Try 'chargeproof run --help'.
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnu           | there is no command 'rnu'; did you mean 'run'?         | chargeproof",
                "help          | there is no command 'help'; did you mean '--help'?     | chargeproof",
                "pact verfiy   | there is no command 'verfiy'; did you mean 'verify'?   | chargeproof pact",
                "report dif    | there is no command 'dif'; did you mean 'diff'?        | chargeproof report",
                "run --dept=full | there is no option '--dept'; did you mean '--depth'? | chargeproof run",
                "run --tgas @oioi | there is no option '--tgas'; did you mean '--tags'? | chargeproof run",
                "run acceptance.yaml | there is no argument 'acceptance.yaml'           | chargeproof run",
            })
    void shows_what_was_meant(String words, String sentence, String command) {
        assertThat(Terminal.run(words.split(" ")))
                .isEqualTo(new Terminal(2, "", "chargeproof: " + sentence + "\nTry '" + command + " --help'.\n"));
    }

    @Test
    void shows_what_a_command_was_meant_to_be() {
        assertThat(Terminal.run("rum")).isEqualTo(new Terminal(2, "", """
                        chargeproof: there is no command 'rum'; did you mean 'run'?
                        Try 'chargeproof --help'.
                        """));
    }

    @Test
    void each_command_has_help_with_an_example() {
        String commands = Terminal.run("--help").out().replaceFirst("(?s).*\\nCommands:\\n(.*?)\\n\\n.*", "$1");
        List<String> names =
                COMMAND.matcher(commands).results().map(found -> found.group(1)).toList();
        assertThat(names).contains("run", "sandbox", "requirements", "init");
        for (String command : names) {
            Terminal help = Terminal.run(command, "--help");
            assertThat(help.code()).isZero();
            assertThat(help.out()).contains("Usage: chargeproof " + command, "\nExample", "  chargeproof " + command);
        }
    }

    @Test
    void knows_before_a_run_that_its_report_has_no_place() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(Terminal.run("run", "--reports", file.toString()))
                .isEqualTo(new Terminal(
                        2,
                        "",
                        "chargeproof: --reports: " + file + " can't be made; name a folder that you may write to\n"));
    }

    @Test
    void writes_a_profile_once() throws IOException {
        Path file = folder.resolve("acceptance.yaml");

        assertThat(Terminal.run("init", file.toString()).code()).isZero();
        String written = Files.readString(file);
        Terminal again = Terminal.run("init", file.toString());

        assertThat(written).startsWith("# yaml-language-server: $schema=profile.schema.json");
        assertThat(folder.resolve("profile.schema.json")).exists();
        assertThat(again)
                .isEqualTo(new Terminal(
                        2, "", "chargeproof: " + file + " is there already and stays as it is; name another file\n"));
    }

    @Test
    void the_table_of_requirements_in_the_features_is_fresh() throws IOException {
        Terminal terminal = Terminal.run("requirements", "--format", "markdown");

        assertThat(terminal.out())
                .as("features/README.md is stale; refresh it:"
                        + " ./chargeproof requirements --format markdown >features/README.md")
                .isEqualTo(Files.readString(Path.of("features/README.md")));
    }

    @Test
    void the_table_of_what_clients_are_asked_is_fresh() throws IOException {
        Terminal terminal = Terminal.run("requirements", "--side", "client", "--format", "markdown");

        assertThat(terminal.out())
                .as("src/client-features/README.md is stale; it says how to make it anew")
                .isEqualTo(Files.readString(Path.of("src/client-features/README.md")));
    }
}
