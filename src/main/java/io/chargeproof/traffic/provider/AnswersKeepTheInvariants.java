package io.chargeproof.traffic.provider;

import io.chargeproof.api.evcnet.CustomerInvariants;
import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.api.oioi.UserInvariants;
import io.chargeproof.check.Invariant;
import io.chargeproof.exchange.Exchange;
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

    /** What they say of an answer; nothing where the environment gave it. */
    public List<Statement> see(RecordedExchange next) {
        if (next.exchange().isInconclusive()) {
            return List.of();
        }
        // Whether a key is valid isn't known, so that it may always be refused.
        Exchange exchange = api.equals(OioiModule.API) ? refusable(next) : next.exchange();
        return invariants.stream()
                .flatMap(invariant -> invariant.judge(exchange).stream())
                .filter(each -> isDecidable(each.requirement().value(), next))
                .map(each -> Statement.of(each, next))
                .toList();
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

    private static Exchange refusable(RecordedExchange next) {
        Exchange exchange = next.exchange();
        RequestPurpose purpose = exchange.request().purpose().with(RequestTrait.BAD_CREDENTIALS);
        return new Exchange(
                exchange.number(),
                exchange.request().withPurpose(isPlain(next) ? purpose : purpose.with(RequestTrait.MALFORMED)),
                exchange.reply(),
                exchange.attempts(),
                exchange.started(),
                exchange.duration());
    }
}
