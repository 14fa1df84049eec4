package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles with a fault: each is named with its place and the cure, and the target hears nothing. */
class RefusedProfileTest {
    @TempDir
    Path folder;

    private final LoopbackServer target =
            LoopbackServer.answering(request -> LoopbackServer.Reply.json(400, "{\"data\": \"no\"}"));

    @AfterEach
    void nothing_was_sent() {
        target.close();
        assertThat(target.received()).isEmpty();
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void an_unknown_key() throws IOException {
        assertThat(runWith(target.profile().replace("  token: evc", "  tokn: evc")))
                .isEqualTo(refused(":5: 'evc-net.tokn' isn't a key that is known here; did you mean 'token'?"));
    }

    @Test
    void bad_yaml() throws IOException {
        assertThat(runWith("name: stand-in\nevc-net: {base-url: [\n"))
                .isEqualTo(refused(":3: the file isn't valid YAML here; check indentation, brackets and quotes on this"
                        + " line and the one before"));
    }

    @Test
    void a_missing_environment_variable() throws IOException {
        assertThat(runWith(target.profile().replace("evc-token-0001", "${CHARGEPROOF_NOT_SET}")))
                .isEqualTo(refused(":5: 'evc-net.token' needs the environment variable CHARGEPROOF_NOT_SET,"
                        + " which isn't set; set it, as by export CHARGEPROOF_NOT_SET=…"));
    }

    @Test
    void a_missing_file() {
        Path file = folder.resolve("target.yaml");
        assertThat(run(file)).isEqualTo(refused(": there is no such file; check the path"));
    }

    @Test
    void a_public_host_that_was_not_allowed() throws IOException {
        String elsewhere = target.profile().replace(target.address().toString(), "https://evc-a.evc-net.com");

        Terminal terminal = runWith(elsewhere);

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo("chargeproof: nothing was sent: evc-a.evc-net.com is a public host; if that is meant, give"
                        + " --allow-host evc-a.evc-net.com\n");
    }

    private Terminal refused(String message) {
        return new Terminal(2, "", "chargeproof: " + folder.resolve("target.yaml") + message + "\n");
    }

    private Terminal runWith(String profile) throws IOException {
        return run(Files.writeString(folder.resolve("target.yaml"), profile));
    }

    private Terminal run(Path profile) {
        return Terminal.run(
                "run",
                "--profile",
                profile.toString(),
                "--reports",
                folder.resolve("reports").toString());
    }
}
