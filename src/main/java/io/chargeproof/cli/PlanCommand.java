package io.chargeproof.cli;

import io.chargeproof.api.ApiModules;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.SandboxStandIn;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.DisplayText;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.run.Run;
import io.chargeproof.run.RunEstimate;
import io.chargeproof.run.RunOptions;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.StateStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a run would send; it carries the scenarios out on a sandbox in this process and counts. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Says what a run would send. Nothing reaches the target: the run is carried out on a sandbox.",
        footer = {
            "",
            "Example:",
            "  chargeproof plan --profile acceptance.yaml --depth standard",
            "",
            "Exit codes: 0 counted, 2 usage or configuration, 3 the run would end incomplete, 70 internal error"
        })
final class PlanCommand implements Callable<Integer> {
    private static final int INCOMPLETE = 3;

    @Mixin
    RunSelection selection = new RunSelection();

    @Mixin
    CustodyOption custody = new CustodyOption();

    @Option(names = "--reports", paramLabel = "DIR", description = "Where the run of --rerun is (default: reports).")
    @Nullable Path reports;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        RequirementCatalogue catalogue = selection.catalogue();
        try (Sandbox sandbox = selection.target.startSandbox()) {
            Profile there = TargetOptions.profileOf(sandbox, catalogue);
            Profile described = selection.atDepth(
                    selection.target.isEmbedded()
                            ? there
                            : selection.target.read(catalogue, spec).profile());
            Path folder = InstallDirectory.reports(reports);
            Profile unspent =
                    ApiModules.unspent(described, custody(folder), RunIdentity.of(described, "nobody", Instant.now()));
            Profile standIn = SandboxStandIn.of(unspent, there, sandbox.newCustomer());
            RunOptions options =
                    selection.options(described, catalogue, folder, false).at(standIn);
            RunEstimate forecast = forecast(options, described, unspent);
            print(described, forecast);
            return forecast.incomplete().isEmpty() ? 0 : INCOMPLETE;
        }
    }

    private StateStore custody(Path folder) {
        return selection.target.isEmbedded() ? StateStore.inMemory() : custody.outside(folder);
    }

    private RunEstimate forecast(RunOptions options, Profile described, Profile unspent) {
        try (PlanProgress progress = new PlanProgress(spec.commandLine().getErr())) {
            return RunEstimate.of(
                    new Run(options, progress, StateStore.ofRehearsal()).execute(),
                    described,
                    unspent,
                    options.profile());
        }
    }

    private void print(Profile described, RunEstimate forecast) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "A run of %s at depth %s would send %d requests, %d of which may change something.%n",
                DisplayText.visible(described.name()),
                described.depth().label(),
                forecast.requests(),
                forecast.writes());
        lines(forecast, described).forEach(line -> out.println("  " + DisplayText.visible(line)));
        Redactor redactor = Redactor.of(described.secrets());
        forecast.incomplete()
                .forEach(why ->
                        out.println(DisplayText.visible(redactor.redact("this run would end incomplete: " + why))));
        out.println();
        out.printf("%-12s%-28s%-8s%8s%n", "interface", "operation", "", "requests");
        forecast.operations()
                .forEach((operation, count) -> out.printf(
                        "%-12s%-28s%-8s%8d%n",
                        operation.api(), operation.name(), operation.isWrite() ? "writes" : "reads", count));
        out.println(
                "Counted on the sandbox; a target that answers otherwise may be asked more or less. Nothing was sent.");
        out.flush();
    }

    private static List<String> lines(RunEstimate forecast, Profile described) {
        Integer rate = described.limits().requestsPerSecond();
        String time = forecast.time() == null
                ? "time: as the target answers; limits.requests-per-second is none"
                : "time: at least " + forecast.time().toMinutes() + " min "
                        + forecast.time().toSecondsPart() + " s at " + rate + " requests a second";
        return Stream.concat(forecast.notes().stream(), Stream.of(time)).toList();
    }
}
