package io.chargeproof.run;

import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.TestUser;
import io.chargeproof.api.oioi.UserModule;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.profile.Limits;
import io.chargeproof.profile.Profile;
import io.chargeproof.report.RunReport;
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
 * @param customers how many customers would be created
 * @param cards how many cards would be attached that nobody has
 * @param users whose details would be changed, and put back
 * @param time how long the requests take at the profile's rate; none where the profile sets no rate
 * @param incomplete why the run would end incomplete, a sentence each; none if it wouldn't
 */
public record RunEstimate(
        SortedMap<Operation, Long> operations,
        long customers,
        long cards,
        List<String> users,
        @Nullable Duration time,
        List<String> incomplete) {
    private static final int OK = 200;
    private static final int ROUND = 100;

    public RunEstimate {
        incomplete = List.copyOf(incomplete);
        operations = Collections.unmodifiableSortedMap(new TreeMap<>(operations));
        users = List.copyOf(users);
    }

    /**
     * What requests are for.
     *
     * @param api the interface
     * @param name the operation
     */
    public record Operation(String api, String name) implements Comparable<Operation> {
        /** Whether it may change something. */
        public boolean isWrite() {
            return !name.equals("user-get-details");
        }

        @Override
        public int compareTo(Operation other) {
            int byApi = api.compareTo(other.api);
            return byApi == 0 ? name.compareTo(other.name) : byApi;
        }
    }

    /**
     * The forecast for a profile.
     *
     * @param report what came of the run on the sandbox
     * @param sandbox the profile that led there
     * @param limits what a run may ask of the target
     */
    public static RunEstimate of(RunReport report, Profile sandbox, Limits limits) {
        List<Exchange> exchanges = report.exchanges();
        Integer requestsPerSecond = limits.requestsPerSecond();
        SortedMap<Operation, Long> operations = new TreeMap<>();
        exchanges.forEach(exchange -> operations.merge(operation(exchange), 1L, Long::sum));
        return new RunEstimate(
                operations,
                exchanges.stream().filter(each -> succeeded(each, "create")).count(),
                cards(exchanges, EvcNetTarget.of(sandbox)),
                users(exchanges, OioiTarget.of(sandbox)),
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

    private static boolean succeeded(Exchange exchange, String operation) {
        return exchange.request().purpose().operation().equals(operation)
                && exchange.status().filter(status -> status == OK).isPresent();
    }

    private static long cards(List<Exchange> exchanges, @Nullable EvcNetTarget target) {
        return target == null
                ? 0
                : target.cards().stream()
                        .filter(card -> exchanges.stream()
                                .anyMatch(each -> succeeded(each, "attach-card") && bears(each, card)))
                        .count();
    }

    private static List<String> users(List<Exchange> exchanges, @Nullable OioiTarget target) {
        return target == null
                ? List.of()
                : Stream.of(
                                changed("primary", target.primary(), exchanges),
                                changed("secondary", target.secondary(), exchanges),
                                changed("sparse", target.sparse(), exchanges))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static @Nullable String changed(String role, @Nullable TestUser user, List<Exchange> exchanges) {
        return user != null
                        && exchanges.stream()
                                .anyMatch(each -> each.request().purpose().api().equals(UserModule.API.label())
                                        && succeeded(each, "user-post-details")
                                        && isAbout(each, user))
                ? role
                : null;
    }

    private static boolean isAbout(Exchange exchange, TestUser user) {
        return Stream.of(user.username(), user.token().value(), user.evcoId(), user.rfid())
                .filter(Objects::nonNull)
                .anyMatch(identifier -> bears(exchange, identifier));
    }

    private static boolean bears(Exchange exchange, String text) {
        return exchange.request().body().text().contains("\"" + text + "\"");
    }
}
