package io.chargeproof.traffic.provider;

import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Recent;
import io.chargeproof.traffic.rule.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides that 502, 503, 504 or no answer at all, each of which is the environment's by itself, isn't what one input gets each
 * time: in three tries, with others between them that succeed, and none that fails so. When it fails, look at what that input
 * brings down, or has take too long.
 */
final class OneInputDoesNotFailAlone implements ProviderRule {
    private static final int MOST = 1_000;
    private static final int TRIES = 3;
    private static final Set<Integer> FAILURES = Set.of(502, 503, 504);

    private final String requirement;
    private Recent<Input, List<RecordedExchange>> failing = new Recent<>(MOST);
    private boolean succeeded;

    /** One that decides this requirement. */
    OneInputDoesNotFailAlone(String requirement) {
        this.requirement = requirement;
    }

    /** What is sent, to whichever customer. */
    private record Input(String operation, HttpMethod method, Body body) {}

    @Override
    public List<Statement> see(RecordedExchange next, Fitness fitness) {
        if (!next.knows(Part.TIME)
                || !next.knows(Part.REQUEST_BODY)
                || next.request().purpose().operation().equals("other")) {
            return List.of();
        }
        int status = next.exchange().status().orElse(0);
        Input input = new Input(
                next.request().purpose().operation(),
                next.request().method(),
                next.request().body());
        if (status == 0 || FAILURES.contains(status)) {
            return failed(input, next);
        }
        if (!next.exchange().isInconclusive()) {
            failing.forget(input);
            succeeded |= status / 100 == 2;
        }
        return List.of();
    }

    private List<Statement> failed(Input input, RecordedExchange next) {
        List<RecordedExchange> before = failing.find(input).orElse(List.of());
        boolean alone = failing.values().size() == (before.isEmpty() ? 0 : 1);
        if (!alone) {
            // Others fail as well: that is the environment.
            failing = new Recent<>(MOST);
        }
        List<RecordedExchange> tries = new ArrayList<>(alone ? before : List.of());
        if (tries.isEmpty() || succeeded) {
            tries.add(next);
        }
        succeeded = false;
        failing.put(input, List.copyOf(tries));
        return tries.size() == TRIES && tries.contains(next) ? List.of(broken(tries)) : List.of();
    }

    private Statement broken(List<RecordedExchange> tries) {
        return Statement.of(
                requirement,
                Judgement.broken(
                        tries.get(0).request().purpose().inWords() + " fails in " + TRIES
                                + " tries, while others between them succeed",
                        "an answer of the API",
                        tries.stream()
                                .map(each -> each.exchange().outcomeInWords())
                                .collect(Collectors.joining(", "))),
                tries.toArray(RecordedExchange[]::new));
    }
}
