package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.clients.ClientCommandLine;
import io.chargeproof.clients.ClientRun;
import io.chargeproof.clients.ClientTable;
import io.chargeproof.clients.ClientTrials;
import io.chargeproof.report.DisplayText;
import io.chargeproof.report.RunReport;
import io.chargeproof.sandbox.SandboxCatalogue;
import io.chargeproof.sandbox.Variant;
import io.chargeproof.traffic.TrafficReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a client's own tests against the sandbox and its variants. */
@Command(
        name = "client",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a command, such as a client's own tests, against the sandbox as it is, and then as it may differ where the"
                    + " documents leave it open, and judges the client by what it sends. A command that ends with 0 on the clean"
                    + " sandbox and not on a variant has a client that relies on what nobody promised.",
            "Variants are tried several at once, and one by one where that fails. Each run has a fresh sandbox, which the command"
                    + " finds by these variables:",
            "  CHARGEPROOF_EVC_NET_BASE_URL  what /api/rest/customer is appended to",
            "  CHARGEPROOF_EVC_NET_TOKEN     the token of the Customer API",
            "  CHARGEPROOF_EVC_NET_CARDS     cards that can be attached, joined by commas",
            "  CHARGEPROOF_OIOI_ENDPOINT     the address of every call",
            "  CHARGEPROOF_OIOI_API_KEY      the partner's key",
            "  CHARGEPROOF_OIOI_VALID_VAT    a VAT number that is accepted",
            "  CHARGEPROOF_OIOI_PRIMARY_…    USERNAME, TOKEN, EVCO_ID and RFID of a user;",
            "                                likewise SECONDARY, and SPARSE (without details)",
            "  CHARGEPROOF_VARIANTS          how the sandbox differs, joined by commas"
        },
        footer = {
            "",
            "Examples:",
            "  chargeproof client -- npm test",
            "  chargeproof client --variant evc-id-is-a-uuid -- mvn -q test",
            "",
            "Exit codes: 0 conforming and copes with all, 1 non-conforming, 2 usage, 3 incomplete, 70 internal error"
        })
final class ClientCommand implements Callable<Integer> {
    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "The command and its arguments.")
    List<String> command = new ArrayList<>();

    @Option(
            names = "--variant",
            paramLabel = "ID",
            description = "Tries this variant in place of the usual ones; may be given several times.")
    List<String> variants = new ArrayList<>();

    @Option(
            names = "--max-time",
            paramLabel = "DURATION",
            description = "How long one run of the command may take (default: ${DEFAULT-VALUE}).")
    String limit = "10m";

    @Mixin
    WritingOptions writing = new WritingOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        boolean failsOnWarning = writing.failsOnWarning();
        List<Variant> chosen = chosen();
        Path place = ReportDirectoryCheck.prepare(writing.folder());
        Instant started = Instant.now();
        ClientCommandLine line = new ClientCommandLine(command, TimeOption.read("--max-time", limit));
        ClientTrials trials = new ClientTrials(line, TargetOptions.sandboxReader(), this::show);
        try {
            trials.execute(chosen);
        } catch (IOException absent) {
            throw new UsageException("the command can't be run: " + absent.getMessage());
        }
        TrafficReport report = TrafficReport.ofClient(trials.judge(), failsOnWarning);
        if (report.checks() == 0) {
            throw new UsageException(nothing(trials));
        }
        return new TrafficDelivery(spec, place, writing.skipHtml, writing.singleFile, null, "client", started)
                .deliver(
                        trials.judge(),
                        (run, target) -> tabled(report.of(run, target, trials.scenarios(), remarks(trials)), trials),
                        List.of(new ClientTable(trials.runs())));
    }

    private List<Variant> chosen() {
        TargetOptions.startSandbox(0, List.of(), variants).close();
        return SandboxCatalogue.variants().stream()
                .filter(each -> variants.isEmpty() ? each.feltByClients() : variants.contains(each.id()))
                .toList();
    }

    private static String nothing(ClientTrials trials) {
        ClientRun first = trials.runs().get(0);
        return "the command ended with " + first.ended().inWords() + " and made no request to the sandbox"
                + (first.ended().lastLines().isEmpty()
                        ? ""
                        : " (it said last '"
                                + first.ended()
                                        .lastLines()
                                        .get(first.ended().lastLines().size() - 1) + "')")
                + "; have it read the addresses from CHARGEPROOF_EVC_NET_BASE_URL and CHARGEPROOF_OIOI_ENDPOINT";
    }

    private static List<String> remarks(ClientTrials trials) {
        List<ClientRun> runs = trials.runs();
        if (!runs.get(0).ended().isWell()) {
            return List.of("the command fails on the clean sandbox, so no variant was tried");
        }
        long tried =
                runs.stream().flatMap(run -> run.variants().stream()).distinct().count();
        List<String> failing = runs.stream()
                .filter(run -> run.variants().size() == 1 && !run.ended().isWell())
                .map(run -> run.variants().get(0).id())
                .toList();
        return List.of("the client copes with " + (tried - failing.size()) + " of " + tried + " variants");
    }

    private void show(ClientRun run) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("  " + (run.ended().isWell() ? "passes" : run.ended().inWords()) + " on " + run.briefly());
        err.flush();
    }

    /** Prints the table before the summary. */
    private RunReport tabled(RunReport report, ClientTrials trials) {
        PrintWriter out = spec.commandLine().getOut();
        for (ClientRun run : trials.runs()) {
            String broken = String.join(", ", ClientTable.broken(run, report));
            out.println(DisplayText.visible(
                    (run.ended().isWell() ? "passes" : run.ended().inWords()) + ", "
                            + run.requests() + (run.requests() == 1 ? " request, " : " requests, ")
                            + (broken.isEmpty() ? "nothing broken" : "breaks " + broken) + ": "
                            + run.briefly()));
            if (!run.ended().isWell()) {
                run.ended().lastLines().stream()
                        .skip(Math.max(0, run.ended().lastLines().size() - 3))
                        .forEach(line -> out.println("    " + DisplayText.visible(line)));
            }
        }
        out.println();
        return report;
    }
}
