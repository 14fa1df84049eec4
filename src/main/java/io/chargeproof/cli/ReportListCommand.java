package io.chargeproof.cli;

import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.ReportDirectory;
import io.chargeproof.report.RunOutline;
import io.chargeproof.report.RunReference;
import io.chargeproof.report.UnreadableRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the runs in the folder of reports. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the runs, the newest first: folder, verdict, scope, depth.",
        footer = {"", "Example:", "  chargeproof report list --reports build/reports"})
final class ReportListCommand implements Callable<Integer> {
    @Mixin
    RunsFolder runs = new RunsFolder();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> all = new ReportDirectory(runs.folder()).runs();
        if (all.isEmpty()) {
            out.println("There is no run in " + runs.folder() + ".");
        }
        all.forEach(run -> out.println(line(run)));
        out.flush();
        return 0;
    }

    private static String line(Path run) {
        String name = String.valueOf(run.getFileName());
        try {
            RunOutline outline = RecordedRun.outline(new RunReference(run.toString(), run));
            return name + "  run " + outline.id() + ", " + outline.verdict() + ", "
                    + outline.scope().text() + ", depth " + outline.depth();
        } catch (UnreadableRun damaged) {
            return name + "  can't be read: " + damaged.getMessage();
        }
    }
}
