package io.chargeproof.traffic;

import io.chargeproof.api.evcnet.CustomerModule;
import io.chargeproof.api.oioi.UserModule;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import io.chargeproof.traffic.client.ClientRules;
import io.chargeproof.traffic.provider.Fitness;
import io.chargeproof.traffic.provider.ProviderRule;
import io.chargeproof.traffic.provider.ProviderRules;
import io.chargeproof.traffic.recording.ApiAddresses;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.recording.RecordedSecrets;
import io.chargeproof.traffic.recording.Recording;
import io.chargeproof.traffic.recording.RecordingEnd;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Judges recordings exchange by exchange: the client by what it sent, and the provider by what it answered, as far as the request
 * gives it no excuse. Of a long recording the first exchanges are kept for the report, and later ones where they show a finding.
 */
public final class TrafficJudge {
    /** So many exchanges are kept, whatever is found in them. */
    static final int MOST_KEPT = 2_000;

    private final ApiAddresses addresses;
    private final boolean known;
    private final Map<RequirementId, Tally> tallies = new LinkedHashMap<>();
    private final SortedMap<Long, Exchange> kept = new TreeMap<>();
    private final RecordedSecrets secrets = new RecordedSecrets();
    private final Map<Api, Long> exchanges = new TreeMap<>();
    private final List<JudgedFile> files = new ArrayList<>();
    private long entries;
    private long number;
    private long improper;

    /**
     * A judge of traffic with these addresses.
     *
     * @param known whether a profile names them
     */
    public TrafficJudge(ApiAddresses addresses, boolean known) {
        this.addresses = addresses;
        this.known = known;
        for (Side side : Side.values()) {
            side.requirements().forEach(each -> tallies.put(each.id(), new Tally(each, side)));
        }
    }

    /**
     * A file that was judged.
     *
     * @param name its name
     * @param numbers the numbers of its exchanges, by API
     * @param remarks what keeps some of it from being judged
     */
    record JudgedFile(String name, Map<Api, List<Long>> numbers, List<String> remarks) {}

    /** The rules for one recording. */
    private final class Rules {
        private final String name;
        private final Map<Api, List<TrafficRule>> client = new TreeMap<>();
        private final Map<Api, List<ProviderRule>> provider = new TreeMap<>();
        private final Map<Api, List<Long>> numbers = new TreeMap<>();

        Rules(String name) {
            this.name = name;
            for (Api api : List.of(CustomerModule.API, UserModule.API)) {
                client.put(
                        api,
                        Stream.concat(ClientRules.ofRequests(api).stream(), ClientRules.ofSequences(api).stream())
                                .toList());
                provider.put(api, ProviderRules.of(api, known));
                numbers.put(api, new ArrayList<>());
            }
        }

        void see(RecordedExchange read) {
            RecordedExchange next = read.withNumber(++number);
            exchanges.merge(next.api(), 1L, Long::sum);
            List<Statement> ofClient = client.getOrDefault(next.api(), List.of()).stream()
                    .flatMap(rule -> rule.see(next).stream())
                    .toList();
            Fitness fitness = fitness(next, ofClient);
            improper += fitness == Fitness.IMPROPER ? 1 : 0;
            if (kept.size() < MOST_KEPT) {
                keep(next);
                numbers.computeIfAbsent(next.api(), api -> new ArrayList<>()).add(number);
            }
            add(next.api(), ofClient);
            add(
                    next.api(),
                    provider.getOrDefault(next.api(), List.of()).stream()
                            .flatMap(rule -> rule.see(next, fitness).stream())
                            .toList());
        }

        void end() {
            provider.forEach((api, rules) -> rules.forEach(rule -> add(api, rule.end())));
        }

        private void add(Api api, List<Statement> statements) {
            for (Statement statement : statements) {
                Tally tally = tally(statement.requirement());
                if (tally.add(statement, location(name, api, tally.side()))) {
                    statement.shownBy().forEach(TrafficJudge.this::keep);
                }
            }
        }
    }

    /** Where findings of one side stand, as reports name it. */
    static String location(String file, Api api, Side side) {
        return file + " (" + api.label() + ", " + side.label() + ")";
    }

    /**
     * Judges a recording.
     *
     * @throws io.chargeproof.traffic.recording.UnreadableRecording if it can't be read as one
     */
    public void judge(Path file) {
        Rules rules = new Rules(String.valueOf(file.getFileName()));
        RecordingEnd end = new Recording(file, addresses).read(rules::see);
        rules.end();
        entries += end.entries();
        files.add(new JudgedFile(rules.name, rules.numbers, end.remarks()));
    }

    private void keep(RecordedExchange next) {
        if (kept.putIfAbsent(next.exchange().number(), next.exchange()) == null) {
            secrets.add(next);
        }
    }

    private Fitness fitness(RecordedExchange next, List<Statement> ofClient) {
        List<Requirement> broken = ofClient.stream()
                .filter(Statement::isBroken)
                .map(statement -> tally(statement.requirement()).requirement())
                .toList();
        if (!next.repeatedNames().isEmpty()
                || broken.stream().anyMatch(each -> each.level() == RequirementLevel.MUST)) {
            return Fitness.IMPROPER;
        }
        return broken.isEmpty() && next.knows(Part.REQUEST_BODY) ? Fitness.PROPER : Fitness.DEBATABLE;
    }

    private Tally tally(RequirementId id) {
        Tally tally = tallies.get(id);
        if (tally == null) {
            throw new IllegalStateException("a rule on recorded traffic judges " + id + ", which no catalogue has");
        }
        return tally;
    }

    /** What was said of each requirement of a side. */
    List<Tally> tallies(Side side) {
        return tallies.values().stream().filter(each -> each.side() == side).toList();
    }

    /** The exchanges that are kept. */
    List<Exchange> kept() {
        return List.copyOf(kept.values());
    }

    /** The files in the order in which they were judged. */
    List<JudgedFile> files() {
        return List.copyOf(files);
    }

    /** How many exchanges of an API there were. */
    long exchanges(Api api) {
        return exchanges.getOrDefault(api, 0L);
    }

    /** How many exchanges of the APIs there were. */
    public long exchanges() {
        return number;
    }

    /** How many exchanges there were, of whatever API. */
    public long entries() {
        return entries;
    }

    /** How many requests break a MUST of the client's, so that their answers don't count against the provider. */
    long improper() {
        return improper;
    }

    /** The secrets of what is kept, by where they stood: from each value to the name that stands for it. */
    public Map<String, String> secrets() {
        return secrets.namesByValue();
    }
}
