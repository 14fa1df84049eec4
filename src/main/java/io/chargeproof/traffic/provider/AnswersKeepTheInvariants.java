package io.chargeproof.traffic.provider;

import io.chargeproof.api.evcnet.CustomerInvariants;
import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.api.oioi.UserInvariants;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.FrontDoor;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.requirement.Api;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Holds each answer against the invariants that a run holds it against, by itself and whatever came before; {@link
 * AnswersThatCount} decides whether what it says is held against the provider. For several threads.
 */
public final class AnswersKeepTheInvariants {
    /** These need no body. */
    private static final Set<String> ON_THE_STATUS = Set.of("EVC-HTTP-2", "OIOI-HTTP-4");

    private static final int FIRST_SERVER_ERROR = 500;
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}@._+*-]{1,100}");

    private final Api api;
    private final List<Invariant> invariants;
    /** Decided by the secrets of the recording, which these invariants don't know. */
    private final Set<String> onSecrets;

    /** Those of an API. */
    public AnswersKeepTheInvariants(Api api) {
        this.api = api;
        boolean evcNet = api.equals(EvcNetModule.API);
        this.invariants = evcNet ? CustomerInvariants.standing() : UserInvariants.standing();
        this.onSecrets = evcNet ? new EvcNetModule().decidedBySecrets() : new OioiModule().decidedBySecrets();
    }

    /**
     * What they say of an answer; nothing where the environment gave it, or the request isn't one that the API offers.
     *
     * @param faults the requirements on clients that the request breaks; what it may get for that, no answer is blamed for
     */
    public List<Statement> see(RecordedExchange next, Set<String> faults) {
        HttpMethod method = next.request().method();
        boolean offered = method == HttpMethod.POST || (method == HttpMethod.PUT && !api.equals(OioiModule.API));
        if (next.exchange().isInconclusive() || !offered) {
            return List.of();
        }
        int status = next.exchange().status().orElse(0);
        boolean isFrontDoors = isFrontDoors(next, faults, status);
        if (isFrontDoors && status < FIRST_SERVER_ERROR) {
            return List.of();
        }
        boolean open = isFrontDoors || isOpen(next, faults);
        Exchange exchange = api.equals(OioiModule.API) ? refusable(next, faults) : irregular(next, open);
        return invariants.stream()
                .flatMap(invariant -> invariant.judge(exchange).stream())
                .filter(each -> isDecidable(each.requirement().value(), next))
                .filter(each -> !isOfRedaction(each.judgement(), next))
                .map(each -> Statement.of(each, next))
                .toList();
    }

    /** Whether what is found wrong may be what a tool put in the place of a secret. */
    private static boolean isOfRedaction(Judgement judgement, RecordedExchange next) {
        return judgement instanceof Judgement.Broken broken
                && RecordedExchange.isPlaceholder(broken.actual())
                && !next.isUnredacted();
    }

    /** Whether whoever stands in front of the API may have answered so: to what isn't sent by TLS, or isn't said to be JSON. */
    private static boolean isFrontDoors(RecordedExchange next, Set<String> faults, int status) {
        if (faults.contains("EVC-CLIENT-11") || faults.contains("OIOI-CLIENT-11")) {
            return true;
        }
        return FrontDoor.mayAnswer(next.request(), status)
                || switch (status) {
                    case 413 -> !next.knows(Part.REQUEST_BODY);
                    case 414, 415, 431 -> !next.knows(Part.REQUEST_HEADERS);
                    default -> false;
                };
    }

    /** Whether the documents leave open which status a request gets that is so irregular. */
    private static boolean isOpen(RecordedExchange next, Set<String> faults) {
        return faults.contains("EVC-CLIENT-1") || faults.contains("EVC-CLIENT-3") || !next.knows(Part.REQUEST_HEADERS);
    }

    private static Exchange irregular(RecordedExchange next, boolean open) {
        Exchange exchange = next.exchange();
        return open ? as(exchange.request().purpose().with(RequestTrait.STATUS_OPEN), exchange) : exchange;
    }

    /** What a call without a token gets is left open, and so is what a name gets that may not be one. */
    private static boolean isPlain(RecordedExchange next) {
        JsonNode user = next.sentJson()
                .map(body -> body.path(next.request().purpose().operation()).path("user"))
                .orElse(MissingNode.getInstance());
        return !user.path("token").asString("").isEmpty()
                && PLAIN_NAME.matcher(user.path("identifier").asString("")).matches();
    }

    private boolean isDecidable(String requirement, RecordedExchange next) {
        return !onSecrets.contains(requirement)
                && (next.knows(Part.ANSWER_BODY) || ON_THE_STATUS.contains(requirement));
    }

    /** Whether a key is valid isn't known, so that it may always be refused; and what isn't as it should be, for its form. */
    private static Exchange refusable(RecordedExchange next, Set<String> faults) {
        RequestPurpose purpose = next.request().purpose().with(RequestTrait.BAD_CREDENTIALS);
        boolean plain =
                isPlain(next) && faults.isEmpty() && next.repeatedNames().isEmpty();
        return as(plain ? purpose : purpose.with(RequestTrait.MALFORMED), next.exchange());
    }

    private static Exchange as(RequestPurpose purpose, Exchange exchange) {
        return new Exchange(
                exchange.number(),
                exchange.request().withPurpose(purpose),
                exchange.reply(),
                exchange.attempts(),
                exchange.started(),
                exchange.duration());
    }
}
