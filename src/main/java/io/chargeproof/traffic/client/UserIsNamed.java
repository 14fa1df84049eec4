package io.chargeproof.traffic.client;

import io.chargeproof.api.oioi.UserCall;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Decides that a call names its user: by a type that the call knows, an identifier, and a token where one is sent. */
@Verifies("OIOI-CLIENT-4")
final class UserIsNamed implements TrafficRule {
    private static final Set<String> OF_READS = Set.of("evco-id", "rfid", "username");
    private static final Set<String> OF_POSTS = Set.of("evco-id", "rfid", "username", "token");
    private static final String ONE_OF_READS = oneOf(OF_READS);
    private static final String ONE_OF_POSTS = oneOf(OF_POSTS);

    @Override
    public List<Statement> see(RecordedExchange next) {
        return UserCallSent.in(next).stream()
                .map(call -> Statement.of("OIOI-CLIENT-4", judge(call), next))
                .toList();
    }

    private static String oneOf(Set<String> types) {
        return "one of " + String.join(", ", new TreeSet<>(types));
    }

    private static Judgement judge(UserCallSent call) {
        JsonNode user = call.user();
        Deviations deviations = new Deviations();
        if (!user.isObject()) {
            deviations.add("user", "an object", SentBody.type(user));
            return deviations.judgement("the client names no user");
        }
        Set<String> types = call.call() == UserCall.POST_DETAILS ? OF_POSTS : OF_READS;
        JsonNode type = user.path("identifier-type");
        JsonNode identifier = user.path("identifier");
        JsonNode token = user.path("token");
        deviations.addUnless(
                type.isString() && types.contains(type.stringValue()),
                "identifier-type",
                types == OF_POSTS ? ONE_OF_POSTS : ONE_OF_READS,
                () -> SentBody.shown(type));
        deviations.addUnless(
                identifier.isString() && !identifier.stringValue().isEmpty(),
                "identifier",
                "a string that isn't empty",
                () -> identifier.isString() ? "an empty string" : SentBody.type(identifier));
        deviations.addUnless(
                token.isMissingNode() || token.isNull() || token.isString(),
                "token",
                "a string",
                () -> SentBody.type(token));
        return deviations.judgement("the client doesn't name the user as documented");
    }
}
