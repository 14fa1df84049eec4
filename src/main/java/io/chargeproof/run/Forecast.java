package io.chargeproof.run;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.RunReport;
import io.chargeproof.requirement.Api;
import io.chargeproof.target.EvcNetTarget;
import io.chargeproof.target.OioiTarget;
import io.chargeproof.target.Profile;
import io.chargeproof.target.TestUser;
import java.time.Duration;
import java.util.Collections;
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
 * @param cards how many cards would be attached
 * @param users whose details would be changed, and put back
 * @param time how long the requests take at the profile's rate; none where the profile sets no rate
 */
public record Forecast(
        SortedMap<Operation, Long> operations,
        long customers,
        long cards,
        List<String> users,
        @Nullable Duration time) {
    private static final int OK = 200;

    public Forecast {
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
     * @param requestsPerSecond the rate at the target, if it is limited
     */
    public static Forecast of(RunReport report, Profile sandbox, @Nullable Integer requestsPerSecond) {
        List<Exchange> exchanges = report.exchanges();
        SortedMap<Operation, Long> operations = new TreeMap<>();
        exchanges.forEach(exchange -> operations.merge(operation(exchange), 1L, Long::sum));
        return new Forecast(
                operations,
                exchanges.stream().filter(each -> succeeded(each, "create")).count(),
                cards(exchanges, sandbox.evcNet()),
                users(exchanges, sandbox.oioi()),
                requestsPerSecond == null
                        ? null
                        : Duration.ofSeconds((exchanges.size() + requestsPerSecond - 1) / requestsPerSecond));
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
                                .anyMatch(each -> each.request().purpose().api().equals(Api.OIOI.label())
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
