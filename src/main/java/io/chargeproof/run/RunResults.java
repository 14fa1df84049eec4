package io.chargeproof.run;

import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What was executed and judged, as far as conclusions are drawn from it.
 *
 * @param scenarios what was executed, with what was found in it
 * @param judgements how many judgements were made on each requirement
 * @param observations what was observed, by requirement
 */
public record RunResults(
        List<ScenarioResult> scenarios,
        Map<RequirementId, Integer> judgements,
        Map<RequirementId, List<String>> observations) {
    public RunResults {
        scenarios = List.copyOf(scenarios);
        judgements = Map.copyOf(judgements);
        observations = Map.copyOf(observations);
    }

    static RunResults of(List<ScenarioRecorder.Recorded> recorded) {
        Map<RequirementId, Integer> judgements = new TreeMap<>();
        Map<RequirementId, List<String>> observations = new TreeMap<>();
        for (ScenarioRecorder.Recorded each : recorded) {
            each.findings().judgements().forEach((id, count) -> judgements.merge(id, count, Integer::sum));
            each.findings()
                    .observations()
                    .forEach((id, words) -> observations
                            .computeIfAbsent(id, requirement -> new ArrayList<>())
                            .addAll(words));
        }
        return new RunResults(
                recorded.stream().map(ScenarioRecorder.Recorded::result).toList(), judgements, observations);
    }

    /** The same with each excused breach as waived. */
    RunResults excusing(Predicate<LocatedFinding> isExcused) {
        return new RunResults(
                scenarios.stream()
                        .map(scenario -> Waivers.excuse(scenario, isExcused))
                        .toList(),
                judgements,
                observations);
    }
}
