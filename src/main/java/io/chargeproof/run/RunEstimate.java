package io.chargeproof.run;

import io.chargeproof.api.ApiModules;
import io.chargeproof.api.Rehearsal;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.profile.Limits;
import io.chargeproof.profile.Profile;
import io.chargeproof.report.RunReport;
import io.chargeproof.requirement.Apis;
import io.chargeproof.requirement.RequirementLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run would send, counted from one that did on a sandbox.
 *
 * @param operations how many requests go to each operation
 * @param notes what the APIs say of what would be used up or changed, a line each
 * @param time how long the requests take at the profile's rate; none where the profile sets no rate
 * @param incomplete why the run would end incomplete, a sentence each; none if it wouldn't
 */
public record RunEstimate(
        SortedMap<Operation, Long> operations,
        List<String> notes,
        @Nullable Duration time,
        List<String> incomplete) {
    private static final int ROUND = 100;

    public RunEstimate {
        operations = Collections.unmodifiableSortedMap(new TreeMap<>(operations));
        notes = List.copyOf(notes);
        incomplete = List.copyOf(incomplete);
    }

    /**
     * What requests are for.
     *
     * @param api the API's label
     * @param name the operation
     */
    public record Operation(String api, String name) implements Comparable<Operation> {
        /** Whether it may change something. */
        public boolean isWrite() {
            return Apis.find(api).stream()
                    .flatMap(known -> known.operations().stream())
                    .noneMatch(known -> known.name().equals(name) && known.reads());
        }

        @Override
        public int compareTo(Operation other) {
            int byApi = api.compareTo(other.api);
            return byApi == 0 ? name.compareTo(other.name) : byApi;
        }
    }

    /**
     * The estimate for a profile.
     *
     * @param report what came of the run on the sandbox
     * @param described the profile
     * @param unspent the same with the test data that are left
     * @param standIn the profile that led to the sandbox
     */
    public static RunEstimate of(RunReport report, Profile described, Profile unspent, Profile standIn) {
        List<Exchange> exchanges = report.exchanges();
        Limits limits = described.limits();
        Integer requestsPerSecond = limits.requestsPerSecond();
        SortedMap<Operation, Long> operations = new TreeMap<>();
        exchanges.forEach(exchange -> operations.merge(operation(exchange), 1L, Long::sum));
        List<String> notes = new ArrayList<>();
        described
                .apis()
                .forEach(target -> standIn.find(target.api())
                        .ifPresent(there -> notes.addAll(ApiModules.of(target.api())
                                .estimate(new Rehearsal(
                                        target,
                                        unspent.find(target.api()).orElse(target),
                                        there,
                                        limits,
                                        exchanges)))));
        return new RunEstimate(
                operations,
                notes,
                requestsPerSecond == null
                        ? null
                        : Duration.ofSeconds((exchanges.size() + requestsPerSecond - 1) / requestsPerSecond),
                Stream.concat(tooMany(exchanges.size(), limits.maxRequests()), undecided(report))
                        .toList());
    }

    private static Stream<String> tooMany(int requests, int most) {
        int enough = (requests + requests / 10) / ROUND * ROUND + ROUND;
        return requests <= most
                ? Stream.empty()
                : Stream.of("limits.max-requests allows " + most + " of the " + requests + " requests; write " + enough
                        + ", or less with --depth or --tags");
    }

    /** What even the sandbox leaves undecided, which is correct and never out of reach. */
    private static Stream<String> undecided(RunReport report) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        report.requirements().stream()
                .filter(result -> result.requirement().level() == RequirementLevel.MUST
                        && RequirementEvaluation.isUndecided(result.outcome()))
                .forEach(result -> byReason.computeIfAbsent(
                                Objects.requireNonNullElse(
                                        result.reason(), result.outcome().label()),
                                reason -> new ArrayList<>())
                        .add(result.requirement().id().value()));
        return byReason.entrySet().stream().map(each -> String.join(", ", each.getValue()) + ": " + each.getKey());
    }

    /** How many requests there are. */
    public long requests() {
        return operations.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of them may change something. */
    public long writes() {
        return operations.entrySet().stream()
                .filter(entry -> entry.getKey().isWrite())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Operation operation(Exchange exchange) {
        return new Operation(
                exchange.request().purpose().api(), exchange.request().purpose().operation());
    }
}
