package io.chargeproof.run;

import io.chargeproof.steps.ScenarioRegister;
import java.util.List;

/**
 * What a run gives to Cucumber.
 *
 * @param components what is injected into step definitions beside what belongs to each scenario
 * @param register the scopes of its scenarios
 * @param recorder what takes down how scenarios went
 */
record Equipment(List<Object> components, ScenarioRegister register, ScenarioRecorder recorder) {
    Equipment {
        components = List.copyOf(components);
    }
}
