package io.chargeproof.report.allure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.report.RunReport;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.report.SyntheticScenarios;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A scenario, or what stands in for one, and what identifies it over all runs.
 *
 * @param scenario the scenario
 * @param historyId made of requirements and name, so that moving lines keeps the history; unique within a run, or
 *     one scenario would pass for another's retry
 */
record Case(ScenarioResult scenario, String historyId) {
    static List<Case> all(RunReport report) {
        Map<String, Integer> seen = new HashMap<>();
        return Stream.concat(report.scenarios().stream(), SyntheticScenarios.of(report).stream())
                .map(scenario -> {
                    String key = scenario.api() + "|" + scenario.requirements() + "|" + scenario.name();
                    int times = seen.merge(key, 1, Integer::sum);
                    return new Case(scenario, hash(times == 1 ? key : key + "|" + times));
                })
                .toList();
    }

    private static String hash(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString();
    }
}
