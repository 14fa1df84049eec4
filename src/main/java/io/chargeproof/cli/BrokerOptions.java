package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.contract.Broker;
import io.chargeproof.contract.CodeVersion;
import io.chargeproof.contract.PactSelection;
import io.chargeproof.contract.Pacts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which pacts of a broker are verified, of which version of the provider, and whether the broker is told the results. */
final class BrokerOptions {
    @Option(names = "--main-branch", description = "Verifies the newest pact of each consumer's main branch.")
    boolean mainBranch;

    @Option(
            names = "--matching-branch",
            description = "Verifies the newest pact of each consumer's branch that is called as the provider's.")
    boolean matchingBranch;

    @Option(names = "--branch", paramLabel = "NAME", description = "Verifies the newest pact of this consumer branch.")
    List<String> branches = new ArrayList<>();

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            description = "Verifies the pacts of what is deployed or released in this environment.")
    List<String> environments = new ArrayList<>();

    @Option(names = "--deployed", description = "Verifies the pacts of what is deployed to any environment.")
    boolean deployed;

    @Option(
            names = "--deployed-or-released",
            description = "Verifies the pacts of what is deployed to any environment, or released and supported there.")
    boolean deployedOrReleased;

    @Option(
            names = "--consumer-version-selector",
            paramLabel = "JSON",
            description = "Verifies the pacts that this selector of Pact chooses.")
    List<String> selectors = new ArrayList<>();

    @Option(
            names = "--enable-pending",
            description = "Has what the provider has never kept yet be pending: broken, it doesn't fail the verdict.")
    boolean pending;

    @Option(
            names = "--include-wip-since",
            paramLabel = "DATE",
            description = "Verifies work in progress since a day such as 2026-11-01 too; enables pending.")
    @Nullable String wipSince;

    @Option(
            names = "--provider-version",
            paramLabel = "VERSION",
            description = "The version that is verified (default: the commit that the build server tells).")
    @Nullable String version;

    @Option(
            names = "--provider-branch",
            paramLabel = "NAME",
            description = "Its branch (default: the branch that the build server tells).")
    @Nullable String branch;

    @Option(names = "--build-url", paramLabel = "URL", description = "Where the build is to be seen, for the broker.")
    @Nullable String buildUrl;

    @Option(names = "--publish", description = "Tells the broker what became of each pact.")
    boolean publish;

    /** Whether any of these needs a broker. */
    boolean isAsked() {
        return publish
                || pending
                || wipSince != null
                || mainBranch
                || matchingBranch
                || deployed
                || deployedOrReleased
                || !branches.isEmpty()
                || !environments.isEmpty()
                || !selectors.isEmpty();
    }

    /** What is verified. */
    CodeVersionOptions provider() {
        return CodeVersionOptions.of(version, branch, buildUrl, System.getenv());
    }

    /** The version whose results are published. */
    CodeVersion published() {
        return provider()
                .version()
                .orElseThrow(
                        () -> new UsageException("--publish needs to know which version of the provider was verified,"
                                + " which the environment doesn't tell; give --provider-version"));
    }

    /** The pacts that a broker has for a provider. */
    Pacts pacts(Broker broker, String provider) {
        return broker.pacts(
                provider,
                new PactSelection(
                        branches,
                        mainBranch,
                        matchingBranch,
                        environments,
                        deployed,
                        deployedOrReleased,
                        selectors,
                        pending,
                        since(),
                        provider().branch()));
    }

    private @Nullable LocalDate since() {
        try {
            return wipSince == null ? null : LocalDate.parse(wipSince);
        } catch (DateTimeParseException e) {
            throw new UsageException("--include-wip-since takes a day such as 2026-11-01, not '" + wipSince + "'");
        }
    }
}
