package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.clients.WatchedSandbox;
import io.chargeproof.profile.Profile;
import io.chargeproof.report.PrivateFolder;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.traffic.TrafficJudge;
import io.chargeproof.traffic.TrafficReport;
import io.chargeproof.traffic.proxy.ProxyRoutes;
import io.chargeproof.traffic.proxy.ProxyServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves the reference provider until it is stopped. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = "Serves the reference provider on this machine until it is stopped.",
        footer = {
            "",
            "Examples:",
            "  chargeproof sandbox --port 18080 --profile-out sandbox.yaml",
            "  chargeproof sandbox --port 18080 --judge-clients reports",
            "  chargeproof sandbox --list",
            "  chargeproof sandbox --list Retry-After"
        })
final class SandboxCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", description = "The port; without it a free one is taken.")
    int port;

    @Option(
            names = "--defect",
            paramLabel = "ID",
            description = "A defect to have, see --list; may be given several times.")
    List<String> defects = new ArrayList<>();

    @Option(
            names = "--variant",
            paramLabel = "ID",
            description = "A way to differ and still conform; may be given several times.")
    List<String> variants = new ArrayList<>();

    @Option(names = "--list", description = "Prints the defects and the variants there are, and ends.")
    boolean list;

    @Parameters(
            paramLabel = "WORD",
            arity = "0..*",
            description =
                    "With --list: prints only those that have this in their ID, their requirement or what they do.")
    List<String> words = new ArrayList<>();

    @Option(names = "--profile-out", paramLabel = "FILE", description = "Writes a profile for 'chargeproof run' there.")
    @Nullable Path profileOut;

    @Option(
            names = "--judge-clients",
            paramLabel = "DIR",
            description = "Judges the clients that call it, and writes a report there when it is stopped.")
    @Nullable Path judgeClients;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PortCheck.check(port);
        if (list) {
            spec.commandLine().getOut().print(SandboxList.about(String.join(" ", words)));
            spec.commandLine().getOut().flush();
            return 0;
        }
        if (!words.isEmpty()) {
            throw new UsageException("there is no argument '" + words.get(0) + "'; did you mean '--list " + words.get(0)
                    + "', '--defect " + words.get(0) + "' or '--variant " + words.get(0) + "'?");
        }
        if (judgeClients != null) {
            return judge(ReportDirectoryCheck.prepare(judgeClients));
        }
        try (Sandbox sandbox = TargetOptions.startSandbox(port, defects, variants)) {
            writeProfile(sandbox.profile());
            print(sandbox.addresses(), "Ctrl-C stops it.");
            new CountDownLatch(1).await();
        }
        return 0;
    }

    /** Puts the proxy before the sandbox, so that what passes is seen and judged. */
    private int judge(Path place) throws InterruptedException {
        Sandbox sandbox = TargetOptions.startSandbox(0, defects, variants);
        Profile profile = TargetOptions.profileOf(sandbox, RequirementCatalogue.shipped());
        LiveTraffic traffic = new LiveTraffic(
                "what called the sandbox", profile, null, spec.commandLine().getOut());
        ProxyServer proxy =
                PortCheck.opened(() -> WatchedSandbox.open(port, profile, traffic.watched(), traffic::note));
        writeProfile(WatchedSandbox.profile(sandbox, proxy));
        Instant started = Instant.now();
        print(ProxyRoutes.of(profile).addresses(proxy.address()), "Ctrl-C stops it, and judges who called.");
        StopSignal.await(
                () -> {
                    proxy.close();
                    sandbox.close();
                    TrafficJudge judge = traffic.end();
                    return ProxyCommand.deliver(
                            judge,
                            TrafficReport.ofClient(judge, false),
                            new TrafficDelivery(spec, place, false, false, profile, "clients", started));
                },
                spec.commandLine());
        return 0;
    }

    private void print(Map<String, URI> addresses, String ending) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("The sandbox serves:");
        addresses.forEach((api, address) -> out.println("  " + api + " at " + address));
        if (profileOut != null) {
            out.println("Test it with: chargeproof run --profile " + profileOut);
        }
        out.println(ending);
        out.flush();
    }

    private void writeProfile(String text) {
        if (profileOut == null) {
            return;
        }
        try {
            PrivateFolder.createFile(profileOut);
            Files.writeString(profileOut, text);
        } catch (IOException e) {
            throw new UsageException("--profile-out " + profileOut + " can't be written: " + e.getMessage());
        }
    }
}
