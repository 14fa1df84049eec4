package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.contract.Broker;
import io.chargeproof.contract.CodeVersion;
import io.chargeproof.contract.ContractFault;
import io.chargeproof.contract.Pacts;
import io.chargeproof.contract.ResultPublication;
import io.chargeproof.contract.Verification;
import io.chargeproof.contract.VerificationReport;
import io.chargeproof.contract.VerifiedInteraction;
import io.chargeproof.profile.LoadedProfile;
import io.chargeproof.profile.Profile;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.DisplayText;
import io.chargeproof.report.Ended;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ReportOptions;
import io.chargeproof.report.RunReport;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.run.AccountGuard;
import io.chargeproof.run.PactTransportChain;
import io.chargeproof.run.ReadOnlyTarget;
import io.chargeproof.run.TimeLimit;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.teststate.StateStore;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verifies a provider against the contracts of its consumers. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Verifies a provider against the contracts of its consumers and writes a report.",
            "Without --base-url and --profile the built-in sandbox is verified."
        },
        footer = {
            "",
            "Examples:",
            "  chargeproof pact verify --provider oioi-user-api --profile acceptance.yaml --allow-host dev-api.plugsurfing.com",
            "  chargeproof pact verify --provider evc-net-customer-api --base-url http://localhost:8080"
                    + " --state-url http://localhost:8080/states",
            "  chargeproof pact verify --provider oioi-user-api --profile acceptance.yaml"
                    + " --broker https://broker.example.com --main-branch --deployed --enable-pending --publish",
            "",
            "Exit codes: 0 all verified, 1 an interaction broken, 2 usage or configuration, 3 incomplete or no answer from"
                    + " the broker, 70 internal error"
        })
final class PactVerifyCommand implements Callable<Integer> {
    @Mixin
    TargetOptions target = new TargetOptions();

    @Mixin
    PactOptions source = new PactOptions();

    @Mixin
    BrokerOptions brokered = new BrokerOptions();

    @Mixin
    CustodyOption custody = new CustodyOption();

    @Option(
            names = "--provider",
            required = true,
            paramLabel = "NAME",
            description = "The provider as pacts name it: evc-net-customer-api, oioi-user-api, or one of your own.")
    String provider = "";

    @Option(names = "--base-url", paramLabel = "URL", description = "Where the provider is, in place of a profile.")
    @Nullable String baseUrl;

    @Option(names = "--state-url", paramLabel = "URL", description = "Where provider states are set up by POST.")
    @Nullable String stateUrl;

    @Option(names = "--consumer", paramLabel = "NAME", description = "Verifies the pacts of this consumer alone.")
    @Nullable String consumer;

    @Option(
            names = "--interaction",
            paramLabel = "REGEX",
            description = "Verifies the interactions alone in whose description this is found.")
    @Nullable String interaction;

    @Option(names = "--reports", paramLabel = "DIR", description = "Where the report goes (default: reports).")
    @Nullable Path reports;

    @Option(names = "--skip-html", description = "Leaves the HTML report out.")
    boolean skipHtml;

    @Option(names = "--single-file", description = "Makes the HTML report one file.")
    boolean singleFile;

    @Option(
            names = "--max-time",
            paramLabel = "DURATION",
            description = "Sends nothing new after so long, such as 90s, 10m or 2h, and reports what was verified.")
    @Nullable String maxTime;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            RequirementCatalogue catalogue = RequirementCatalogue.shipped();
            URI states = stateUrl == null ? null : PactOptions.address("--state-url", stateUrl);
            if (states != null) {
                guardStates(states);
            }
            ReportDirectoryCheck.prepare(reports());
            Main.conceal(source.access().secrets(), spec);
            Optional<URI> broker = source.broker(brokered.isAsked());
            broker.ifPresent(this::guardBroker);
            Pacts pacts = broker.map(each -> brokered.pacts(source.access().at(each), provider))
                    .orElseGet(() -> source.local(this::guard))
                    .of(provider, consumer, pattern());
            return verify(pacts, catalogue);
        } catch (ContractFault fault) {
            return PactOptions.explain(fault, spec);
        }
    }

    /** Lets a broker be asked, and told if that is wanted and can be of use. */
    private void guardBroker(URI address) {
        guard(address);
        if (!brokered.publish) {
            return;
        }
        if (interaction != null) {
            throw new UsageException(
                    "--publish and --interaction exclude each other: the result of a part of a pact would"
                            + " be taken for that of the whole");
        }
        if (baseUrl == null && target.isEmbedded()) {
            throw new UsageException("--publish needs --base-url or --profile: the built-in sandbox isn't the provider"
                    + " whose results the broker is to know");
        }
        CodeVersion unused = brokered.published();
        PactTarget.permitWrites(address, "results would be published at", target::permit);
    }

    private int verify(Pacts pacts, RequirementCatalogue catalogue) {
        if (baseUrl != null) {
            if (target.profile != null) {
                throw new UsageException("--base-url and --profile exclude each other; give one of them");
            }
            Occasion occasion = occasion(PactTarget.at(PactOptions.address("--base-url", baseUrl)));
            return verify(pacts, catalogue, occasion, AccountGuard.NEEDLESS);
        }
        if (!target.isEmbedded()) {
            return verifyInSafekeeping(pacts, catalogue, target.read(catalogue, spec));
        }
        try (Sandbox sandbox = target.startSandbox()) {
            Occasion occasion = occasion(PactTarget.of(TargetOptions.profileOf(sandbox, catalogue), provider));
            return verify(pacts, catalogue, occasion, AccountGuard.NEEDLESS);
        }
    }

    /** Verifies a target that lasts, and puts back what it changes. */
    private int verifyInSafekeeping(Pacts pacts, RequirementCatalogue catalogue, LoadedProfile read) {
        read.warnings().forEach(warning -> err().println("warning: " + DisplayText.visible(warning)));
        StateStore kept = custody.outside(reports()).of(Path.of(String.valueOf(target.profile)));
        Occasion occasion = occasion(PactTarget.of(read.profile(), provider));
        Profile guarded = occasion.described().guarded();
        try (AccountGuard safe = AccountGuard.of(
                guarded,
                occasion.readOnly(),
                kept,
                occasion.id(),
                left -> sayLeftovers(left, Redactor.of(guarded.secrets())))) {
            safe.look();
            return verify(pacts, catalogue, occasion.unspent(safe), safe);
        }
    }

    private int verify(Pacts pacts, RequirementCatalogue catalogue, Occasion occasion, AccountGuard safe) {
        PactTarget described = occasion.described();
        try (PactTransportChain link = new PactTransportChain(described.guarded())) {
            Verification verification = new Verification(
                    pacts,
                    new Verification.Options(
                            described.address(),
                            described.profile(),
                            stateUrl == null ? described.states() : PactOptions.address("--state-url", stateUrl),
                            occasion.readOnly(),
                            safe.whyNotToWrite().orElse(null)),
                    ReadOnlyTarget.guard(safe.before(link.target()), described.guarded(), occasion.readOnly()),
                    link.aside());
            Redactor redactor = redactor(described, verification);
            new PactConsole(out()).pacts(pacts.brokered(), brokered.provider().inWords(), redactor);
            new PactConsole(out()).plan(verification.plan(), redactor);
            Function<Ended, Integer> deliver = delivery(catalogue, occasion, safe, verification, pending(pacts));
            safe.whenStopped(() -> {
                verification.close("the verification was stopped before it");
                Integer unused = deliver.apply(Ended.STOPPED);
            });
            try (TimeLimit time = new TimeLimit(maxTime(), verification::close)) {
                List<VerifiedInteraction> verified = verification.execute();
                int code = deliver.apply(time.isOver() ? Ended.MAX_TIME : Ended.COMPLETE);
                return brokered.publish ? published(code, verified, redactor(described, verification)) : code;
            }
        }
    }

    /** Which pacts the provider isn't held to, a sentence each. */
    private static List<String> pending(Pacts pacts) {
        return pacts.brokered().stream()
                .filter(each -> !each.leniency().isEmpty())
                .map(each -> "the pact of " + each.inWords() + " is " + each.leniency())
                .toList();
    }

    /** Tells the broker, once the verdict stands; the exit code. */
    private int published(int verdict, List<VerifiedInteraction> verified, Redactor redactor) {
        Broker broker = source.access().at(source.access().broker(source.broker));
        try {
            new ResultPublication(broker, brokered.published(), Version.NUMBER, redactor::redact)
                    .publish(verified, line -> out().println(DisplayText.visible(redactor.redact(line))));
            return verdict;
        } catch (ContractFault fault) {
            err().print("chargeproof: the verdict above stands, but it isn't published\n");
            int code = PactOptions.explain(fault, spec);
            return verdict == 0 ? code : verdict;
        } finally {
            out().flush();
        }
    }

    private void guard(URI address) {
        target.permit(PactTarget.at(address).guarded());
    }

    /** Setting up a state changes something, whoever is asked to. */
    private void guardStates(URI address) {
        if (target.readOnly) {
            guard(address);
        } else {
            PactTarget.permitWrites(address, "--state-url would have states set up at", target::permit);
        }
    }

    /** Reports what is verified, once. */
    private Function<Ended, Integer> delivery(
            RequirementCatalogue catalogue,
            Occasion occasion,
            AccountGuard safe,
            Verification verification,
            List<String> pending) {
        ReportDelivery delivery = new ReportDelivery(spec);
        return ended -> {
            Redactor redactor = redactor(occasion.described(), verification);
            List<VerifiedInteraction> verified = verification.verifiedSoFar();
            RunReport report = new VerificationReport(catalogue, verified, safe.putInOrder(), notices(safe, pending))
                    .of(occasion.run(ended), occasion.described().inReports(provider), occasion.readOnly())
                    .of(SourceCommit.idHere());
            ReportOptions how = writing(redactor, skipHtml || ended == Ended.STOPPED);
            RedactedReport redacted = RedactedReport.of(report, how);
            return delivery.deliver(() -> new PactConsole(out()).result(verified, redacted, redactor), redacted, how);
        };
    }

    private static List<String> notices(AccountGuard safe, List<String> pending) {
        return Stream.concat(pending.stream(), safe.notices().stream()).toList();
    }

    private @Nullable Duration maxTime() {
        return maxTime == null ? null : TimeOption.read("--max-time", maxTime);
    }

    private Occasion occasion(PactTarget described) {
        Instant now = Instant.now();
        String id = Long.toString(now.toEpochMilli(), 36) + Long.toString(new SecureRandom().nextLong(46_656), 36);
        return new Occasion(described, target.permit(described.guarded()).readOnly(), now, id);
    }

    /**
     * What is verified, and when.
     *
     * @param readOnly whether nothing is written to the target
     * @param id what it is called in the ledger and in reports
     */
    private record Occasion(PactTarget described, boolean readOnly, Instant started, String id) {
        Occasion unspent(AccountGuard safe) {
            return new Occasion(described.unspent(safe), readOnly, started, id);
        }

        RunReport.Run run(Ended ended) {
            return new RunReport.Run(id, started, Instant.now(), Version.NUMBER, 1, "standard", ended);
        }
    }

    private Redactor redactor(PactTarget described, Verification verification) {
        Map<String, String> secrets = new LinkedHashMap<>(described.guarded().secrets());
        source.access().secrets().forEach(secrets::putIfAbsent);
        verification.secrets().forEach(secrets::putIfAbsent);
        return Redactor.of(secrets);
    }

    private void sayLeftovers(List<String> leftovers, Redactor redactor) {
        leftovers.forEach(left -> err().println(DisplayText.visible(redactor.redact("left over: " + left))));
        err().flush();
    }

    private Path reports() {
        return InstallDirectory.reports(reports);
    }

    private ReportOptions writing(Redactor redactor, boolean withoutHtml) {
        return new ReportOptions(reports(), withoutHtml, singleFile, redactor, redactor::redact);
    }

    private @Nullable Pattern pattern() {
        try {
            return interaction == null ? null : Pattern.compile(interaction);
        } catch (PatternSyntaxException e) {
            throw new UsageException("--interaction '" + interaction + "' isn't a regular expression: "
                    + e.getDescription() + "; quote what is meant literally, as \\Q...\\E");
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
