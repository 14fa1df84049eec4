package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The requests that show findings, in order: those that were judged, and those that led to what they met, such as the one
 * that made what they are about, and the last that changed what they read.
 */
final class Sequences {
    private final Map<Long, ScenarioResult> scenarios = new HashMap<>();
    private final Map<Long, Exchange> exchanges = new LinkedHashMap<>();
    private final List<Exchange> makers = new ArrayList<>();
    private final Map<ScenarioResult, Course> courses = Collections.synchronizedMap(new IdentityHashMap<>());

    Sequences(RunReport report) {
        report.scenarios()
                .forEach(scenario -> scenario.exchanges().forEach(number -> scenarios.putIfAbsent(number, scenario)));
        report.exchanges().forEach(exchange -> {
            exchanges.put(exchange.number(), exchange);
            if (isMaker(exchange)) {
                makers.add(exchange);
            }
        });
    }

    private static boolean isMaker(Exchange exchange) {
        return exchange.request().purpose().operation().equals("create")
                && exchange.status().filter(status -> status / 100 == 2).isPresent();
    }

    /** The requests that show a finding; none where it has no exchange. */
    List<Exchange> of(Finding finding) {
        TreeMap<Long, Exchange> sequence = new TreeMap<>();
        finding.evidence().forEach(exchange -> sequence.put(exchange.number(), exchange));
        RedactedReport.decisive(finding).ifPresent(decisive -> {
            changeBefore(decisive, sequence).ifPresent(change -> sequence.put(change.number(), change));
            changes(decisive, List.copyOf(sequence.values()))
                    .forEach(each -> sameBefore(each).ifPresent(same -> sequence.put(same.number(), same)));
            sameBefore(decisive)
                    .filter(same -> !same.status().equals(decisive.status()))
                    .ifPresent(same -> sequence.put(same.number(), same));
            companionOf(decisive).ifPresent(each -> sequence.put(each.number(), each));
            List.copyOf(sequence.values())
                    .forEach(each -> makerOf(each).ifPresent(maker -> sequence.put(maker.number(), maker)));
        });
        return List.copyOf(sequence.values());
    }

    /** The last request of another kind that the scenario sent before, where none such is among those that were judged. */
    private Optional<Exchange> changeBefore(Exchange decisive, Map<Long, Exchange> judged) {
        ScenarioResult scenario = scenarios.get(decisive.number());
        if (scenario == null || judged.values().stream().anyMatch(each -> isOfAnotherKind(each, decisive))) {
            return Optional.empty();
        }
        return course(scenario).lastOfAnotherKind(decisive);
    }

    /** The very same request, which the scenario sent before: what comes of it may depend on how often it came. */
    private Optional<Exchange> sameBefore(Exchange exchange) {
        ScenarioResult scenario = scenarios.get(exchange.number());
        return scenario == null ? Optional.empty() : course(scenario).lastAlike(exchange);
    }

    private Course course(ScenarioResult scenario) {
        return courses.computeIfAbsent(
                scenario,
                each -> new Course(each.exchanges().stream()
                        .flatMap(number -> Stream.ofNullable(exchanges.get(number)))
                        .toList()));
    }

    /** The exchanges of a scenario by what they may be looked for; recorded traffic is one of thousands. */
    private static final class Course {
        private final Map<Request, NavigableMap<Long, Exchange>> alike = new HashMap<>();
        private final Map<Kind, NavigableMap<Long, Exchange>> changes = new HashMap<>();

        Course(List<Exchange> all) {
            for (Exchange each : all) {
                if (!each.request().purpose().is(RequestTrait.REPEAT)) {
                    put(each, Request.of(each), alike);
                }
                if (!isMaker(each)) {
                    put(each, Kind.of(each), changes);
                }
            }
        }

        private static <K> void put(Exchange exchange, K key, Map<K, NavigableMap<Long, Exchange>> into) {
            into.computeIfAbsent(key, each -> new TreeMap<>()).put(exchange.number(), exchange);
        }

        Optional<Exchange> lastAlike(Exchange exchange) {
            return Optional.ofNullable(alike.get(Request.of(exchange))).flatMap(same -> before(exchange, same));
        }

        Optional<Exchange> lastOfAnotherKind(Exchange exchange) {
            Kind kind = Kind.of(exchange);
            return changes.entrySet().stream()
                    .filter(each -> kind.isAnotherThan(each.getKey()))
                    .flatMap(each -> before(exchange, each.getValue()).stream())
                    .max(Comparator.comparingLong(Exchange::number));
        }

        private static Optional<Exchange> before(Exchange exchange, NavigableMap<Long, Exchange> others) {
            return Optional.ofNullable(others.lowerEntry(exchange.number())).map(Map.Entry::getValue);
        }
    }

    /** What makes requests the same. */
    private record Request(HttpMethod method, URI uri, Body body) {
        static Request of(Exchange exchange) {
            HttpRequest request = exchange.request();
            return new Request(request.method(), request.uri(), request.body());
        }
    }

    /** What makes requests of one kind. */
    private record Kind(String api, String operation) {
        static Kind of(Exchange exchange) {
            RequestPurpose purpose = exchange.request().purpose();
            return new Kind(purpose.api(), purpose.operation());
        }

        boolean isAnotherThan(Kind other) {
            return api.equals(other.api) && !operation.equals(other.operation);
        }
    }

    /** What the last of several requests is about: those of another kind, or it alone. */
    private static List<Exchange> changes(Exchange decisive, List<Exchange> sequence) {
        List<Exchange> others = sequence.stream()
                .filter(each -> isOfAnotherKind(each, decisive))
                .toList();
        return others.isEmpty() ? List.of(decisive) : others;
    }

    private static boolean isOfAnotherKind(Exchange one, Exchange other) {
        return Kind.of(one).isAnotherThan(Kind.of(other));
    }

    /** What its connection carried before, or what was sent at the same moment. */
    private Optional<Exchange> companionOf(Exchange exchange) {
        String group = exchange.request().purpose().group();
        return group.isEmpty()
                ? Optional.empty()
                : exchanges.values().stream()
                        .filter(each -> each.request().purpose().group().equals(group))
                        .filter(each -> each.number() != exchange.number())
                        .filter(each -> each.number() < exchange.number()
                                || each.request().purpose().is(RequestTrait.TOGETHER))
                        .findFirst();
    }

    /** The request that made what another names in its address. */
    private Optional<Exchange> makerOf(Exchange exchange) {
        return makers.stream()
                .filter(maker -> maker.number() < exchange.number())
                .filter(maker -> MadeId.idBelow(maker, exchange)
                        .flatMap(id -> MadeId.by(maker, id))
                        .isPresent())
                .findFirst();
    }
}
