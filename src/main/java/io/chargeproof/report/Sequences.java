package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The requests that show findings, in order: those that were judged, and those that led to what they met, such as the one
 * that made what they are about, and the last that changed what they read.
 */
final class Sequences {
    private final Map<Long, ScenarioResult> scenarios = new HashMap<>();
    private final Map<Long, Exchange> exchanges = new LinkedHashMap<>();
    private final List<Exchange> makers = new ArrayList<>();

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
        return scenario.exchanges().stream()
                .filter(number -> number < decisive.number())
                .map(exchanges::get)
                .filter(each -> each != null && isOfAnotherKind(each, decisive) && !isMaker(each))
                .max(Comparator.comparingLong(Exchange::number));
    }

    /** The very same request, which the scenario sent before: what comes of it may depend on how often it came. */
    private Optional<Exchange> sameBefore(Exchange exchange) {
        ScenarioResult scenario = scenarios.get(exchange.number());
        return scenario == null
                ? Optional.empty()
                : scenario.exchanges().stream()
                        .filter(number -> number < exchange.number())
                        .map(exchanges::get)
                        .filter(each -> each != null && isSame(each.request(), exchange.request()))
                        .max(Comparator.comparing(Exchange::number));
    }

    /** What the last of several requests is about: those of another kind, or it alone. */
    private static List<Exchange> changes(Exchange decisive, List<Exchange> sequence) {
        List<Exchange> others = sequence.stream()
                .filter(each -> isOfAnotherKind(each, decisive))
                .toList();
        return others.isEmpty() ? List.of(decisive) : others;
    }

    private static boolean isSame(HttpRequest one, HttpRequest other) {
        return one.method() == other.method()
                && one.uri().equals(other.uri())
                && one.body().equals(other.body())
                && !one.purpose().is(RequestTrait.REPEAT);
    }

    private static boolean isOfAnotherKind(Exchange one, Exchange other) {
        return one.request().purpose().api().equals(other.request().purpose().api())
                && !one.request()
                        .purpose()
                        .operation()
                        .equals(other.request().purpose().operation());
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
