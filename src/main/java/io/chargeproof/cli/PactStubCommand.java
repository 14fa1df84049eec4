package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.contract.ContractFault;
import io.chargeproof.contract.Stub;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves pacts until it is stopped. */
@Command(
        name = "stub",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the answers of pacts on this machine until it is stopped.",
            "It knows no provider states: of interactions whose requests are alike the first answers. For a provider"
                    + " that remembers what it was told see 'chargeproof sandbox'."
        },
        footer = {"", "Example:", "  chargeproof pact stub --port 18081"})
final class PactStubCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    @Mixin
    PactOptions source = new PactOptions();

    @Mixin
    GuardOptions guard = new GuardOptions();

    @Option(names = "--provider", paramLabel = "NAME", description = "Serves the pacts with this provider alone.")
    @Nullable String provider;

    @Option(names = "--port", paramLabel = "N", description = "The port; without it a free one is taken.")
    int port;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new UsageException("--port takes a number from 1 to 65535, not " + port);
        }
        try (Stub stub = Stub.start(
                source.stubbed(
                        provider, address -> guard.permit(PactTarget.at(address).guarded())),
                port)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("The stub serves " + stub.interactions() + " interactions at " + stub.address());
            out.println("Ctrl-C stops it.");
            out.flush();
            new CountDownLatch(1).await();
        } catch (ContractFault fault) {
            return PactOptions.explain(fault, spec);
        }
        return 0;
    }
}
