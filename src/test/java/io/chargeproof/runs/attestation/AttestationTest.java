package io.chargeproof.runs.attestation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.UsageException;
import io.chargeproof.report.Json;
import io.chargeproof.runs.attestation.AttestationReview.Attested;
import io.chargeproof.runs.attestation.AttestationReview.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** A run that was signed is relied on as long as it is whole and what was asked for, and refused else, with the reason. */
class AttestationTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String CONFORMANCE = """
            {"schema": "chargeproof/conformance/2",
             "run": {"id": "r1", "finished": "2026-03-02T10:00:00Z", "version": "0.1.0", "commit": "1234", "depth": "standard",
               "ended": "complete"},
             "scope": {"text": "2 of 2 MUSTs", "tags": null, "shard": null, "read-only": false},
             "target": {"name": "acceptance", "apis": {"evc-net": "https://evc.example.com"}},
             "verdict": "conforming", "exit-code": 0,
             "requirements": [{"id": "EVC-CARD-1", "outcome": "conforms"}, {"id": "EVC-CARD-2", "outcome": "conforms"},
               {"id": "EVC-CARD-3", "outcome": "out-of-scope"}]}
            """;

    @TempDir
    Path folder;

    private Path run;

    @BeforeEach
    void lay_out_a_run() throws IOException, GeneralSecurityException {
        run = Files.createDirectories(folder.resolve("run"));
        Files.createDirectories(run.resolve("allure-report"));
        Files.writeString(run.resolve("conformance.json"), CONFORMANCE);
        Files.writeString(run.resolve("exchanges.jsonl"), "{\"number\":1}\n");
        Files.writeString(run.resolve("allure-report/index.html"), "<html></html>");
        keys("gate", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed25519", "P-256"})
    void is_relied_on_as_it_was_signed(String kind) throws Exception {
        keys("own", pair(kind));
        Attestation.write(run, folder.resolve("own.pem"), null);

        assertThat(new AttestationReview(run, folder.resolve("own.pub.pem")).expecting(expected("acceptance")))
                .isEqualTo(new Attested(
                        "conforming", 0, "2 of 2 MUSTs", "acceptance", Instant.parse("2026-03-02T10:00:00Z")));
    }

    @Test
    void says_in_a_statement_what_each_requirement_came_to() throws IOException {
        Path envelope = Attestation.write(run, folder.resolve("gate.pem"), null);

        String payload =
                Json.MAPPER.readTree(Files.readString(envelope)).path("payload").asString();
        assertThat(Json.MAPPER.readTree(Base64.getDecoder().decode(payload)))
                .isEqualTo(Json.MAPPER.readTree("""
                        {"_type": "https://in-toto.io/Statement/v1",
                         "subject": [
                           {"name": "allure-report/index.html", "digest": {"sha256": "%s"}},
                           {"name": "conformance.json", "digest": {"sha256": "%s"}},
                           {"name": "exchanges.jsonl", "digest": {"sha256": "%s"}}],
                         "predicateType": "https://in-toto.io/attestation/test-result/v0.1",
                         "predicate": {"result": "PASSED",
                           "configuration": [
                             {"name": "chargeproof 0.1.0", "annotations": {"commit": "1234", "depth": "standard"}},
                             {"name": "evc-net", "uri": "https://evc.example.com"}],
                           "passedTests": ["EVC-CARD-1", "EVC-CARD-2"], "warnedTests": [], "failedTests": []}}
                        """.formatted(
                                RunFiles.sha256("<html></html>".getBytes(UTF_8)),
                                RunFiles.sha256(CONFORMANCE.getBytes(UTF_8)),
                                RunFiles.sha256("{\"number\":1}\n".getBytes(UTF_8)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"acceptance\" > \"production\" | is about the target production at https://evc.example.com, not acceptance",
                "\"0.1.0\" > \"0.0.9\" | is of version 0.0.9 of the suite, not 0.1.0",
                "\"standard\" > \"smoke\" | is about a run at depth smoke, which leaves most requirements out",
                "\"complete\" > \"stopped\" | is about a run that didn't end by itself (stopped)",
                "\"tags\": null > \"tags\": \"@smoke\" | is about a part of the suite (tags @smoke)",
                "\"shard\": null > \"shard\": \"1/2\" | is about a part of the suite (shard 1/2)",
                "false > true | is about a run that was read-only, and so about a part",
                "\"EVC-CARD-2\" > \"EVC-CARD-9\" | leaves requirements out: EVC-CARD-2",
                "2026-03-02T10 > 2026-02-28T10 | is about a run that ended at 2026-02-28T10:00:00Z, longer ago than it may",
                "2026-03-02T10 > 2026-03-03T10 | is about a run that ended in the future, at 2026-03-03T10:00:00Z",
                "2026-03-02T10:00:00Z > soon | doesn't say when the run ended"
            })
    void is_refused_where_another_run_was_signed(String change, String why) throws Exception {
        String[] parts = change.strip().split(" > ");
        Files.writeString(run.resolve("conformance.json"), CONFORMANCE.replace(parts[0], parts[1]));
        Attestation.write(run, folder.resolve("gate.pem"), null);

        assertThat(refusal(run)).isEqualTo(why);
    }

    @Test
    void is_refused_where_a_file_is_missing_changed_or_new() throws Exception {
        Attestation.write(run, folder.resolve("gate.pem"), null);
        Files.writeString(run.resolve("exchanges.jsonl"), "{\"number\":2}\n");
        assertThat(refusal(run)).isEqualTo("covers exchanges.jsonl, which was changed");
        Files.delete(run.resolve("exchanges.jsonl"));
        assertThat(refusal(run)).isEqualTo("covers exchanges.jsonl, which is missing");
        Files.writeString(run.resolve("exchanges.jsonl"), "{\"number\":1}\n");
        Files.writeString(run.resolve("more.txt"), "");
        assertThat(refusal(run)).isEqualTo("doesn't cover all that is beside it: more.txt");
    }

    @Test
    void says_which_profile_the_run_had() throws Exception {
        Path profile = Files.writeString(folder.resolve("acceptance.yaml"), "name: acceptance\n");
        Path another = Files.writeString(folder.resolve("other.yaml"), "name: other\n");
        Attestation.write(run, folder.resolve("gate.pem"), profile);
        AttestationReview review = new AttestationReview(run, folder.resolve("gate.pub.pem"));

        assertThat(review.expecting(expected("acceptance", profile)).verdict()).isEqualTo("conforming");
        assertThat(review.expecting(expected("acceptance")).verdict()).isEqualTo("conforming");
        assertThatThrownBy(() -> review.expecting(expected("acceptance", another)))
                .isInstanceOf(Refused.class)
                .hasMessage("is about a run with another profile than " + another);

        Attestation.write(run, folder.resolve("gate.pem"), null);
        assertThatThrownBy(() -> review.expecting(expected("acceptance", profile)))
                .isInstanceOf(Refused.class)
                .hasMessage("doesn't say which profile the run had");
    }

    @Test
    void is_refused_by_another_key() throws Exception {
        keys("other", pair("Ed25519"));
        Attestation.write(run, folder.resolve("other.pem"), null);

        assertThat(refusal(run)).isEqualTo("isn't signed by this key, or was changed since");
    }

    @Test
    void is_refused_where_it_was_signed_for_another_purpose() throws Exception {
        byte[] payload = "{}".getBytes(UTF_8);
        var key = new KeyFile(folder.resolve("gate.pem")).signing();
        Files.writeString(
                run.resolve(Attestation.FILE),
                Envelope.sign("text/plain", payload, key).json());
        assertThat(refusal(run)).isEqualTo("holds text/plain, not an in-toto statement");

        Files.writeString(
                run.resolve(Attestation.FILE),
                Envelope.sign(Statement.MEDIA_TYPE, payload, key).json());
        assertThat(refusal(run)).isEqualTo("isn't a statement on a test's result");
    }

    @Test
    void is_refused_where_the_statement_flatters_the_run() throws Exception {
        ObjectNode flattered = (ObjectNode) Json.MAPPER.readTree(CONFORMANCE.replace("conforms", "violation"));
        Files.writeString(run.resolve("conformance.json"), flattered.toString());
        ObjectNode statement =
                Statement.of(RunFiles.in(run, Attestation.FILE), Json.MAPPER.readTree(CONFORMANCE), null);
        Files.writeString(
                run.resolve(Attestation.FILE),
                Envelope.sign(
                                Statement.MEDIA_TYPE,
                                statement.toString().getBytes(UTF_8),
                                new KeyFile(folder.resolve("gate.pem")).signing())
                        .json());

        assertThat(refusal(run)).isEqualTo("says something else of the run than its conformance.json");
    }

    @Test
    void is_refused_with_any_byte_of_any_file_changed_or_cut_off() throws Exception {
        Attestation.write(run, folder.resolve("gate.pem"), null);
        List<Path> files;
        try (Stream<Path> all = Files.walk(run)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Random random = new Random(1);
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Path file = files.get(i % files.size());
            byte[] whole = Files.readAllBytes(file);
            int place = random.nextInt(whole.length - 1);
            byte[] mutilated = i % 3 == 0 ? Arrays.copyOf(whole, place) : whole.clone();
            if (i % 3 != 0) {
                mutilated[place] ^= (byte) (1 << random.nextInt(7));
            }
            Files.write(file, mutilated);
            // White space outside of an envelope's strings says nothing.
            if (!saysTheSame(file, whole, mutilated) && refusalOrNone(run).isEmpty()) {
                accepted.add(file.getFileName() + " at " + place);
            }
            Files.write(file, whole);
        }

        assertThat(accepted).isEmpty();
        assertThat(refusalOrNone(run)).isEmpty();
    }

    private static boolean saysTheSame(Path file, byte[] whole, byte[] mutilated) {
        try {
            return file.endsWith(Attestation.FILE)
                    && Json.MAPPER.readTree(whole).equals(Json.MAPPER.readTree(mutilated));
        } catch (JacksonException damaged) {
            return false;
        }
    }

    @Test
    void needs_a_key_that_it_can_use() throws Exception {
        keys("curve", pair("P-384"));
        Path none = Files.writeString(folder.resolve("none.pem"), "nothing");
        Path damaged = Files.writeString(
                folder.resolve("damaged.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> Attestation.write(run, folder.resolve("curve.pem"), null))
                .isInstanceOf(UsageException.class)
                .hasMessage("the key in " + folder.resolve("curve.pem")
                        + " is neither of Ed25519 nor of ECDSA on P-256; use one that is");
        assertThatThrownBy(() -> Attestation.write(run, damaged, null))
                .isInstanceOf(UsageException.class)
                .hasMessage("the key in " + damaged + " is neither of Ed25519 nor of ECDSA on P-256; use one that is");
        assertThatThrownBy(() -> Attestation.write(run, none, null))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        none + " has no '-----BEGIN PRIVATE KEY-----'; openssl genpkey -algorithm ed25519 makes one");
        assertThatThrownBy(() -> new AttestationReview(run, folder.resolve("gate.pem")))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        folder.resolve("gate.pem")
                                + " has no '-----BEGIN PUBLIC KEY-----'; openssl pkey -in KEY -pubout makes one of a private key");
    }

    private String refusal(Path of) {
        return refusalOrNone(of).orElseThrow();
    }

    private Optional<String> refusalOrNone(Path of) {
        try {
            new AttestationReview(of, folder.resolve("gate.pub.pem")).expecting(expected("acceptance"));
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static Expectation expected(String target) {
        return expected(target, null);
    }

    private static Expectation expected(String target, @Nullable Path profile) {
        return new Expectation(target, profile, "0.1.0", Set.of("EVC-CARD-1", "EVC-CARD-2"), Duration.ofHours(24), NOW);
    }

    private static KeyPair pair(String kind) throws GeneralSecurityException {
        if (kind.equals("Ed25519")) {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        }
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec(kind.equals("P-256") ? "secp256r1" : "secp384r1"));
        return curve.generateKeyPair();
    }

    private void keys(String name, KeyPair pair) throws IOException {
        write(name + ".pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
        write(name + ".pub.pem", "PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private void write(String name, String label, byte[] der) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                        + "-----\n");
    }
}
