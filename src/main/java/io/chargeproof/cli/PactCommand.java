package io.chargeproof.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Contracts: verifies a provider against them, or serves them. */
@Command(
        name = "pact",
        mixinStandardHelpOptions = true,
        description = "Verifies a provider against the contracts of its consumers, or serves these.",
        footer = {"", "Example:", "  chargeproof pact verify --provider oioi-user-api"},
        subcommands = {PactVerifyCommand.class, PactStubCommand.class})
final class PactCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Main.USAGE;
    }
}
