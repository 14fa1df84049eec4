package io.chargeproof.cli;

import io.chargeproof.report.Comparison;
import io.chargeproof.report.RecordedRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two runs. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Compares two runs: what is newly broken, repaired, still"
                + " broken or no longer tested, which answers are new or gone, and what takes longer beyond noise.",
        footer = {"", "Example:", "  chargeproof report diff before/conformance.json latest --format markdown"})
final class ReportDiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RUN", description = "The run to compare with.")
    String before = "";

    @Parameters(index = "1", paramLabel = "RUN", description = "The run that is compared.")
    String after = "";

    @Mixin
    RunsFolder runs = new RunsFolder();

    @Mixin
    PassageFormat format = new PassageFormat();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Comparison comparison =
                new Comparison(RecordedRun.outline(runs.run(before)), RecordedRun.outline(runs.run(after)));
        String text = format.render(comparison.headline(), comparison.passages());
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
