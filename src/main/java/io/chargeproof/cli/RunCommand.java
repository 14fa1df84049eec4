package io.chargeproof.cli;

import io.chargeproof.custody.Custody;
import io.chargeproof.exchange.Curl;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.ConsoleSummary;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ReportOptions;
import io.chargeproof.report.ReportWriter;
import io.chargeproof.report.RunOutline;
import io.chargeproof.report.RunReference;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.ShownText;
import io.chargeproof.report.allure.AllureReport;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.run.Run;
import io.chargeproof.run.RunOptions;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.target.Profile;
import io.chargeproof.target.ReadProfile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the scenarios against a target and reports what it keeps and what it breaks. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the scenarios against a target and writes a report.",
        footer = {
            "",
            "Example:",
            "  chargeproof run --profile acceptance.yaml --depth smoke \\",
            "    --allow-host evc-a.evc-net.com --allow-host dev-api.plugsurfing.com"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    RunSelection selection = new RunSelection();

    @Mixin
    CustodyOption custody = new CustodyOption();

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "Says what changed since this conformance.json or run, instead of since the run before.")
    @Nullable String compare;

    @Mixin
    WritingOptions writing = new WritingOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        RequirementCatalogue catalogue = selection.catalogue();
        if (!selection.target.isEmbedded()) {
            ReadProfile read = selection.target.read(catalogue, spec);
            read.warnings().forEach(warning -> err().println("warning: " + ShownText.visible(warning)));
            return run(read.profile(), catalogue, custody());
        }
        try (Sandbox sandbox = selection.target.startSandbox()) {
            return run(TargetOptions.profileOf(sandbox, catalogue), catalogue, Custody.inMemory());
        }
    }

    private int run(Profile described, RequirementCatalogue catalogue, Custody kept) {
        Profile profile = selection.atDepth(described);
        RunOptions options = selection.options(profile, catalogue, writing.folder(), writing.failsOnWarning());
        RunOutline before = compare == null ? null : RecordedRun.outline(new RunReference(compare, writing.folder()));
        Path place = ReportPlace.prepare(writing.folder());
        Redactor redactor = Redactor.of(profile.secrets());
        RunReport report;
        try (ConsoleProgress progress = new ConsoleProgress(err(), redactor)) {
            report = new Run(options, progress, kept).execute();
        }
        ReportOptions how = new ReportOptions(
                place,
                writing.skipHtml,
                writing.singleFile,
                redactor,
                request -> Curl.of(request, redactor::redact),
                before);
        RedactedReport redacted = RedactedReport.of(report, how);
        Path written = new ReportWriter(List.of(new AllureReport())).write(redacted, how);
        out().print(ConsoleSummary.of(redacted, written, false));
        out().flush();
        return report.exitCode();
    }

    private Custody custody() {
        return custody.outside(writing.folder()).of(Path.of(String.valueOf(selection.target.profile)));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
