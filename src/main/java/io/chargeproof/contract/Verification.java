package io.chargeproof.contract;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.V4Interaction;
import io.chargeproof.check.Outcome;
import io.chargeproof.contract.matching.Mismatch;
import io.chargeproof.contract.matching.UnreadablePact;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Transport;
import io.chargeproof.profile.Profile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds a provider to contracts. First it is said of each whether it can be verified, without any call; then requests
 * are sent, one after the other.
 */
public final class Verification {
    private static final Pattern SECRET = Pattern.compile("(?i).*(token|key|password|secret).*");

    private static final Duration COMPARING = Duration.ofSeconds(5);

    private final List<Step> steps = new ArrayList<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final StateSource states;
    private final ResolvedRequest requests;
    private final Transport target;
    private final List<VerifiedInteraction> verified = new ArrayList<>();
    private volatile @Nullable String closed;

    /**
     * How a provider is verified.
     *
     * @param address where it is
     * @param profile whose keys, users and cards are put into requests, or null
     * @param stateEndpoint who sets up states, or null
     * @param readOnly whether nothing may be written to the target
     * @param irreversible why what is written couldn't be put back, or null
     */
    public record Options(
            ProviderAddress address,
            @Nullable Profile profile,
            @Nullable URI stateEndpoint,
            boolean readOnly,
            @Nullable String irreversible) {}

    private record Step(Contract contract, PlannedInteraction planned, Optional<StateValues> values) {}

    /**
     * A verification of contracts.
     *
     * @param target what requests are sent through; it numbers its exchanges
     * @param aside what states are set up through
     */
    public Verification(Pacts pacts, Options options, Transport target, Transport aside) {
        this.target = target;
        this.states = states(options, aside);
        this.requests = new ResolvedRequest(options.address(), new Credentials(options.profile()));
        for (Contract contract : pacts.contracts()) {
            steps.add(step(contract, options));
        }
    }

    private static StateSource states(Options options, Transport aside) {
        if (options.stateEndpoint() != null) {
            return new StateEndpoint(options.stateEndpoint(), aside);
        }
        return options.profile() == null ? new NoStateProvider() : new ProfileStates(options.profile());
    }

    /** What is to be verified, and what can't be. */
    public List<PlannedInteraction> plan() {
        return steps.stream().map(Step::planned).toList();
    }

    /** Verifies what can be. */
    public List<VerifiedInteraction> execute() {
        for (Step step : steps) {
            VerifiedInteraction one = execute(step);
            synchronized (verified) {
                verified.add(one);
            }
        }
        return verifiedSoFar();
    }

    /** Sends no further request, for this reason. */
    public void close(String why) {
        closed = why;
    }

    /** What has been verified until now, and the rest as not tested because no further request is sent. */
    public List<VerifiedInteraction> verifiedSoFar() {
        List<VerifiedInteraction> all;
        synchronized (verified) {
            all = new ArrayList<>(verified);
        }
        steps.stream().skip(all.size()).forEach(step -> all.add(execute(step)));
        return List.copyOf(all);
    }

    /** The secrets that states gave, from each value to the name that stands for it. */
    public Map<String, String> secrets() {
        return Map.copyOf(secrets);
    }

    private Step step(Contract contract, Options options) {
        if (contract.fault() != null) {
            return new Step(
                    contract,
                    planned(contract, PlannedInteraction.Fate.UNREADABLE, contract.fault()),
                    Optional.empty());
        }
        if (options.readOnly() && ResolvedRequest.writes(contract)) {
            return out(contract, "it writes to the target, which may only be read");
        }
        if (options.irreversible() != null && ResolvedRequest.writes(contract)) {
            return new Step(
                    contract,
                    planned(contract, PlannedInteraction.Fate.IRREVERSIBLE, options.irreversible()),
                    Optional.empty());
        }
        Optional<StateValues> values = states.beforehand(contract.states()).map(each -> complete(contract, each));
        if (values.isPresent() && values.get() instanceof StateValues.Nobody nobody) {
            return new Step(contract, planned(contract, PlannedInteraction.Fate.STATELESS, nobody.reason()), values);
        }
        if (values.isPresent() && values.get() instanceof StateValues.Beside beside) {
            return out(contract, beside.reason());
        }
        return new Step(contract, planned(contract, PlannedInteraction.Fate.VERIFIABLE, ""), values);
    }

    private Step out(Contract contract, String reason) {
        return new Step(contract, planned(contract, PlannedInteraction.Fate.OUT_OF_SCOPE, reason), Optional.empty());
    }

    private PlannedInteraction planned(Contract contract, PlannedInteraction.Fate fate, String reason) {
        return new PlannedInteraction(
                steps.size() + 1,
                contract.consumerInWords(),
                contract.provider(),
                contract.description(),
                contract.statesInWords(),
                contract.source(),
                contract.requirements(),
                fate,
                reason);
    }

    /** The same, unless the request needs a value that isn't among them. */
    private static StateValues complete(Contract contract, StateValues values) {
        if (!(values instanceof StateValues.Given given)) {
            return values;
        }
        IRequest request = contract.http().getRequest();
        List<String> missing = ResolvedRequest.missing(request, given.values());
        return missing.isEmpty()
                ? given
                : new StateValues.Nobody("the states (" + contract.statesInWords() + ") give no value for "
                        + String.join(", ", missing));
    }

    private VerifiedInteraction execute(Step step) {
        Instant started = Instant.now();
        long start = System.nanoTime();
        Finding found = foundByItself(step);
        return new VerifiedInteraction(
                step.planned(),
                found.outcome(),
                found.reason(),
                found.mismatches(),
                found.exchange(),
                started,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private record Finding(
            Outcome outcome,
            @Nullable String reason,
            List<Mismatch> mismatches,
            @Nullable Exchange exchange) {
        static Finding none(Outcome outcome, String reason) {
            return new Finding(outcome, reason, List.of(), null);
        }
    }

    /** What goes wrong with one interaction doesn't lose the results of the others. */
    private Finding foundByItself(Step step) {
        try {
            return found(step);
        } catch (UnreadablePact fault) {
            return Finding.none(Outcome.NOT_TESTED, String.valueOf(fault.getMessage()));
        } catch (RuntimeException fault) {
            return Finding.none(
                    Outcome.HARNESS_ERROR, "Chargeproof failed at this interaction: " + PactReading.oneLine(fault));
        }
    }

    private Finding found(Step step) {
        return switch (step.planned().fate()) {
            case OUT_OF_SCOPE ->
                Finding.none(Outcome.OUT_OF_SCOPE, step.planned().reason());
            case UNREADABLE, STATELESS, IRREVERSIBLE ->
                Finding.none(Outcome.NOT_TESTED, step.planned().reason());
            case VERIFIABLE -> {
                String over = closed;
                yield over == null ? verified(step) : Finding.none(Outcome.NOT_TESTED, over);
            }
        };
    }

    private Finding verified(Step step) {
        Contract contract = step.contract();
        StateValues values = step.values().orElseGet(() -> complete(contract, states.setUp(contract.states())));
        return values instanceof StateValues.Given given
                ? sent(contract, given.values())
                : Finding.none(values.outcome(), values.reason());
    }

    private Finding sent(Contract contract, Map<String, Object> values) {
        keepSecret(values);
        Exchange exchange;
        try {
            exchange = target.send(requests.of(contract, values));
        } catch (IllegalArgumentException e) {
            return Finding.none(Outcome.NOT_TESTED, "the pact's request can't be sent: " + PactReading.oneLine(e));
        }
        if (exchange.reply() instanceof NoAnswer none && none.cause() == NoAnswer.Cause.WITHHELD) {
            return Finding.none(Outcome.NOT_TESTED, none.detail());
        }
        if (exchange.isInconclusive() || exchange.answer().isEmpty()) {
            return new Finding(
                    Outcome.INCONCLUSIVE, "the target gave " + exchange.outcomeInWords(), List.of(), exchange);
        }
        return compared(contract, exchange, exchange.answer().get());
    }

    private static Finding compared(Contract contract, Exchange exchange, HttpAnswer answer) {
        try {
            return judged(
                    contract, Deadline.within(COMPARING, () -> new AnswerComparison(contract).with(answer)), exchange);
        } catch (UnreadablePact fault) {
            return new Finding(Outcome.NOT_TESTED, fault.getMessage(), List.of(), exchange);
        } catch (TimeoutException e) {
            return new Finding(
                    Outcome.NOT_TESTED,
                    "one of its matching rules doesn't come to an end within " + COMPARING.toSeconds()
                            + " s on this answer; see to its regular expressions",
                    List.of(),
                    exchange);
        }
    }

    private static Finding judged(Contract contract, List<Mismatch> mismatches, Exchange exchange) {
        if (mismatches.isEmpty()) {
            String flaw = contract.source().flaw();
            return flaw == null
                    ? new Finding(Outcome.CONFORMS, null, mismatches, exchange)
                    : new Finding(Outcome.NOT_TESTED, "the provider keeps it, but " + flaw, mismatches, exchange);
        }
        return pending(contract)
                .map(why -> new Finding(Outcome.WAIVED, why, mismatches, exchange))
                .orElseGet(() -> new Finding(Outcome.VIOLATION, null, mismatches, exchange));
    }

    /** Why a provider isn't held to a contract yet. */
    private static Optional<String> pending(Contract contract) {
        BrokeredPact pact = contract.source().pact();
        if (pact != null && pact.pending()) {
            return Optional.of(
                    pact.wip()
                            ? "the broker has it as work in progress, so pending"
                            : "the broker calls its pact pending");
        }
        return contract.interaction() instanceof V4Interaction interaction && interaction.getPending()
                ? Optional.of("the pact calls it pending")
                : Optional.empty();
    }

    private void keepSecret(Map<String, Object> values) {
        values.forEach((name, value) -> {
            if (SECRET.matcher(name).matches() && !value.toString().isEmpty()) {
                secrets.putIfAbsent(
                        value.toString(),
                        "STATE_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
            }
        });
    }
}
