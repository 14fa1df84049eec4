package io.chargeproof.runs;

import io.chargeproof.report.ScenarioResult;
import java.io.Serializable;
import java.util.Comparator;

/** Orders scenarios as they stand in their files. */
final class ScenarioOrder implements Comparator<ScenarioResult>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(ScenarioResult one, ScenarioResult other) {
        int byFile = file(one).compareTo(file(other));
        return byFile != 0 ? byFile : Integer.compare(line(one), line(other));
    }

    private static String file(ScenarioResult scenario) {
        return scenario.location().replaceFirst(":\\d+$", "");
    }

    private static int line(ScenarioResult scenario) {
        String line = scenario.location().substring(scenario.location().lastIndexOf(':') + 1);
        return line.matches("\\d{1,9}") ? Integer.parseInt(line) : 0;
    }
}
