package io.chargeproof.run;

import io.chargeproof.api.ApiModules;
import java.io.File;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** Has Cucumber execute the selected scenarios, in parallel but for those that use the same test user. */
final class Execution {
    private static final String LAST = "@last";

    private final RunOptions options;

    Execution(RunOptions options) {
        this.options = options;
    }

    /**
     * Executes the scenarios; the run's equipment takes down how they go. Those that look back at what the run has done, or
     * use up what others need, and so bear the tag {@code @last}, come after all others.
     */
    void execute(List<SelectedScenario> selected, GlueContext equipment) {
        CurrentRun.begin(equipment);
        try {
            executeNow(selected.stream().filter(scenario -> !scenario.has(LAST)).toList());
            executeNow(selected.stream().filter(scenario -> scenario.has(LAST)).toList());
        } finally {
            CurrentRun.end();
        }
    }

    private void executeNow(List<SelectedScenario> some) {
        if (some.isEmpty()) {
            return;
        }
        Set<String> ids = new HashSet<>();
        some.forEach(scenario -> ids.add(scenario.uniqueId()));
        Failures failures = new Failures();
        Discovery.launcher().execute(request(some, ids), failures);
        failures.rethrow();
    }

    /** Only the files with selected scenarios are read again: most of a short run would be spent on the others. */
    private LauncherDiscoveryRequest request(List<SelectedScenario> selected, Set<String> ids) {
        PostDiscoveryFilter chosen = descriptor -> isChosen(descriptor, ids);
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selected.stream()
                        .map(SelectedScenario::uri)
                        .distinct()
                        .map(uri -> DiscoverySelectors.selectFile(new File(uri)))
                        .toList())
                .filters(chosen)
                .configurationParameters(parameters())
                .build();
    }

    private static FilterResult isChosen(TestDescriptor descriptor, Set<String> ids) {
        return FilterResult.includedIf(
                !descriptor.isTest() || ids.contains(descriptor.getUniqueId().toString()));
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        StringBuilder glue = new StringBuilder(String.join(",", Sentences.SHIPPED));
        options.glue().forEach(own -> glue.append(',').append(own));
        parameters.put("cucumber.glue", glue.toString());
        parameters.put("cucumber.plugin", RecorderPlugin.class.getName());
        parameters.put("cucumber.object-factory", ScenarioObjectFactory.class.getName());
        parameters.put("cucumber.publish.quiet", "true");
        parameters.put("cucumber.execution.parallel.enabled", String.valueOf(options.threads() > 1));
        parameters.put("cucumber.execution.parallel.config.strategy", "fixed");
        parameters.put("cucumber.execution.parallel.config.fixed.parallelism", String.valueOf(options.threads()));
        parameters.put("cucumber.execution.parallel.config.fixed.max-pool-size", String.valueOf(options.threads()));
        ApiModules.all()
                .forEach(module -> module.locks()
                        .forEach((tag, resource) -> parameters.put(
                                "cucumber.execution.exclusive-resources." + tag + ".read-write", resource)));
        return parameters;
    }

    /** A container that fails takes its scenarios with it, unseen by Cucumber's own events. */
    private static final class Failures implements TestExecutionListener {
        private volatile @Nullable Throwable first;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isContainer() && result.getStatus() == TestExecutionResult.Status.FAILED && first == null) {
                first = result.getThrowable()
                        .orElseGet(() -> new IllegalStateException(test.getDisplayName() + " failed"));
            }
        }

        void rethrow() {
            Throwable failure = first;
            if (failure != null) {
                throw new IllegalStateException("Cucumber failed: " + failure.getMessage(), failure);
            }
        }
    }
}
