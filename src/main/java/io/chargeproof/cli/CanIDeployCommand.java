package io.chargeproof.cli;

import io.chargeproof.contract.ContractFault;
import io.chargeproof.contract.Deployability;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.DisplayText;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a broker whether a version works with what is in an environment. */
@Command(
        name = "can-i-deploy",
        description = {
            "Asks a Pact broker whether a version has been verified with everything that it works with in an environment.",
            "PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, let in."
        },
        footer = {
            "",
            "Example:",
            "  chargeproof pact can-i-deploy --broker https://broker.example.com --pacticipant oioi-user-api"
                    + " --version 4f2a1c --to-environment production",
            "",
            "Exit codes: 0 yes, 1 no, 2 usage or configuration, 3 unknown or no answer from the broker,"
                    + " 70 internal error"
        })
final class CanIDeployCommand implements Callable<Integer> {
    private static final int NO = 1;
    private static final int UNKNOWN = 3;

    private final BrokerAccess access = new BrokerAccess(System.getenv());

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    boolean help;

    @Option(
            names = "--broker",
            paramLabel = "URL",
            description = "The broker (default: the address in PACT_BROKER_BASE_URL).")
    @Nullable String broker;

    @Option(
            names = "--pacticipant",
            required = true,
            paramLabel = "NAME",
            description = "The consumer or provider that is to be deployed.")
    String pacticipant = "";

    @Option(names = "--version", required = true, paramLabel = "VERSION", description = "Its version.")
    String version = "";

    @Option(
            names = "--to-environment",
            required = true,
            paramLabel = "NAME",
            description = "Where it is to be deployed, as the broker calls it.")
    String environment = "";

    @Mixin
    GuardOptions guard = new GuardOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Main.conceal(access.secrets(), spec);
        URI address = access.broker(broker);
        guard.permit(PactTarget.at(address).guarded());
        try {
            return said(access.at(address).canDeploy(pacticipant, version, environment));
        } catch (ContractFault fault) {
            return PactOptions.explain(fault, spec);
        }
    }

    private int said(Deployability found) {
        String word = switch (found.answer()) {
            case YES -> "yes";
            case NO -> "no";
            case UNKNOWN -> "unknown";
        };
        String words = word + ": " + pacticipant + " " + version + " to " + environment
                + (found.reason().isEmpty() ? "" : ": " + found.reason().replaceAll("\\s+", " "));
        PrintWriter out = spec.commandLine().getOut();
        out.println(DisplayText.visible(Redactor.of(access.secrets()).redact(words)));
        out.flush();
        return switch (found.answer()) {
            case YES -> 0;
            case NO -> NO;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
