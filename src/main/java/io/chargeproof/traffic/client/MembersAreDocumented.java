package io.chargeproof.traffic.client;

import io.chargeproof.api.evcnet.CustomerBodies;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Decides that the members of a customer are documented ones and strings, and its truth values the strings "true" and "false".
 * When it fails on a member that is almost a documented one, it is misspelt and its value lost.
 */
@Verifies("EVC-CLIENT-6")
final class MembersAreDocumented implements TrafficRule {
    private static final Set<String> TRUTH_VALUES = Set.copyOf(CustomerBodies.truthValues());

    private static final String CARDS = "card_list";
    private static final Set<String> DOCUMENTED = documented();

    @Override
    public List<Statement> see(RecordedExchange next) {
        return next.sentJson().filter(JsonNode::isObject).stream()
                .map(body -> Statement.of("EVC-CLIENT-6", judge(body), next))
                .toList();
    }

    private static Judgement judge(JsonNode body) {
        Deviations deviations = new Deviations();
        body.properties().forEach(member -> judge(member.getKey(), member.getValue(), deviations));
        return deviations.judgement("the client sends members that aren't as documented");
    }

    private static void judge(String name, JsonNode value, Deviations deviations) {
        if (!DOCUMENTED.contains(name)) {
            deviations.add(name, NearestMember.expected(name, DOCUMENTED), "not documented");
        } else if (TRUTH_VALUES.contains(name)) {
            boolean fits = value.isString() && Set.of("true", "false").contains(value.stringValue());
            deviations.addUnless(fits, name, "\"true\" or \"false\"", () -> SentBody.shown(value));
        } else if (!name.equals(CARDS)) {
            deviations.addUnless(value.isString(), name, "a string", () -> SentBody.type(value));
        }
    }

    private static Set<String> documented() {
        Set<String> names = new TreeSet<>(CustomerBodies.createMembers());
        names.addAll(CustomerBodies.updateMembers());
        names.add(CARDS);
        return Set.copyOf(names);
    }
}
