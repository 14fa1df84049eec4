package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.report.ReportServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the HTML report of a run in a browser. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description =
                "Serves the HTML report of a run on this machine and opens it in the browser, until it is stopped.",
        footer = {"", "Example:", "  chargeproof report open latest"})
final class ReportOpenCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", arity = "0..1", description = "The run (default: ${DEFAULT-VALUE}).")
    String run = "latest";

    @Option(names = "--port", paramLabel = "N", description = "The port; without it a free one is taken.")
    int port;

    @Option(names = "--no-browser", description = "Only serves the report and says where.")
    boolean noBrowser;

    @Mixin
    RunsFolder runs = new RunsFolder();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Path directory = runs.run(run).conformance().resolveSibling("allure-report");
        if (!Files.isRegularFile(directory.resolve("index.html"))) {
            throw new UsageException("run '" + run + "' has no HTML report, as it was written with --skip-html; read "
                    + directory.resolveSibling("summary.md"));
        }
        PortCheck.check(port);
        try (ReportServer server = PortCheck.opened(() -> ReportServer.start(directory, port))) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("The report is at " + server.address());
            out.println("Ctrl-C stops it.");
            out.flush();
            if (!noBrowser) {
                browse(server.address());
            }
            new CountDownLatch(1).await();
        }
        return 0;
    }

    /** Has the system's browser show a page; where there is none, the address was printed. */
    private static void browse(URI address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                : List.of(system.contains("mac") ? "open" : "xdg-open", address.toString());
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noBrowser) {
            // The address was printed, and that is enough.
        }
    }
}
