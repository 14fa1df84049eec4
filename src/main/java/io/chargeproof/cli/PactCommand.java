package io.chargeproof.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Contracts: verifies a provider against them, serves them, and brings them to a broker. */
@Command(
        name = "pact",
        mixinStandardHelpOptions = true,
        description = {
            "Verifies a provider against the contracts of its consumers, or serves these."
                    + " Publishes contracts at a Pact broker, and asks it what may be deployed."
        },
        footer = {"", "Example:", "  chargeproof pact verify --provider oioi-user-api"},
        subcommands = {PactVerifyCommand.class, PactStubCommand.class, PactPublishCommand.class, CanIDeployCommand.class
        })
final class PactCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Main.USAGE;
    }
}
