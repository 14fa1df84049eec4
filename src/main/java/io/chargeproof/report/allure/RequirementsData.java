package io.chargeproof.report.allure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.check.Finding;
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
        for (RequirementResult result : report.report().requirements()) {
            RequirementId id = result.requirement().id();
            String area = ApiTitles.ofArea(id);
            ArrayNode rows = areas.computeIfAbsent(
                    area, title -> list.addObject().put("title", title).putArray("requirements"));
            putRow(result, places, rows.addObject());
        }
        links.putAll(data.putArray("scenarios"));
        return data;
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
