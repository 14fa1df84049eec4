package io.chargeproof.prove;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.api.UsageException;
import io.chargeproof.report.ReportDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a proof. */
public final class ProofWriter {
    private ProofWriter() {}

    /**
     * Writes {@code prove.json} and {@code prove.md} into a directory of their own, which appears once it is complete.
     *
     * @return that directory
     * @throws UncheckedIOException if it can't be written
     */
    public static Path write(Proof proof, Path reports) {
        ReportDirectory directory = new ReportDirectory(reports);
        try {
            Path unfinished = directory.unfinished();
            try {
                Files.writeString(unfinished.resolve("prove.json"), ProofJson.of(proof), UTF_8);
                Files.writeString(unfinished.resolve("prove.md"), ProofMarkdown.of(proof), UTF_8);
                return directory.publish(
                        unfinished, ReportDirectory.nameOf(proof.about().started(), "prove"));
            } finally {
                ReportDirectory.delete(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the proof couldn't be written to " + reports + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes the strength of each requirement as the program ships it.
     *
     * @throws UsageException if not every defect was tried, or the file can't be written
     */
    public static void writeStrength(Proof proof, Path file) {
        if (!proof.about().isWhole()) {
            throw new UsageException("--write-strength takes every defect; leave --defect and --shard out");
        }
        try {
            Files.writeString(file, ProofJson.strength(proof), UTF_8);
        } catch (IOException e) {
            throw new UsageException("--write-strength " + file + " can't be written: " + e.getMessage());
        }
    }
}
