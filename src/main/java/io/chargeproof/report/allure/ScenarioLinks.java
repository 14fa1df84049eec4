package io.chargeproof.report.allure;

import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ScenarioResult;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.entity.TestResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/** The scenarios as the tabs list them, with what leads to each one's page. */
final class ScenarioLinks {
    private final List<Case> cases;
    private final Map<String, String> uidsByHistoryId = new HashMap<>();

    ScenarioLinks(RedactedReport report, List<LaunchResults> launches) {
        this.cases = Case.all(report.report());
        for (LaunchResults launch : launches) {
            for (TestResult result : launch.getAllResults()) {
                uidsByHistoryId.put(result.getHistoryId(), result.getUid());
            }
        }
    }

    /** Adds every scenario; the others refer to them by their place in this list. */
    void putAll(ArrayNode into) {
        for (Case each : cases) {
            ScenarioResult scenario = each.scenario();
            into.addObject()
                    .put("name", scenario.name())
                    .put("location", scenario.location())
                    .put("outcome", scenario.outcome().label())
                    .put("uid", uidsByHistoryId.get(each.historyId()));
        }
    }

    /** The places of the scenarios that made an exchange, by its number. */
    Map<Long, Integer> placesByExchange() {
        Map<Long, Integer> places = new HashMap<>();
        for (int place = 0; place < cases.size(); place++) {
            for (Long number : cases.get(place).scenario().exchanges()) {
                places.put(number, place);
            }
        }
        return places;
    }

    /** The places of the scenarios that stand at a location; several for one written with a table of examples. */
    Map<String, List<Integer>> placesByLocation() {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int place = 0; place < cases.size(); place++) {
            places.computeIfAbsent(cases.get(place).scenario().location(), location -> new ArrayList<>())
                    .add(place);
        }
        return places;
    }
}
