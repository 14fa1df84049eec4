package io.chargeproof.cli;

import io.chargeproof.cli.Wayside.Deed;
import io.chargeproof.exchange.Certificates;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints a table of what a run in a small heap comes to where each fault meets it, from the first request on and from a
 * later one. Not a test, since it takes half an hour; the script {@code figures} starts it.
 */
final class FaultTable {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String DEFAULT = "timeout: 10s, retries: 3";
    private static final String QUICK = "timeout: 2s, retries: 1";

    private final Path folder;
    private final Certificates certificates;
    private final String limits;
    private boolean wrong;

    private FaultTable(Path folder, String limits) throws Exception {
        this.folder = folder;
        this.certificates = Certificates.in(folder);
        this.limits = limits;
    }

    /** Arguments: {@code quick} or {@code default} limits, then the number of the request to begin at, then names. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("faults");
        FaultTable table = new FaultTable(folder, arguments[0].equals("quick") ? QUICK : DEFAULT);
        int from = Integer.parseInt(arguments[1]);
        List<String> names = Stream.of(arguments).skip(2).toList();
        System.out.println("| fault | begins at request | verdict | exit code | seconds | as it should be |");
        System.out.println("|---|---:|---|---:|---:|---|");
        for (Fault fault : Fault.all()) {
            if ((names.isEmpty() || names.contains(fault.name())) && (from == 1 || fault.canBeginLater())) {
                System.out.println(table.row(fault, from));
            }
        }
        System.out.println("\nWhat the runs wrote is in " + folder + ".");
        System.exit(table.wrong ? 1 : 0);
    }

    private String row(Fault fault, int from) throws Exception {
        OwnProcess.Outcome outcome = outcome(fault, from);
        @Nullable String objection = objection(fault, outcome);
        wrong |= objection != null;
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %d | %.1f | %s |",
                fault.name(),
                from,
                outcome.verdict().replace(folder.toString(), "…"),
                outcome.code(),
                outcome.took().toMillis() / 1000.0,
                objection == null ? "yes" : "NO: " + objection);
    }

    private static @Nullable String objection(Fault fault, OwnProcess.Outcome outcome) {
        if (outcome.output().stream().anyMatch(line -> line.contains("OutOfMemoryError"))) {
            return "the heap is exhausted";
        }
        return switch (outcome.code()) {
            case 0 -> "judged as conforming";
            case 1 -> fault.ofTheNetwork() ? "the network's fault is called a violation" : null;
            case 2, 3 -> null;
            case -1 -> "it doesn't end";
            default -> "it crashes";
        };
    }

    private OwnProcess.Outcome outcome(Fault fault, int from) throws Exception {
        Path own = Files.createDirectory(folder.resolve(fault.name().replaceAll("\\W+", "-") + "-" + from));
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
                Wayside wayside = wayside(fault, from, sandbox)) {
            if (fault.deed() == null && from == 1) {
                wayside.close();
            }
            Path profile = Files.writeString(own.resolve("profile.yaml"), profile(fault, sandbox, wayside));
            List<String> arguments = List.of(
                    "run",
                    "--profile",
                    profile.toString(),
                    "--custody",
                    own.resolve("custody").toString(),
                    "--reports",
                    own.resolve("reports").toString());
            return OwnProcess.run(own.resolve("output.txt"), PATIENCE, arguments);
        }
    }

    private Wayside wayside(Fault fault, int from, Sandbox sandbox) throws Exception {
        AtomicInteger met = new AtomicInteger();
        Wayside[] self = new Wayside[1];
        Deed closing = call -> self[0].close();
        self[0] = new Wayside(
                sandbox.baseUrl(),
                (head, body) ->
                        met.incrementAndGet() < from ? Deed.PASS : fault.deed() == null ? closing : fault.deed(),
                fault.sockets().with(certificates));
        return self[0];
    }

    private String profile(Fault fault, Sandbox sandbox, Wayside wayside) throws Exception {
        boolean trusted = !fault.canBeginLater() && !fault.name().contains("self-signed");
        String text = sandbox.profile()
                .replace(sandbox.baseUrl().toString(), wayside.address().toString())
                .replace(DEFAULT, limits);
        return text + (trusted ? "connection: {ca: " + certificates.ca() + "}\n" : "");
    }
}
