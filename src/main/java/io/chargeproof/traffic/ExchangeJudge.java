package io.chargeproof.traffic;

import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import io.chargeproof.traffic.client.ClientRules;
import io.chargeproof.traffic.provider.AnswersKeepTheInvariants;
import io.chargeproof.traffic.provider.Fitness;
import io.chargeproof.traffic.provider.WrongRequestsAreRefused;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges exchanges by themselves, which is most of the work: it remembers nothing, so that several threads may do it at once. */
final class ExchangeJudge {
    private final Function<RequirementId, Requirement> requirements;
    private final Map<Api, List<TrafficRule>> ofRequests = new TreeMap<>();
    private final Map<Api, AnswersKeepTheInvariants> ofAnswers = new TreeMap<>();

    /**
     * One of the known APIs.
     *
     * @param requirements knows the requirements that rules name
     */
    ExchangeJudge(Function<RequirementId, Requirement> requirements) {
        this.requirements = requirements;
        for (Api api : TrafficRules.APIS) {
            ofRequests.put(api, ClientRules.ofRequests(api));
            ofAnswers.put(api, new AnswersKeepTheInvariants(api));
        }
    }

    /** An exchange with what it shows by itself. */
    ExchangeByItself judge(RecordedExchange next) {
        List<Statement> request = ofRequests.getOrDefault(next.api(), List.of()).stream()
                .flatMap(rule -> rule.see(next).stream())
                .toList();
        Set<String> faults = request.stream()
                .filter(Statement::isBroken)
                .map(statement -> statement.requirement().value())
                .collect(Collectors.toSet());
        List<Statement> answer = new ArrayList<>();
        AnswersKeepTheInvariants invariants = ofAnswers.get(next.api());
        if (invariants != null) {
            answer.addAll(invariants.see(next, faults));
        }
        answer.addAll(WrongRequestsAreRefused.see(next, faults));
        return new ExchangeByItself(next, request, answer);
    }

    /** How far a request of which this is said serves to judge the provider by its answer. */
    Fitness fitness(RecordedExchange next, List<Statement> ofClient) {
        List<Requirement> broken = ofClient.stream()
                .filter(Statement::isBroken)
                .map(statement -> requirements.apply(statement.requirement()))
                .toList();
        if (!next.repeatedNames().isEmpty()
                || broken.stream().anyMatch(each -> each.level() == RequirementLevel.MUST)) {
            return Fitness.IMPROPER;
        }
        return broken.isEmpty() && next.knows(Part.REQUEST_BODY) ? Fitness.PROPER : Fitness.DEBATABLE;
    }
}
