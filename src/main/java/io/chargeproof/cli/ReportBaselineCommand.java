package io.chargeproof.cli;

import io.chargeproof.report.RecordedRun;
import io.chargeproof.runs.Baseline;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the waivers that excuse what a run found broken. */
@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        description =
                "Prints the waivers for a run's violations, to be put into the profile once each has its end date.",
        footer = {"", "Example:", "  chargeproof report baseline latest >waivers.yaml"})
final class ReportBaselineCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The run.")
    String run = "";

    @Mixin
    RunsFolder runs = new RunsFolder();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        String yaml = Baseline.of(RecordedRun.read(runs.run(run)));
        spec.commandLine().getOut().print(yaml);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
