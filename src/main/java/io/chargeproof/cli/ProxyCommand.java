package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.guard.RunPermission;
import io.chargeproof.profile.LoadedProfile;
import io.chargeproof.profile.Profile;
import io.chargeproof.report.DisplayText;
import io.chargeproof.run.ReadOnlyTarget;
import io.chargeproof.run.TransportChain;
import io.chargeproof.traffic.Side;
import io.chargeproof.traffic.TrafficJudge;
import io.chargeproof.traffic.TrafficReport;
import io.chargeproof.traffic.proxy.ProxyRoutes;
import io.chargeproof.traffic.proxy.ProxyServer;
import io.chargeproof.traffic.proxy.ProxySetting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stands between a client and a target, and judges what passes. */
@Command(
        name = "proxy",
        mixinStandardHelpOptions = true,
        description = {
            "Stands on this machine between a client and the target of a profile, passes everything on unchanged, and judges both"
                    + " sides while it passes. Ctrl-C or SIGTERM ends it with the verdict and a report, as 'judge' has them.",
            "Give the client the addresses that it prints in place of the target's: a request to OIOI's path goes to OIOI's host,"
                    + " and what is below the path of the base URL to that of the Customer API. Only Host and what speaks of one"
                    + " connection is written anew. A target that gives no answer within the profile's timeout gets the client"
                    + " HTTP 502 with the reason, which is held against neither."
        },
        footer = {
            "",
            "Example:",
            "  chargeproof proxy --profile acceptance.yaml --port 18081 --record session.jsonl \\",
            "    --allow-host evc-a.evc-net.com --allow-host dev-api.plugsurfing.com",
            "",
            "Exit codes: 0 conforming, 1 non-conforming, 2 usage or nothing to judge, 3 incomplete, 70 internal error"
        })
final class ProxyCommand implements Callable<Integer> {
    @Option(names = "--profile", required = true, paramLabel = "FILE", description = "The profile of the target.")
    Path profile = Path.of("");

    @Option(names = "--port", paramLabel = "N", description = "The port; without it a free one is taken.")
    int port;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description =
                    "Also writes each exchange there as it ends, redacted, for 'judge' (the form of exchanges.jsonl).")
    @Nullable Path record;

    @Option(names = "--read-only", description = "Lets nothing pass that may change something.")
    boolean readOnly;

    @Mixin
    GuardOptions guard = new GuardOptions();

    @Mixin
    SideOption about = new SideOption();

    @Mixin
    WritingOptions writing = new WritingOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PortCheck.check(port);
        Set<Side> sides = about.sides();
        boolean failsOnWarning = writing.failsOnWarning();
        LoadedProfile read = GuardOptions.read(profile, spec);
        PrintWriter err = spec.commandLine().getErr();
        read.warnings().forEach(warning -> err.println("warning: " + DisplayText.visible(warning)));
        Profile target = read.profile();
        RunPermission permission = guard.permit(target);
        Path place = ReportDirectoryCheck.prepare(writing.folder());
        PrintWriter out = spec.commandLine().getOut();
        LiveTraffic traffic = new LiveTraffic("the proxy's traffic", target, record, out);
        ProxyServer proxy = open(target, readOnly || permission.readOnly(), traffic);
        Instant started = Instant.now();
        print(target, proxy, readOnly || permission.readOnly(), out);
        StopSignal.await(
                () -> {
                    proxy.close();
                    TrafficJudge judge = traffic.end();
                    return deliver(
                            judge,
                            new TrafficReport(judge, sides, failsOnWarning),
                            new TrafficDelivery(
                                    spec, place, writing.skipHtml, writing.singleFile, target, "proxy", started));
                },
                spec.commandLine());
        return 0;
    }

    private ProxyServer open(Profile target, boolean onlyReads, LiveTraffic traffic) {
        try {
            ProxySetting setting = new ProxySetting(
                    port,
                    ProxyRoutes.of(target),
                    TransportChain.settings(target),
                    onlyReads,
                    request -> ReadOnlyTarget.changesNothing(request, target),
                    traffic::note);
            return PortCheck.opened(() -> ProxyServer.open(setting, traffic.watched()));
        } catch (IllegalArgumentException unable) {
            throw new UsageException(String.valueOf(unable.getMessage()));
        }
    }

    private static void print(Profile target, ProxyServer proxy, boolean onlyReads, PrintWriter out) {
        out.println("The proxy passes on" + (onlyReads ? " what only reads" : "") + ":");
        ProxyRoutes.of(target)
                .addresses(proxy.address())
                .forEach((api, address) -> out.println("  " + api + " at " + address));
        out.println("Ctrl-C ends it with the verdict.");
        out.flush();
    }

    /** Delivers what was judged of live traffic; the exit code. */
    static int deliver(TrafficJudge judge, TrafficReport report, TrafficDelivery delivery) {
        if (report.checks() == 0) {
            throw new UsageException("nothing was judged: of " + judge.entries() + " requests "
                    + (judge.exchanges() == 0
                            ? "none was one to the APIs; give the client the addresses that were printed"
                            : "none says anything of the side in question"));
        }
        return delivery.deliver(judge, report::of, List.of());
    }
}
