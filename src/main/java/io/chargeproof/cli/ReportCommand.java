package io.chargeproof.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done with the reports that runs wrote; nothing is sent. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Lists, opens, compares, merges or judges again what runs wrote, takes it as a baseline, or hands it on. Nothing is sent.",
            "A RUN is its folder, its ID, its conformance.json, or 'latest'."
        },
        footer = {"", "Example:", "  chargeproof report diff 2026-03-01T10-00-00Z-acceptance latest"},
        subcommands = {
            ReportListCommand.class,
            ReportOpenCommand.class,
            ReportDiffCommand.class,
            ReportMergeCommand.class,
            ReportRejudgeCommand.class,
            ReportBaselineCommand.class,
            ReportExportCommand.class,
            ReportAttestCommand.class,
            ReportVerifyCommand.class
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Main.USAGE;
    }
}
