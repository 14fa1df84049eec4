package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.report.ReportDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that reports go to: whether it takes one is known before a run has cost anything. */
final class ReportDirectoryCheck {
    private ReportDirectoryCheck() {}

    /** Makes the folder, where there is none yet. */
    static Path prepare(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageException("--reports: " + folder + " can't be made; name a folder that you may write to");
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException(
                    "--reports: " + folder + " can't be written to; name a folder that you may write to");
        }
        new ReportDirectory(folder).obstacle().ifPresent(obstacle -> {
            throw new UsageException("--reports: " + obstacle + ", or name another folder");
        });
        return folder;
    }
}
