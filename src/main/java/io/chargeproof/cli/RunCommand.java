package io.chargeproof.cli;

import io.chargeproof.api.ProfileMisfit;
import io.chargeproof.api.UsageException;
import io.chargeproof.profile.LoadedProfile;
import io.chargeproof.profile.Profile;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.DisplayText;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ReportOptions;
import io.chargeproof.report.RunOutline;
import io.chargeproof.report.RunReference;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.UnreadableRun;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.run.Cutoff;
import io.chargeproof.run.Run;
import io.chargeproof.run.RunOptions;
import io.chargeproof.run.SentValues;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.teststate.StateStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
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

    @Option(
            names = "--max-time",
            paramLabel = "DURATION",
            description = "Begins nothing new after so long, such as 90s, 10m or 2h, and reports what was decided.")
    @Nullable String maxTime;

    @Mixin
    WritingOptions writing = new WritingOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        RequirementCatalogue catalogue = selection.catalogue();
        if (!selection.target.isEmbedded()) {
            LoadedProfile read = selection.target.read(catalogue, spec);
            read.warnings().forEach(warning -> err().println("warning: " + DisplayText.visible(warning)));
            try {
                return run(read.profile(), catalogue, custody());
            } catch (ProfileMisfit misfit) {
                throw new UsageException(read.sentence(misfit.key(), misfit.problem()));
            }
        }
        try (Sandbox sandbox = selection.target.startSandbox()) {
            return run(TargetOptions.profileOf(sandbox, catalogue), catalogue, StateStore.inMemory());
        }
    }

    private int run(Profile described, RequirementCatalogue catalogue, StateStore kept) {
        Profile profile = selection.atDepth(described);
        RunOptions options = selection.options(profile, catalogue, writing.folder(), writing.failsOnWarning());
        RunOutline before = before();
        Path place = ReportDirectoryCheck.prepare(writing.folder());
        ReportDelivery delivery = new ReportDelivery(spec);
        AtomicReference<@Nullable Run> begun = new AtomicReference<>();
        // Who stops a run doesn't wait long for what it leaves.
        Cutoff cutoff =
                new Cutoff(maxTime(), cut -> deliver(delivery, cut, how(place, profile, begun.get(), before, true)));
        RunReport report;
        try (ConsoleProgress progress = new ConsoleProgress(err(), () -> Redactor.of(secrets(profile, begun.get())))) {
            Run run = new Run(options, progress, kept, cutoff);
            begun.set(run);
            try {
                report = run.execute();
            } finally {
                Main.conceal(run.secrets(), spec);
            }
        }
        return deliver(delivery, report, how(place, profile, begun.get(), before, writing.skipHtml));
    }

    private static int deliver(ReportDelivery delivery, RunReport report, ReportOptions how) {
        return delivery.deliver(RedactedReport.of(report.of(SourceCommit.idHere()), how), how);
    }

    /** The secrets of the profile, and those that came up in the run. */
    private static Map<String, String> secrets(Profile profile, @Nullable Run run) {
        Map<String, String> secrets = new TreeMap<>(run == null ? Map.of() : run.secrets());
        secrets.putAll(profile.secrets());
        return secrets;
    }

    private ReportOptions how(
            Path place, Profile profile, @Nullable Run run, @Nullable RunOutline before, boolean skipHtml) {
        Map<String, String> secrets = secrets(profile, run);
        Redactor redactor = Redactor.of(secrets);
        return new ReportOptions(
                place,
                skipHtml,
                writing.singleFile,
                redactor,
                new SentValues(profile, run == null ? Set.of() : run.said()).redactor(redactor, secrets)::redact,
                before);
    }

    private @Nullable Duration maxTime() {
        return maxTime == null ? null : TimeOption.read("--max-time", maxTime);
    }

    /** The run to compare with instead of the newest: the one that is named, or the one that is repeated. */
    private @Nullable RunOutline before() {
        if (compare == null) {
            String repeated = selection.rerun;
            return repeated == null ? null : RecordedRun.outline(new RunReference(repeated, writing.folder()));
        }
        try {
            return RecordedRun.outline(new RunReference(compare, writing.folder()));
        } catch (UnreadableRun absent) {
            // The first run of a pipeline has nothing to be compared with, and isn't worse for it.
            err().println("note: --compare names no run, so the newest comparable one is compared, if there is any: "
                    + absent.getMessage());
            return null;
        }
    }

    private StateStore custody() {
        return custody.outside(writing.folder()).of(Path.of(String.valueOf(selection.target.profile)));
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
