package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command that runs a client on the sandbox and its variants, by a client in a process of its own. */
@DisabledOnOs(OS.WINDOWS)
class ClientCommandTest {
    @TempDir
    Path folder;

    private Terminal client(List<String> options, String... command) {
        List<String> all = new ArrayList<>(List.of("client"));
        all.addAll(options);
        all.addAll(List.of("--skip-html", "--reports", folder.toString(), "--"));
        all.addAll(List.of(command));
        return Terminal.run(all.toArray(String[]::new));
    }

    private static String[] naive(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NaiveClient.class.getName()));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }

    private JsonNode json(String name) throws IOException {
        return Json.MAPPER.readTree(
                Files.readString(folder.resolve("latest-judged").resolve(name), UTF_8));
    }

    @Test
    void tells_with_which_variants_a_client_copes_and_what_it_breaks() throws IOException {
        Terminal ran = client(
                List.of(
                        "--variant",
                        "evc-id-is-called-id",
                        "--variant",
                        "evc-answers-in-chunks",
                        "--variant",
                        "evc-id-is-a-string"),
                naive());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "passes, 2 requests, breaks EVC-CLIENT-3: the clean sandbox",
                        "exit code 9, 1 request, breaks EVC-CLIENT-3: variant evc-id-is-called-id",
                        "the client copes with 2 of 3 variants",
                        "the client doesn't cope with variant evc-id-is-called-id: A create shows the id as data.id",
                        "exit code 9, after 'no customer_id'",
                        "VIOLATION EVC-CLIENT-3 (MUST)")
                .doesNotContain("note: the provider");
        JsonNode runs = json("client.json").path("runs");
        assertThat(runs.valueStream().map(run -> run.path("variants") + " " + run.path("exit-code")))
                .containsExactly(
                        "[] 0", "[\"evc-id-is-a-string\",\"evc-answers-in-chunks\"] 0", "[\"evc-id-is-called-id\"] 9");
        assertThat(Files.readString(folder.resolve("latest-judged/client.md"), UTF_8))
                .contains("| `variant evc-id-is-called-id` | **exit code 9** |", "no customer_id");
        assertThat(json("conformance.json").path("verdict").asString()).isEqualTo("non-conforming");
    }

    @Test
    void tries_no_variant_where_the_command_fails_on_the_clean_sandbox() {
        Terminal ran = client(List.of(), naive("fail"));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("the command fails on the clean sandbox, so no variant was tried");
        assertThat(ran.err()).contains("exit code 9 on the clean sandbox").doesNotContain("variant");
    }

    @Test
    void ends_a_command_whose_time_is_over() {
        Terminal ran = client(List.of("--max-time", "4s"), naive("wait"));

        assertThat(ran.err()).contains("out of time on the clean sandbox");
    }

    @Test
    void says_what_is_asked_wrongly() {
        assertThat(client(List.of(), "no-such-program-4711").err())
                .startsWith("chargeproof: the command can't be run: ");
        Terminal silent = client(List.of(), "sh", "-c", "echo hello; exit 3");
        assertThat(silent.code()).isEqualTo(2);
        assertThat(silent.err())
                .contains(
                        "the command ended with exit code 3 and made no request to the sandbox (it said last 'hello');"
                                + " have it read the addresses from CHARGEPROOF_EVC_NET_BASE_URL and"
                                + " CHARGEPROOF_OIOI_ENDPOINT");
        assertThat(client(List.of("--variant", "evc-id-is-a-uid"), "true").err())
                .contains("did you mean 'evc-id-is-a-uuid'?");
        assertThat(Terminal.run("client").code()).isEqualTo(2);
    }

    @Test
    void help_names_each_variable_of_the_environment() {
        Terminal shown = client(
                List.of(),
                "sh",
                "-c",
                "env | grep -o '^CHARGEPROOF_[A-Z_]*' | grep -v 'SECONDARY\\|SPARSE' | cut -c13- | tr '\\n' ' '");
        String help = Terminal.run("client", "--help").out();

        String said = shown.err().replaceFirst("(?s).*it said last '(.*?)'.*", "$1");
        assertThat(said.split(" "))
                .hasSize(11)
                .contains("EVC_NET_TOKEN", "OIOI_PRIMARY_RFID")
                .allSatisfy(name -> assertThat(help).contains(name.replaceFirst("PRIMARY_.*", "PRIMARY_")));
    }
}
