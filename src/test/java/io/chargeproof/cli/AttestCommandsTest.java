package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was signed by a command is checked by another, which ends as the run did. */
class AttestCommandsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void make_keys() throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        write("gate.pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
        write("gate.pub.pem", "PUBLIC KEY", pair.getPublic().getEncoded());
    }

    @Test
    void a_signed_run_ends_its_check_as_it_ended_itself() {
        run("--depth", "standard", "--defect", "evc-create-answers-201");
        Terminal signed = report("attest", "latest", "--key", key("gate.pem"));

        Terminal verified = verify("sandbox");

        assertThat(signed.code()).isZero();
        assertThat(signed.out()).startsWith("Signed: ").endsWith("attestation.dsse.json\n");
        assertThat(verified.code()).isOne();
        assertThat(verified.out())
                .startsWith("non-conforming: 73 of 73 MUSTs in scope, of the target sandbox, ended 20")
                .endsWith("; signed and whole\n");
    }

    @Test
    void a_run_of_a_part_or_of_another_target_is_refused() {
        run("--depth", "smoke");
        report("attest", "latest", "--key", key("gate.pem"));

        assertThat(verify("acceptance").code()).isEqualTo(2);
        assertThat(verify("acceptance").err()).contains("is about the target sandbox at ", ", not acceptance");
        assertThat(verify("sandbox").code()).isEqualTo(2);
        assertThat(verify("sandbox").err())
                .endsWith("is about a run at depth smoke, which leaves most requirements out\n");
    }

    private Terminal verify(String target) {
        return report("verify", "latest", "--key", key("gate.pub.pem"), "--target", target, "--max-age", "1h");
    }

    private void run(String... words) {
        Terminal.run(with(new String[] {"run", "--skip-html"}, words));
    }

    private Terminal report(String... words) {
        return Terminal.run(with(new String[] {"report"}, words));
    }

    private String[] with(String[] some, String... more) {
        return Stream.of(some, more, new String[] {
                    "--reports", folder.resolve("reports").toString()
                })
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
    }

    private String key(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String label, byte[] der) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                        + "-----\n");
    }
}
