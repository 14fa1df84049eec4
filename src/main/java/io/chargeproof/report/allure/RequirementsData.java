package io.chargeproof.report.allure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.report.Headline;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.RepeatText;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import io.qameta.allure.Aggregator2;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The data of the tab Requirements: every requirement by area, its outcome, its strength, and what decides it. */
final class RequirementsData implements Aggregator2 {
    static final String FILE = "data/requirements.json";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_FINDINGS = 20;
    private static final List<Outcome> GRAVEST_FIRST = List.of(
            Outcome.VIOLATION,
            Outcome.HARNESS_ERROR,
            Outcome.INCONCLUSIVE,
            Outcome.NOT_TESTED,
            Outcome.WARNING,
            Outcome.WAIVED);

    private final RedactedReport report;

    RequirementsData(RedactedReport report) {
        this.report = report;
    }

    @Override
    public void aggregate(Configuration configuration, List<LaunchResults> launches, ReportStorage storage) {
        ScenarioLinks links = new ScenarioLinks(report, launches);
        storage.addDataBinary(FILE, JSON.writeValueAsString(data(links)).getBytes(UTF_8));
    }

    private ObjectNode data(ScenarioLinks links) {
        ObjectNode data = JSON.createObjectNode().put("headline", Headline.of(report.report()));
        data.put("verdict", report.report().verdict().label());
        Map<String, List<Integer>> places = links.placesByLocation();
        Map<String, ArrayNode> areas = new LinkedHashMap<>();
        ArrayNode list = data.putArray("areas");
        for (RequirementResult result : brokenFirst()) {
            RequirementId id = result.requirement().id();
            String area = ApiTitles.ofArea(id);
            ArrayNode rows = areas.computeIfAbsent(
                    area, title -> list.addObject().put("title", title).putArray("requirements"));
            putRow(result, places, rows.addObject());
        }
        links.putAll(data.putArray("scenarios"));
        return data;
    }

    /** The areas in which something is broken or open, then the others; and so within each. */
    private List<RequirementResult> brokenFirst() {
        Map<String, Integer> worst = new HashMap<>();
        report.report().requirements().forEach(result -> worst.merge(area(result), rank(result), Math::min));
        return report.report().requirements().stream()
                .sorted(Comparator.comparing((RequirementResult result) -> worst.getOrDefault(area(result), 0))
                        .thenComparing(RequirementsData::area, Comparator.comparing(order()::indexOf))
                        .thenComparing(RequirementsData::rank))
                .toList();
    }

    private List<String> order() {
        return report.report().requirements().stream()
                .map(RequirementsData::area)
                .distinct()
                .toList();
    }

    private static String area(RequirementResult result) {
        return ApiTitles.ofArea(result.requirement().id());
    }

    /** What needs nobody's attention is alike. */
    private static int rank(RequirementResult result) {
        int place = GRAVEST_FIRST.indexOf(result.outcome());
        return place < 0 ? GRAVEST_FIRST.size() : place;
    }

    private void putRow(RequirementResult result, Map<String, List<Integer>> places, ObjectNode into) {
        Requirement requirement = result.requirement();
        into.put("id", requirement.id().value())
                .put("level", requirement.level().name())
                .put("statement", requirement.statement())
                .put("source", requirement.source())
                .put("decision", requirement.decision())
                .put("lookAt", requirement.lookAt())
                .put("outcome", result.outcome().label())
                .put("reason", result.reason())
                .put("checks", result.checks())
                .put("observation", String.join("; ", result.observations()))
                .put("trend", report.trend(requirement.id()));
        if (result.strength() != null) {
            into.putObject("strength")
                    .put("caught", result.strength().caught())
                    .put("defects", result.strength().defects());
        }
        ArrayNode findings = into.putArray("findings");
        result.findings().stream().limit(MOST_FINDINGS).forEach(each -> putFinding(each, findings.addObject()));
        into.put("moreFindings", Math.max(0, result.findings().size() - MOST_FINDINGS));
        putScenarios(result, places, into.putArray("scenarios"));
    }

    private void putFinding(LocatedFinding located, ObjectNode into) {
        Finding finding = located.finding();
        into.put("outcome", finding.outcome().label())
                .put("message", finding.message())
                .put("expected", finding.expected())
                .put("actual", finding.actual())
                .put("repeated", RepeatText.of(finding.repeat()));
        ArrayNode requests = into.putArray("requests");
        report.requests(finding)
                .forEach(each -> requests.addObject()
                        .put("curl", each.command())
                        .put("answer", String.join("\n", each.answer())));
    }

    // A scenario that this run didn't execute has no place, and so its location stands for it.
    private static void putScenarios(RequirementResult result, Map<String, List<Integer>> places, ArrayNode into) {
        for (String location : result.scenarios()) {
            List<Integer> found = places.getOrDefault(location, List.of());
            found.forEach(into::add);
            if (found.isEmpty()) {
                into.add(location);
            }
        }
    }
}
