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
import io.chargeproof.report.allure.AllureReport;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.run.Rerun;
import io.chargeproof.run.Run;
import io.chargeproof.run.RunOptions;
import io.chargeproof.run.UsageException;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.target.Depth;
import io.chargeproof.target.Profile;
import io.chargeproof.target.ReadProfile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final int FEWEST_THREADS = 1;
    private static final int MOST_THREADS = 64;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Mixin
    CustodyOption custody = new CustodyOption();

    @Option(names = "--tags", paramLabel = "EXPR", description = "Narrows the scope, such as '@oioi and not @hostile'.")
    @Nullable String tags;

    @Option(
            names = "--features",
            paramLabel = "DIR",
            description = "A folder of feature files instead of the shipped ones.")
    @Nullable Path features;

    @Option(
            names = "--requirements",
            paramLabel = "FILE",
            description = "A file of own requirements beside the shipped ones.")
    @Nullable Path requirements;

    @Option(names = "--glue", paramLabel = "PACKAGE", description = "A package of own step definitions.")
    List<String> glue = new ArrayList<>();

    @Option(names = "--depth", paramLabel = "DEPTH", description = "smoke, standard or full, instead of the profile's.")
    @Nullable String depth;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many scenarios are executed at once (default: ${DEFAULT-VALUE}).")
    int threads = 4;

    @Option(
            names = "--shard",
            paramLabel = "I/N|auto",
            description = "Executes the I-th of N parts; auto takes both from the environment: CI_NODE_INDEX and"
                    + " CI_NODE_TOTAL (GitLab), or JOB_COMPLETION_INDEX (Kubernetes) and CHARGEPROOF_SHARDS.")
    @Nullable String shard;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What random choices derive from (default: ${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(
            names = "--rerun",
            paramLabel = "RUN",
            description = "Executes only what didn't conform in that run: its folder, its ID, or 'latest'.")
    @Nullable String rerun;

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
        RequirementCatalogue catalogue =
                requirements == null ? RequirementCatalogue.shipped() : RequirementCatalogue.with(requirements);
        if (!target.isEmbedded()) {
            ReadProfile read = target.read(catalogue);
            read.warnings().forEach(warning -> err().println("warning: " + warning));
            return run(read.profile(), catalogue, custody());
        }
        try (Sandbox sandbox = target.startSandbox()) {
            return run(TargetOptions.profileOf(sandbox, catalogue), catalogue, Custody.inMemory());
        }
    }

    private int run(Profile described, RequirementCatalogue catalogue, Custody kept) {
        Profile profile = depth == null ? described : described.withDepth(depth(depth));
        RunOptions options = new RunOptions(
                profile,
                target.permit(profile),
                catalogue,
                features == null ? Home.resolve("features") : features,
                glue,
                tags,
                shard(),
                threads(),
                seed,
                TargetOptions.guard().isNearby(profile),
                RunOptions.Adapters.BOTH,
                writing.failsOnWarning(),
                Version.NUMBER,
                rerun == null ? null : Rerun.of(RecordedRun.read(new RunReference(rerun, writing.folder()))));
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
        return custody.outside(writing.folder()).of(Path.of(String.valueOf(target.profile)));
    }

    private int threads() {
        if (threads < FEWEST_THREADS || threads > MOST_THREADS) {
            throw new UsageException("--threads takes a number from 1 to 64, not " + threads);
        }
        return threads;
    }

    private static Depth depth(String name) {
        for (Depth known : Depth.values()) {
            if (known.label().equals(name.toLowerCase(Locale.ROOT))) {
                return known;
            }
        }
        throw new UsageException("--depth knows smoke, standard and full, not '" + name + "'");
    }

    private RunOptions.@Nullable Shard shard() {
        return shard == null ? null : ShardOption.read(shard, System.getenv());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
