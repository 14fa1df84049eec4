package io.chargeproof.traffic;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.requirement.Api;
import io.chargeproof.traffic.client.ClientRules;
import io.chargeproof.traffic.provider.AnswersThatCount;
import io.chargeproof.traffic.provider.Fitness;
import io.chargeproof.traffic.provider.ProviderRule;
import io.chargeproof.traffic.provider.ProviderRules;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Apart;
import io.chargeproof.traffic.rule.Party;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.Target;
import io.chargeproof.traffic.rule.TrafficRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules that remember something of one conversation, which several files in the order of time may hold, on both sides. */
final class TrafficRules {
    /** The APIs whose traffic is known. */
    static final List<Api> APIS = List.of(EvcNetModule.API, OioiModule.API);

    private final Map<Api, Apart<Party, TrafficRule>> clients = new TreeMap<>();
    private final Map<Api, Apart<Target, TrafficRule>> ofAllClients = new TreeMap<>();
    private final Map<Api, AnswersThatCount> answers = new TreeMap<>();
    private final Map<Api, Apart<Party, ProviderRule>> ofOneClient = new TreeMap<>();
    private final Map<Api, Apart<Target, ProviderRule>> providers = new TreeMap<>();
    private @Nullable Instant last;

    /**
     * Rules that remember nothing yet.
     *
     * @param known whether a profile says where the APIs are
     */
    TrafficRules(boolean known) {
        for (Api api : APIS) {
            clients.put(api, new Apart<>(Party::of, () -> ClientRules.ofSequences(api)));
            ofAllClients.put(api, new Apart<>(Target::of, () -> ClientRules.ofAllClients(api)));
            answers.put(api, new AnswersThatCount(api, known));
            ofOneClient.put(api, new Apart<>(Party::of, () -> ProviderRules.ofOneClient(api)));
            providers.put(api, new Apart<>(Target::of, () -> ProviderRules.of(api)));
        }
    }

    /** Whether an exchange goes on where the last one ended: it began no earlier. */
    boolean goOnWith(RecordedExchange next) {
        return last != null && next.knows(Part.TIME) && !next.started().isBefore(last);
    }

    /** What is said of the client, of the request by itself first. */
    List<Statement> ofClient(ExchangeByItself judged) {
        RecordedExchange next = judged.exchange();
        last = next.knows(Part.TIME) ? next.started() : null;
        List<Statement> said = new ArrayList<>(judged.ofRequest());
        Stream.of(clients, ofAllClients).flatMap(rules -> of(rules, next)).forEach(rule -> said.addAll(rule.see(next)));
        return said;
    }

    /** What is said of the provider, of the answer by itself first. */
    List<Statement> ofProvider(ExchangeByItself judged, Fitness fitness) {
        RecordedExchange next = judged.exchange();
        AnswersThatCount counting = answers.get(next.api());
        List<Statement> said = new ArrayList<>(counting == null ? List.of() : counting.see(next, judged.ofAnswer()));
        Stream.of(ofOneClient, providers)
                .flatMap(rules -> of(rules, next))
                .forEach(rule -> said.addAll(rule.see(next, fitness)));
        return said;
    }

    private static <R> Stream<R> of(Map<Api, ? extends Apart<?, R>> rules, RecordedExchange next) {
        Apart<?, R> apart = rules.get(next.api());
        return apart == null ? Stream.of() : apart.of(next).stream();
    }

    /** What the rules on a provider say now that no more follows. */
    List<Statement> atEnd(Api api) {
        return Stream.of(ofOneClient.get(api), providers.get(api))
                .filter(Objects::nonNull)
                .flatMap(rules -> rules.all().stream())
                .flatMap(rule -> rule.end().stream())
                .toList();
    }
}
