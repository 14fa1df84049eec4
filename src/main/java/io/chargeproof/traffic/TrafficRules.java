package io.chargeproof.traffic;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.requirement.Api;
import io.chargeproof.traffic.client.ClientRules;
import io.chargeproof.traffic.provider.Fitness;
import io.chargeproof.traffic.provider.ProviderRule;
import io.chargeproof.traffic.provider.ProviderRules;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules on both sides with what they remember of one conversation, which several files in the order of time may hold. */
final class TrafficRules {
    /** The APIs whose traffic is known. */
    static final List<Api> APIS = List.of(EvcNetModule.API, OioiModule.API);

    private final Map<Api, List<TrafficRule>> client = new TreeMap<>();
    private final Map<Api, List<ProviderRule>> provider = new TreeMap<>();
    private @Nullable Instant last;

    /**
     * Rules that remember nothing yet.
     *
     * @param known whether a profile says where the APIs are
     */
    TrafficRules(boolean known) {
        for (Api api : APIS) {
            client.put(
                    api,
                    Stream.concat(ClientRules.ofRequests(api).stream(), ClientRules.ofSequences(api).stream())
                            .toList());
            provider.put(api, ProviderRules.of(api, known));
        }
    }

    /** Whether an exchange goes on where the last one ended: it began no earlier. */
    boolean goOnWith(RecordedExchange next) {
        return last != null && next.knows(Part.TIME) && !next.started().isBefore(last);
    }

    List<Statement> ofClient(RecordedExchange next) {
        last = next.knows(Part.TIME) ? next.started() : null;
        return client.getOrDefault(next.api(), List.of()).stream()
                .flatMap(rule -> rule.see(next).stream())
                .toList();
    }

    List<Statement> ofProvider(RecordedExchange next, Fitness fitness) {
        return provider.getOrDefault(next.api(), List.of()).stream()
                .flatMap(rule -> rule.see(next, fitness).stream())
                .toList();
    }

    /** What the rules on a provider say now that no more follows. */
    List<Statement> atEnd(Api api) {
        return provider.getOrDefault(api, List.of()).stream()
                .flatMap(rule -> rule.end().stream())
                .toList();
    }
}
