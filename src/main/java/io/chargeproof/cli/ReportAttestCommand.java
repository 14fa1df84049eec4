package io.chargeproof.cli;

import io.chargeproof.runs.attestation.Attestation;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs what a run found. */
@Command(
        name = "attest",
        mixinStandardHelpOptions = true,
        description =
                "Signs what a run found, with all of its files: an in-toto statement in a DSSE envelope, in the run's"
                        + " folder.",
        footer = {
            "",
            "Examples:",
            "  openssl genpkey -algorithm ed25519 -out gate.pem",
            "  chargeproof report attest latest --key gate.pem"
        })
final class ReportAttestCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RUN", description = "The run.")
    String run = "";

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "The private key: PEM, PKCS #8, Ed25519 or ECDSA on P-256.")
    Path key = Path.of("");

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "The profile that the run had, so that 'report verify' can tell whether it was this one.")
    @Nullable Path profile;

    @Mixin
    RunsFolder runs = new RunsFolder();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path folder = Objects.requireNonNull(
                runs.run(run).conformance().toAbsolutePath().getParent());
        spec.commandLine().getOut().println("Signed: " + Attestation.write(folder, key, profile));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
