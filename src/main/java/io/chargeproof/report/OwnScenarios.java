package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the scenarios of one's own went, which name no requirement.
 *
 * @param count how many there are
 * @param failed how many found the target wrong
 * @param undecided how many said nothing of the target
 */
record OwnScenarios(int count, int failed, int undecided) {
    static OwnScenarios of(RunReport report) {
        List<Outcome> outcomes = report.scenarios().stream()
                .filter(ScenarioResult::isOwn)
                .map(ScenarioResult::outcome)
                .toList();
        int failed = (int) outcomes.stream().filter(Outcome::isBreach).count();
        int decided = (int) outcomes.stream()
                .filter(outcome -> outcome.isDecided() || outcome == Outcome.OUT_OF_SCOPE)
                .count();
        return new OwnScenarios(outcomes.size(), failed, outcomes.size() - decided);
    }

    /**
     * What came of each, by its name and its file: a line that was added above it makes no other scenario of it. Of several
     * that are called the same the gravest counts, as of an outline whose values aren't in its name.
     */
    static SortedMap<String, Outcome> outcomes(List<ScenarioResult> scenarios) {
        SortedMap<String, Outcome> outcomes = new TreeMap<>();
        scenarios.stream()
                .filter(ScenarioResult::isOwn)
                .forEach(each -> outcomes.merge(name(each), each.outcome(), OwnScenarios::graver));
        return outcomes;
    }

    private static String name(ScenarioResult scenario) {
        String place = scenario.location();
        return "own scenario '" + scenario.name() + "' (" + place.substring(0, place.lastIndexOf(':')) + ")";
    }

    private static Outcome graver(Outcome one, Outcome other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Such as {@code 2 own scenarios: 1 failed}; empty where there are none. */
    String inWords() {
        if (count == 0) {
            return "";
        }
        String some = count + (count == 1 ? " own scenario: " : " own scenarios: ");
        if (failed == 0 && undecided == 0) {
            return some + "none failed";
        }
        return some
                + (failed > 0 ? failed + " failed" : "")
                + (failed > 0 && undecided > 0 ? ", " : "")
                + (undecided > 0 ? undecided + " undecided" : "");
    }
}
