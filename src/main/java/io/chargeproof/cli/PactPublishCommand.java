package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.contract.CodeVersion;
import io.chargeproof.contract.ContractFault;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.DisplayText;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Publishes the pacts of consumers at a broker. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes the pacts of consumers at a Pact broker.",
            "PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, let in."
        },
        footer = {
            "",
            "Example:",
            "  chargeproof pact publish --broker https://broker.example.com --consumer-version 1.4.0 --branch main"
                    + " --pacts pacts",
            "",
            "Exit codes: 0 published, 2 usage or configuration, 3 no answer from the broker, 70 internal error"
        })
final class PactPublishCommand implements Callable<Integer> {
    private final BrokerAccess access = new BrokerAccess(System.getenv());

    @Option(
            names = "--broker",
            paramLabel = "URL",
            description = "The broker (default: the address in PACT_BROKER_BASE_URL).")
    @Nullable String broker;

    @Option(
            names = "--pacts",
            paramLabel = "DIR",
            description = "A folder or file of pacts (default: the shipped pacts).")
    @Nullable Path pacts;

    @Option(
            names = "--consumer-version",
            paramLabel = "VERSION",
            description = "The consumers' version (default: the commit that the build server tells).")
    @Nullable String version;

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description = "The consumers' branch (default: the branch that the build server tells).")
    @Nullable String branch;

    @Option(names = "--build-url", paramLabel = "URL", description = "Where the build is to be seen, for the broker.")
    @Nullable String buildUrl;

    @Mixin
    GuardOptions guard = new GuardOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Redactor redactor = Redactor.of(access.secrets());
        Main.conceal(access.secrets(), spec);
        CodeVersionOptions described = CodeVersionOptions.of(version, branch, buildUrl, System.getenv());
        CodeVersion published = described
                .version()
                .orElseThrow(() -> new UsageException("which version of the consumers is published isn't said, and the"
                        + " environment doesn't tell it; give --consumer-version"));
        URI address = access.broker(broker);
        PactTarget.permitWrites(address, "pacts would be published at", guard::permit);
        PrintWriter out = spec.commandLine().getOut();
        try {
            out.println(DisplayText.visible(redactor.redact("Consumers' version " + described.inWords())));
            access.at(address)
                    .publish(List.of(pacts == null ? PactOptions.shipped() : pacts), published)
                    .forEach(line -> out.println(DisplayText.visible(redactor.redact(line))));
            return 0;
        } catch (ContractFault fault) {
            return PactOptions.explain(fault, spec);
        } finally {
            out.flush();
        }
    }
}
