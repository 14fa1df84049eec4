package io.chargeproof.cli;

import io.chargeproof.report.History;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RunOutline;
import io.chargeproof.report.RunReference;
import io.chargeproof.runs.RejudgedRun;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges the exchanges of a run again, by today's standing checks. */
@Command(
        name = "rejudge",
        mixinStandardHelpOptions = true,
        description =
                "Judges a run's exchanges again, by today's standing checks, and tells what the suite changed since"
                        + " from what the target did. Nothing is sent.",
        footer = {"", "Example:", "  chargeproof report rejudge 2026-03-01T10-00-00Z-acceptance"})
final class ReportRejudgeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The run.")
    String run = "";

    @Option(
            names = "--later",
            paramLabel = "RUN",
            description = "The later run that shows what the target changed (default: the newest on the same target).")
    @Nullable String later;

    @Mixin
    RunsFolder runs = new RunsFolder();

    @Mixin
    PassageFormat format = new PassageFormat();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        RunReference reference = runs.run(run);
        RejudgedRun rejudged = new RejudgedRun(RecordedRun.read(reference), later(reference));
        String text = format.render(rejudged.headline(), rejudged.passages());
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private Optional<RunOutline> later(RunReference reference) {
        return later == null
                ? History.newestAfter(RecordedRun.outline(reference), runs.folder())
                : Optional.of(RecordedRun.outline(runs.run(later)));
    }
}
