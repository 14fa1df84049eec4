package io.chargeproof.runs.attestation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.api.UsageException;
import io.chargeproof.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Signs what a run found, with all of its files, so that whoever didn't see the run can rely on it. */
public final class Attestation {
    /** What it is called in the run's folder. */
    public static final String FILE = "attestation.dsse.json";

    static final String CONFORMANCE = "conformance.json";

    private Attestation() {}

    /**
     * Writes the signed statement on a run into its folder.
     *
     * @param run the run's folder
     * @param key a PEM file with the private key
     * @param profile the profile that the run had, or null to say nothing of it
     * @return the file
     * @throws UsageException if the key can't be used, or the run not be read
     */
    public static Path write(Path run, Path key, @Nullable Path profile) {
        PrivateKey signing = new KeyFile(key).signing();
        ObjectNode statement = Statement.of(
                RunFiles.in(run, FILE),
                conformance(run.resolve(CONFORMANCE)),
                profile == null ? null : RunFiles.ofProfile(profile));
        byte[] payload = Json.MAPPER.writeValueAsString(statement).getBytes(UTF_8);
        Path file = run.resolve(FILE);
        try {
            return Files.writeString(
                    file, Envelope.sign(Statement.MEDIA_TYPE, payload, signing).json());
        } catch (IOException unwritable) {
            throw new UsageException(file + " can't be written: " + unwritable.getMessage());
        }
    }

    private static JsonNode conformance(Path file) {
        try {
            return Json.MAPPER.readTree(Files.readString(file, UTF_8));
        } catch (IOException | JacksonException damaged) {
            throw new UsageException(file + " can't be read as JSON; name the folder of a run");
        }
    }
}
