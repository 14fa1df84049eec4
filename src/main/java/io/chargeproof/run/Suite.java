package io.chargeproof.run;

import io.chargeproof.requirement.RequirementCatalogue;
import java.nio.file.Path;
import java.util.List;

/** The scenarios in a folder of feature files, read once for as many runs as use them. */
public final class Suite {
    private final List<SelectedScenario> scenarios;

    private Suite(List<SelectedScenario> scenarios) {
        this.scenarios = List.copyOf(scenarios);
    }

    /**
     * Reads the scenarios of a folder.
     *
     * @throws UsageException if it can't be read, has none, or has one with the tag of an unknown requirement
     */
    public static Suite in(Path features, RequirementCatalogue catalogue) {
        return new Suite(new Discovery(features, catalogue).scenarios());
    }

    /** Where the scenarios stand, as {@code features/….feature:12}, in the order of the files. */
    public List<String> locations() {
        return scenarios.stream().map(SelectedScenario::location).toList();
    }

    /** Whether any scenario bears a tag, given with its {@code @}. */
    public boolean bears(String tag) {
        return scenarios.stream().anyMatch(scenario -> scenario.has(tag));
    }

    List<SelectedScenario> scenarios() {
        return scenarios;
    }
}
