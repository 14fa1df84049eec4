package io.chargeproof.traffic;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.traffic.provider.Fitness;
import io.chargeproof.traffic.recording.ApiAddresses;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.recording.Recording;
import io.chargeproof.traffic.recording.RecordingEnd;
import io.chargeproof.traffic.recording.RememberedTraffic;
import io.chargeproof.traffic.rule.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges recordings exchange by exchange: the client by what it sent, and the provider by what it answered, as far as the request
 * gives it no excuse. Of a long recording the first exchanges are kept for the report, and later ones where they show a finding.
 * Several files that follow one another in time are one conversation; one that begins before the last ended is another.
 */
public final class TrafficJudge {
    private static final int MOST_OTHERS = 3;

    private final ApiAddresses addresses;
    private final boolean known;
    private final Excuses excuses;
    private final FindingListener listener;
    private final Map<RequirementId, Tally> tallies = new LinkedHashMap<>();
    private final KeptExchanges kept = new KeptExchanges();
    private final Map<Api, Long> exchanges = new TreeMap<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final List<JudgedTraffic> files = new ArrayList<>();
    private final ExchangeJudge alone = new ExchangeJudge(id -> tally(id).requirement());
    private @Nullable TrafficRules rules;
    private long entries;
    private long number;
    private long improper;

    /**
     * A judge of traffic with these addresses.
     *
     * @param known whether a profile names them
     */
    public TrafficJudge(ApiAddresses addresses, boolean known) {
        this(addresses, known, Excuses.NONE, (requirement, finding) -> {});
    }

    /** The same where a profile excuses some of it, telling of each finding at once. */
    public TrafficJudge(ApiAddresses addresses, boolean known, Excuses excuses, FindingListener listener) {
        this.addresses = addresses;
        this.known = known;
        this.excuses = excuses;
        this.listener = listener;
        for (Side side : Side.values()) {
            side.requirements().forEach(each -> tallies.put(each.id(), new Tally(each, side)));
        }
    }

    /** Hears of findings as they are made. */
    @FunctionalInterface
    public interface FindingListener {
        /** A requirement was found broken. */
        void found(Requirement requirement, Finding finding);
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
        JudgedTraffic traffic = new JudgedTraffic(String.valueOf(file.getFileName()), this::see, this::end);
        FirstOfFile first = new FirstOfFile();
        RecordingEnd end = new Recording(file, addresses).read(alone::judge, next -> {
            first.see(next.exchange());
            see(next, traffic);
        });
        others.addAll(end.others());
        traffic.end(end.entries(), end.remarks());
    }

    /** Judges exchanges that are at hand, under this name. */
    public void judge(String name, List<Exchange> remembered) {
        JudgedTraffic traffic = begin(name);
        RecordingEnd end = new RememberedTraffic(name, remembered, addresses).read(traffic::see);
        traffic.end(end.entries(), end.remarks());
    }

    /** The requirements on a side that were found broken, with the first finding on each; nothing that is excused. */
    public SortedMap<RequirementId, Finding> broken(Side side) {
        SortedMap<RequirementId, Finding> broken = new TreeMap<>();
        for (Tally tally : tallies(side)) {
            tally.findings().stream()
                    .map(LocatedFinding::finding)
                    .filter(finding -> finding.outcome() == Outcome.VIOLATION || finding.outcome() == Outcome.WARNING)
                    .findFirst()
                    .ifPresent(finding -> broken.put(tally.requirement().id(), finding));
        }
        return broken;
    }

    /** Begins to judge traffic that nothing of before has to do with, under this name. */
    public JudgedTraffic begin(String name) {
        finish();
        rules = new TrafficRules(known);
        return new JudgedTraffic(name, this::see, this::end);
    }

    /** Has a file go on where the one before it ended, if it does. */
    private final class FirstOfFile {
        private boolean begun;

        void see(RecordedExchange next) {
            TrafficRules before = rules;
            if (!begun && (before == null || !before.goOnWith(next))) {
                finish();
                rules = new TrafficRules(known);
            }
            begun = true;
        }
    }

    private RecordedExchange see(RecordedExchange read, JudgedTraffic traffic) {
        return see(alone.judge(read), traffic);
    }

    private RecordedExchange see(ExchangeByItself read, JudgedTraffic traffic) {
        ExchangeByItself judged = read.withNumber(++number);
        RecordedExchange next = judged.exchange();
        exchanges.merge(next.api(), 1L, Long::sum);
        TrafficRules now = Objects.requireNonNull(rules);
        List<Statement> ofClient = now.ofClient(judged);
        Fitness fitness = alone.fitness(next, ofClient);
        improper += fitness == Fitness.IMPROPER ? 1 : 0;
        if (kept.takesAny()) {
            kept.add(next);
            traffic.keeps(next.api(), number);
        }
        add(next.api(), ofClient, traffic.name());
        add(next.api(), now.ofProvider(judged, fitness), traffic.name());
        return next;
    }

    private void add(Api api, List<Statement> statements, String name) {
        for (Statement statement : statements) {
            Tally tally = tally(statement.requirement());
            Optional<Finding> finding =
                    tally.add(statement, () -> location(name, api, tally.side()), excuses, kept.takesEvidence());
            finding.ifPresent(each -> {
                statement.shownBy().forEach(kept::add);
                listener.found(tally.requirement(), each);
            });
        }
    }

    private void end(JudgedTraffic traffic, long seen) {
        entries += seen;
        files.add(traffic);
    }

    /** What the rules have left to say, said of the last file. */
    private void finish() {
        TrafficRules before = rules;
        rules = null;
        if (before != null && !files.isEmpty()) {
            String name = files.get(files.size() - 1).name();
            for (Api api : TrafficRules.APIS) {
                add(api, before.atEnd(api), name);
            }
        }
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
        finish();
        return tallies.values().stream().filter(each -> each.side() == side).toList();
    }

    /** The exchanges that are kept. */
    List<Exchange> kept() {
        return kept.all();
    }

    /** What is excused. */
    Excuses excuses() {
        return excuses;
    }

    /** The files in the order in which they were judged. */
    List<JudgedTraffic> files() {
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

    /** Where some of the exchanges went that are of neither API, hosts and beginnings of paths. */
    List<String> others() {
        return others.stream().limit(MOST_OTHERS).toList();
    }

    /** How many requests break a MUST of the client's, so that little of their answers counts against the provider. */
    long improper() {
        return improper;
    }

    /** The secrets of what is kept, by where they stood: from each value to the name that stands for it. */
    public Map<String, String> secrets() {
        return kept.secrets();
    }
}
