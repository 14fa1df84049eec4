package io.chargeproof.report;

import io.chargeproof.check.Attribution;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.RequirementId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What findings have in common that one fault brings about: the same kind of request got the same kind of answer, and it breaks
 * the same requirements in the same way.
 *
 * @param id what it is called within the run, such as {@code f1}
 * @param outcome what was found
 * @param rows the requirements that it breaks, with what is said of them, in the catalogue's order
 * @param findings all that was found of it; that of a requirement's own scenario first
 */
public record GroupedFinding(String id, Outcome outcome, List<RequirementResult> rows, List<LocatedFinding> findings) {
    public GroupedFinding {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** All that a run found, gravest first. */
    static List<GroupedFinding> of(RunReport report) {
        Map<String, List<Found>> alike = new LinkedHashMap<>();
        for (RequirementResult result : report.requirements()) {
            for (LocatedFinding located : result.findings()) {
                alike.computeIfAbsent(likeness(located, result, report.run().isOfTraffic()), key -> new ArrayList<>())
                        .add(new Found(result, located));
            }
        }
        forThemselves(report)
                .forEach(located -> alike.computeIfAbsent(ownLikeness(located), key -> new ArrayList<>())
                        .add(new Found(null, located)));
        Map<String, List<Found>> together = new LinkedHashMap<>();
        alike.values()
                .forEach(each -> together.computeIfAbsent(signature(each), key -> new ArrayList<>())
                        .addAll(each));
        List<List<Found>> sorted = together.values().stream()
                .sorted(Comparator.comparing(
                        each -> each.get(0).located().finding().outcome()))
                .toList();
        List<GroupedFinding> causes = new ArrayList<>();
        sorted.forEach(each -> causes.add(cause("f" + (causes.size() + 1), each)));
        return causes;
    }

    /** What was found on no requirement of the catalogue, such as what a scenario of one's own expects by itself. */
    private static Stream<LocatedFinding> forThemselves(RunReport report) {
        Set<RequirementId> rows = report.requirements().stream()
                .map(result -> result.requirement().id())
                .collect(Collectors.toSet());
        return report.scenarios().stream()
                .flatMap(scenario -> scenario.findings().stream()
                        .filter(finding -> isForItself(finding, rows))
                        .map(finding -> new LocatedFinding(finding, scenario.location())));
    }

    /** Whether a finding is about none of these requirements. */
    static boolean isForItself(Finding finding, Set<RequirementId> rows) {
        return finding.requirement() == null || !rows.contains(finding.requirement());
    }

    /** Whether it breaks no requirement of the catalogue. */
    public boolean isForItself() {
        return rows.isEmpty();
    }

    /** Whether the run says its outcome of anything: of one of its requirements, or of a scenario that names none. */
    boolean isSoJudged() {
        return isForItself() || !rowsSoJudged().isEmpty();
    }

    /** The finding that is shown for all of them. */
    public LocatedFinding shown() {
        return findings.get(0);
    }

    /** Those of its requirements of which the run says that very outcome. */
    List<RequirementResult> rowsSoJudged() {
        return rows.stream().filter(row -> row.outcome() == outcome).toList();
    }

    /** The IDs of its requirements. */
    public List<RequirementId> requirements() {
        return rows.stream().map(row -> row.requirement().id()).toList();
    }

    /** What a requirement asks for in its case. */
    String expectedBy(RequirementId id) {
        return findings.stream()
                .map(LocatedFinding::finding)
                .filter(finding -> id.equals(finding.requirement()))
                .map(Finding::expected)
                .findFirst()
                .orElse("");
    }

    /** What else was found, each sentence once. */
    List<String> others() {
        String first = shown().finding().message();
        return findings.stream()
                .map(located -> located.finding().message())
                .filter(message -> !message.equals(first))
                .distinct()
                .toList();
    }

    /** Where it was found. */
    List<String> scenarios() {
        return findings.stream()
                .map(LocatedFinding::scenario)
                .filter(place -> !place.isEmpty())
                .distinct()
                .toList();
    }

    /** The same as one line. */
    String where() {
        List<String> places = scenarios();
        int others = places.size() - 1;
        return places.isEmpty()
                ? ""
                : places.get(0)
                        + (others < 1 ? "" : " and " + others + (others == 1 ? " other scenario" : " other scenarios"));
    }

    private record Found(@Nullable RequirementResult row, LocatedFinding located) {
        boolean isInOwnScenario() {
            return row != null && row.scenarios().contains(located.scenario());
        }

        String id() {
            return row == null ? "" : row.requirement().id().value();
        }
    }

    private static GroupedFinding cause(String id, List<Found> all) {
        // By their IDs: the rows of a large run have too much in them to be compared.
        Map<RequirementId, RequirementResult> byId = new TreeMap<>();
        all.stream()
                .flatMap(found -> Stream.ofNullable(found.row()))
                .forEach(row -> byId.putIfAbsent(row.requirement().id(), row));
        List<RequirementResult> rows = List.copyOf(byId.values());
        List<LocatedFinding> findings = all.stream()
                .sorted(Comparator.comparing((Found found) -> !found.isInOwnScenario())
                        .thenComparing(Found::id, GroupedFinding::byCatalogue))
                .map(Found::located)
                .toList();
        return new GroupedFinding(id, all.get(0).located().finding().outcome(), rows, findings);
    }

    private static int byCatalogue(String one, String other) {
        return one.isEmpty() || other.isEmpty()
                ? one.compareTo(other)
                : new RequirementId(one).compareTo(new RequirementId(other));
    }

    private static String ownLikeness(LocatedFinding located) {
        Finding finding = located.finding();
        return "for itself|" + finding.outcome().label() + "|" + finding.sentence() + "|" + finding.expected() + "|"
                + finding.actual();
    }

    private static String likeness(LocatedFinding located, RequirementResult result, boolean isOfTraffic) {
        Finding finding = located.finding();
        return finding.outcome().label() + "|"
                + RedactedReport.decisive(finding)
                        .map(exchange -> isOfTraffic
                                ? inTraffic(
                                        exchange, finding, result.requirement().id())
                                : kind(exchange, finding))
                        .orElseGet(() -> result.requirement().id() + "|" + finding.message());
    }

    /**
     * In traffic nothing tells what was meant by a request, so that two which look alike may be refused for different faults:
     * one cause is what one exchange shows, on one side, of one area of requirements; a client's faults each stand alone.
     */
    private static String inTraffic(Exchange exchange, Finding finding, RequirementId id) {
        String area = id.value().replaceFirst("-\\d+$", "");
        return finding.attribution() == Attribution.CLIENT
                ? id + "|" + finding.expected() + "|" + finding.actual()
                : area + "|" + exchange.number() + "|" + kind(exchange, finding);
    }

    private static String kind(Exchange exchange, Finding finding) {
        boolean isRefusal =
                exchange.status().filter(status -> status / 100 == 2).isEmpty();
        return exchange.request().purpose().api() + "|"
                + exchange.request().purpose().inWords() + "|" + exchange.outcomeInWords() + "|"
                + (isRefusal ? "" : finding.actual());
    }

    private static String signature(List<Found> alike) {
        Set<String> parts = new TreeSet<>();
        alike.forEach(found -> parts.add(signature(found)));
        return parts.stream().collect(Collectors.joining("\n"));
    }

    private static String signature(Found found) {
        Finding finding = found.located().finding();
        String apart = finding.evidence().isEmpty() ? finding.message() : "";
        return finding.requirement() + "|" + finding.outcome() + "|" + finding.expected() + "|" + finding.actual() + "|"
                + apart;
    }
}
