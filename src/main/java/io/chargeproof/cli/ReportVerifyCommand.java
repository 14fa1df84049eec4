package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementLevel;
import io.chargeproof.runs.attestation.AttestationReview;
import io.chargeproof.runs.attestation.AttestationReview.Attested;
import io.chargeproof.runs.attestation.AttestationReview.Refused;
import io.chargeproof.runs.attestation.Expectation;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a signed run, and ends as the run did. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks without a network that a signed run is whole, of this target, of this suite in full, and recent enough.",
            "Ends as the run did, or with 2 where it can't be relied on."
        },
        footer = {
            "",
            "Example:",
            "  chargeproof report verify bundle/ --key gate.pub.pem --target acceptance --max-age 24h"
        })
final class ReportVerifyCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "The folder of the run, the envelope in it, or a run in --reports.")
    String name = "";

    @Mixin
    RunsFolder runs = new RunsFolder();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "The public key: PEM, Ed25519 or ECDSA on P-256.")
    Path key = Path.of("");

    @Option(
            names = "--target",
            paramLabel = "NAME",
            required = true,
            description = "The target's name, or the address of one of its APIs.")
    String target = "";

    @Option(names = "--profile", paramLabel = "FILE", description = "The profile that the run has to have had.")
    @Nullable Path profile;

    @Option(
            names = "--max-age",
            paramLabel = "DURATION",
            required = true,
            description = "How long ago the run may have ended, such as 24h.")
    String maxAge = "";

    @Option(
            names = "--without",
            paramLabel = "ID",
            description = "A requirement, or what the IDs of some begin with, that may have been out of scope; may be"
                    + " given several times.")
    List<String> without = new ArrayList<>();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Expectation expected = new Expectation(
                target, profile, Version.NUMBER, musts(), TimeOption.read("--max-age", maxAge), Instant.now());
        Path file = file();
        try {
            Attested attested = new AttestationReview(file, key).expecting(expected);
            PrintWriter out = spec.commandLine().getOut();
            out.println(attested.verdict() + ": " + attested.scope() + " in scope, of the target " + attested.target()
                    + ", ended " + attested.finished() + "; signed and whole");
            out.flush();
            return attested.exitCode();
        } catch (Refused refused) {
            throw new UsageException(file + " " + refused.getMessage());
        }
    }

    private Path file() {
        Path given = Path.of(name);
        return Files.exists(given)
                ? given
                : Objects.requireNonNull(
                        runs.run(name).conformance().toAbsolutePath().getParent());
    }

    private Set<String> musts() {
        return RequirementCatalogue.shipped().all().stream()
                .filter(each -> each.level() == RequirementLevel.MUST && each.undecidable() == null)
                .filter(each -> each.id().subject().equals("provider"))
                .map(Requirement::id)
                .map(id -> id.value())
                .filter(id -> without.stream().noneMatch(left -> id.equals(left) || id.startsWith(left + "-")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
