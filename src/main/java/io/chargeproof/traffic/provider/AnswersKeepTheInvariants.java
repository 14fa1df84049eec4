package io.chargeproof.traffic.provider;

import io.chargeproof.api.evcnet.CustomerInvariants;
import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.api.oioi.UserInvariants;
import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.check.AnswerJson;
import io.chargeproof.check.Invariant;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.requirement.Api;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Holds each answer against the invariants that a run holds it against. Where no profile says where the API is, an answer such as
 * 404 counts only after another answer from the same address has shown that the API is there.
 */
final class AnswersKeepTheInvariants implements ProviderRule {
    /** These need no body. */
    private static final Set<String> ON_THE_STATUS = Set.of("EVC-HTTP-2", "OIOI-HTTP-4");

    /** What a server says where the API isn't, or somebody in front of it. */
    private static final Set<Integer> ELSEWHERE = Set.of(401, 404, 405, 407, 410);

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}@._+*-]{1,100}");

    private final Api api;
    private final boolean known;
    private final List<Invariant> invariants;
    /** Decided by the secrets of the recording, which these invariants don't know. */
    private final Set<String> onSecrets;

    private final Set<String> shown = new HashSet<>();

    AnswersKeepTheInvariants(Api api, boolean known) {
        this.api = api;
        this.known = known;
        boolean evcNet = api.equals(EvcNetModule.API);
        this.invariants = evcNet ? CustomerInvariants.standing() : UserInvariants.standing();
        this.onSecrets = evcNet ? new EvcNetModule().decidedBySecrets() : new OioiModule().decidedBySecrets();
    }

    @Override
    public List<Statement> see(RecordedExchange next, Fitness fitness) {
        boolean there = isThere(next);
        boolean judged = fitness == Fitness.PROPER || (fitness == Fitness.DEBATABLE && isAccepted(next));
        if (!there || !judged || next.exchange().isInconclusive()) {
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

    private boolean isThere(RecordedExchange next) {
        URI uri = next.request().uri();
        String address = uri.getRawAuthority() + uri.getRawPath().replaceFirst("(/api/rest/customer).*", "$1");
        int status = next.exchange().status().orElse(0);
        boolean elsewhere = status / 100 == 3 || ELSEWHERE.contains(status);
        boolean speaks = !elsewhere
                && next.exchange().answer().flatMap(AnswerJson::valueOf).isPresent();
        if (speaks && shown.size() < 1000) {
            shown.add(address);
        }
        return known || !elsewhere || shown.contains(address) || says(next);
    }

    /** An answer of OIOI with a result is OIOI's, whatever its status. */
    private boolean says(RecordedExchange next) {
        return api.equals(OioiModule.API)
                && UserAnswer.of(next.exchange()).code().isPresent();
    }

    private boolean isAccepted(RecordedExchange next) {
        return api.equals(OioiModule.API)
                ? UserAnswer.of(next.exchange()).isSuccess()
                : next.exchange().status().filter(status -> status / 100 == 2).isPresent();
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
