package io.chargeproof.run;

import io.chargeproof.api.UsageException;
import io.chargeproof.requirement.RequirementCatalogue;
import java.nio.file.Path;
import java.util.List;

/** The scenarios in a folder of feature files, read once for as many runs as use them. */
public final class Suite {
    private final List<SelectedScenario> scenarios;
    private final StepCheck steps;

    private Suite(List<SelectedScenario> scenarios, StepCheck steps) {
        this.scenarios = List.copyOf(scenarios);
        this.steps = steps;
    }

    /**
     * Reads the scenarios of a folder.
     *
     * @throws UsageException if it can't be read, has none, or has one with the tag of an unknown requirement
     */
    public static Suite in(Path features, RequirementCatalogue catalogue) {
        Discovery discovery = new Discovery(features, catalogue);
        return new Suite(discovery.scenarios(), new StepCheck(discovery.sources()));
    }

    /** Where the scenarios stand, as {@code features/….feature:12}, in the order of the files. */
    public List<String> locations() {
        return scenarios.stream().map(SelectedScenario::location).toList();
    }

    /** Whether any scenario bears a tag, given with its {@code @}. */
    public boolean bears(String tag) {
        return scenarios.stream().anyMatch(scenario -> scenario.has(tag));
    }

    /**
     * Looks for what can't be executed, or would prove nothing, in scenarios that are about to be executed.
     *
     * @throws UsageException naming file and line, or the glue that can't be used
     */
    void check(List<SelectedScenario> selected, List<String> glue) {
        steps.check(selected, glue);
    }

    List<SelectedScenario> scenarios() {
        return scenarios;
    }
}
