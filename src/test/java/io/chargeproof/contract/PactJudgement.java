package io.chargeproof.contract;

import io.chargeproof.check.Outcome;
import io.chargeproof.contract.PactCase.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What our verification says of a case.
 *
 * @param verdict the verdict
 * @param why the reason, or what differs
 */
record PactJudgement(Verdict verdict, String why) {
    /** Verifies the provider at an address against the pact of a file. */
    static PactJudgement of(Path file, URI provider) {
        return of(file, PactCase.PROVIDER, provider, null);
    }

    /** The same for any provider, whose states are set up at an address. */
    static PactJudgement of(Path file, String name, URI provider, @Nullable URI states) {
        List<VerifiedInteraction> verified;
        try {
            verified = verified(file, name, provider, states);
        } catch (ContractFault fault) {
            return new PactJudgement(Verdict.NOT_TESTED, "refused: " + fault.getMessage());
        }
        List<Outcome> outcomes =
                verified.stream().map(VerifiedInteraction::outcome).toList();
        Verdict verdict = outcomes.contains(Outcome.VIOLATION)
                ? Verdict.BROKEN
                : outcomes.stream().allMatch(each -> each == Outcome.CONFORMS || each == Outcome.WAIVED)
                        ? Verdict.KEPT
                        : Verdict.NOT_TESTED;
        return new PactJudgement(
                verdict,
                verified.stream()
                        .map(each -> each.outcome().label() + " " + each.reason() + " " + each.mismatches())
                        .collect(Collectors.joining("; ")));
    }

    private static List<VerifiedInteraction> verified(Path file, String name, URI provider, @Nullable URI states) {
        Pacts pacts = new PactSources(Commands.transport(), null).in(file).of(name, null, null);
        return new Verification(
                        pacts,
                        new Verification.Options(ProviderAddress.below(provider), null, states, false, null),
                        Commands.transport(),
                        Commands.transport())
                .execute();
    }

    /** Writes the pacts of cases as files, in their order. */
    static List<Path> files(List<PactCase> cases, Path folder) {
        return java.util.stream.IntStream.range(0, cases.size())
                .mapToObj(i -> written(cases.get(i), folder.resolve(i + ".json")))
                .toList();
    }

    private static Path written(PactCase one, Path file) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, one.pact());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
