package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.contract.ContractFault;
import io.chargeproof.contract.PactSelection;
import io.chargeproof.contract.Pacts;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.DisplayText;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where pacts are to be had. */
final class PactOptions {
    private static final int NO_ANSWER = 3;

    @Option(
            names = "--pacts",
            paramLabel = "DIR|URL",
            description = "A folder or file of pacts, or the address of one (default: the shipped pacts).")
    @Nullable String pacts;

    @Option(
            names = "--broker",
            paramLabel = "URL",
            description = "A Pact broker; PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, let in.")
    @Nullable String broker;

    private final BrokerAccess access = new BrokerAccess(System.getenv());

    /** What lets in at brokers. */
    BrokerAccess access() {
        return access;
    }

    /**
     * The broker whose pacts are asked for, if any are.
     *
     * @param needed whether an option needs one
     */
    Optional<URI> broker(boolean needed) {
        if (pacts != null && (broker != null || needed)) {
            throw new UsageException(
                    broker == null
                            ? "--pacts excludes the options that choose pacts of a broker; leave one of them out"
                            : "--pacts and --broker exclude each other; give one of them");
        }
        return broker != null || needed ? Optional.of(access.broker(broker)) : Optional.empty();
    }

    /** The pacts to serve. */
    Pacts stubbed(@Nullable String provider, Consumer<URI> guard) {
        Optional<URI> address = broker(false);
        if (address.isEmpty()) {
            return provider == null ? local(guard) : local(guard).of(provider, null, null);
        }
        if (provider == null) {
            throw new UsageException("--broker needs --provider, whose pacts are to be served");
        }
        guard.accept(address.get());
        return access.at(address.get()).pacts(provider, PactSelection.NEWEST).of(provider, null, null);
    }

    /**
     * The pacts of a folder, a file or an address.
     *
     * @param guard lets an address pass, or refuses it
     */
    Pacts local(Consumer<URI> guard) {
        if (pacts != null && pacts.matches("(?i)https?://.*")) {
            URI address = address("--pacts", pacts);
            guard.accept(address);
            return access.sources(access.ofTheEnvironment().orElse(null)).at(address);
        }
        return access.sources(null).in(pacts == null ? shipped() : Path.of(pacts));
    }

    /** Said in places that reports name, so as short as can be. */
    static Path shipped() {
        Path here = Path.of("").toAbsolutePath();
        Path folder = InstallDirectory.resolve("pacts").toAbsolutePath();
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }

    /** An address that an option gives. */
    static URI address(String option, String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() != null
                    && address.getRawUserInfo() == null
                    && ("http".equalsIgnoreCase(address.getScheme())
                            || "https".equalsIgnoreCase(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Said below, with what to write instead.
        }
        throw new UsageException(
                option + " takes an address such as https://host.example.com, without credentials, not what was given");
    }

    /** Says a fault, and gives the exit code for it. */
    static int explain(ContractFault fault, CommandSpec spec) {
        String words =
                Redactor.of(new BrokerAccess(System.getenv()).secrets()).redact(String.valueOf(fault.getMessage()));
        spec.commandLine().getErr().println("chargeproof: " + DisplayText.visible(words));
        return switch (fault.kind()) {
            case CONFIGURATION -> Main.USAGE;
            case NO_ANSWER -> NO_ANSWER;
        };
    }
}
