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
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules that remember something of one conversation, which several files in the order of time may hold, on both sides. */
final class TrafficRules {
    /** The APIs whose traffic is known. */
    static final List<Api> APIS = List.of(EvcNetModule.API, OioiModule.API);

    private final Map<Api, List<TrafficRule>> client = new TreeMap<>();
    private final Map<Api, AnswersThatCount> answers = new TreeMap<>();
    private final Map<Api, List<ProviderRule>> provider = new TreeMap<>();
    private @Nullable Instant last;

    /**
     * Rules that remember nothing yet.
     *
     * @param known whether a profile says where the APIs are
     */
    TrafficRules(boolean known) {
        for (Api api : APIS) {
            client.put(api, ClientRules.ofSequences(api));
            answers.put(api, new AnswersThatCount(api, known));
            provider.put(api, ProviderRules.of(api));
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
        client.getOrDefault(next.api(), List.of()).forEach(rule -> said.addAll(rule.see(next)));
        return said;
    }

    /** What is said of the provider, of the answer by itself first. */
    List<Statement> ofProvider(ExchangeByItself judged, Fitness fitness) {
        RecordedExchange next = judged.exchange();
        AnswersThatCount counting = answers.get(next.api());
        boolean counts = counting != null && counting.see(next, fitness);
        List<Statement> said = new ArrayList<>(counts ? judged.ofAnswer() : List.of());
        provider.getOrDefault(next.api(), List.of()).forEach(rule -> said.addAll(rule.see(next, fitness)));
        return said;
    }

    /** What the rules on a provider say now that no more follows. */
    List<Statement> atEnd(Api api) {
        return provider.getOrDefault(api, List.of()).stream()
                .flatMap(rule -> rule.end().stream())
                .toList();
    }
}
