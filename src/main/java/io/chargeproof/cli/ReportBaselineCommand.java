package io.chargeproof.cli;

import io.chargeproof.report.RecordedRun;
import io.chargeproof.runs.Baseline;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the waivers that excuse what a run found broken. */
@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        description = "Prints the waivers for a run's violations, to be put into the profile.",
        footer = {"", "Example:", "  chargeproof report baseline latest --until 2027-01-31 --reason 'repaired in 14'"})
final class ReportBaselineCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The run.")
    String run = "";

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day on which the waivers hold, such as 2027-01-31.")
    @Nullable LocalDate until;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why the violations are excused.")
    @Nullable String reason;

    @Mixin
    RunsFolder runs = new RunsFolder();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        String yaml = Baseline.of(RecordedRun.read(runs.run(run)), until, reason);
        spec.commandLine().getOut().print(yaml);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
