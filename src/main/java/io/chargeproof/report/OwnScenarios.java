package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import java.util.List;

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
