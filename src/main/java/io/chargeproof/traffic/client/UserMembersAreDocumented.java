package io.chargeproof.traffic.client;

import io.chargeproof.api.oioi.Details;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Decides that a call bears documented members only, at every depth. When it fails on a member that is almost a documented one,
 * it is misspelt and its value lost.
 */
@Verifies("OIOI-CLIENT-8")
final class UserMembersAreDocumented implements TrafficRule {
    private static final Set<String> OF_CALLS = Set.of("user", "details");
    private static final Set<String> OF_USERS = Set.of("identifier-type", "identifier", "token");
    private static final Set<String> OF_ADDRESSES = Set.of("street", "street-number", "zip", "city", "country");
    private static final Set<String> OF_DETAILS = Set.copyOf(Details.members());

    @Override
    public List<Statement> see(RecordedExchange next) {
        return UserCallSent.in(next).stream()
                .map(call -> Statement.of("OIOI-CLIENT-8", judge(call), next))
                .toList();
    }

    private static Judgement judge(UserCallSent call) {
        Deviations deviations = new Deviations();
        judge("", call.content(), OF_CALLS, deviations);
        judge("user.", call.user(), OF_USERS, deviations);
        JsonNode details = call.details();
        judge("details.", details, OF_DETAILS, deviations);
        judge("details.address.", details.path("address"), OF_ADDRESSES, deviations);
        judge("details.billing-address.", details.path("billing-address"), OF_ADDRESSES, deviations);
        return deviations.judgement("the client sends members that aren't documented");
    }

    private static void judge(String path, JsonNode object, Set<String> documented, Deviations deviations) {
        if (object.isObject()) {
            object.propertyNames().stream()
                    .filter(name -> !documented.contains(name))
                    .forEach(name ->
                            deviations.add(path + name, NearestMember.expected(name, documented), "not documented"));
        }
    }
}
