package io.chargeproof.run;

import io.chargeproof.scenario.ScenarioRegister;
import java.util.List;

/**
 * What a run gives to Cucumber.
 *
 * @param components what is injected into step definitions beside what belongs to each scenario
 * @param register the scopes of its scenarios
 * @param recorder what takes down how scenarios went
 */
record GlueContext(List<Object> components, ScenarioRegister register, ScenarioRecorder recorder) {
    GlueContext {
        components = List.copyOf(components);
    }
}
