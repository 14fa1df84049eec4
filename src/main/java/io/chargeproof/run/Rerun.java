package io.chargeproof.run;

import io.chargeproof.api.UsageException;
import io.chargeproof.check.Outcome;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.ScenarioResult;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of an earlier run is executed again: whatever didn't conform. A scenario is known by where it stands; one that has
 * moved since, by the tags of its requirements.
 *
 * @param run the earlier run's ID
 * @param tagsByLocation the tags of each scenario to execute, by its location
 * @param knownByLocation the tags of every scenario that the earlier run executed, by its location
 * @param requirements the requirements of which every scenario is executed, each with its {@code @}
 */
public record Rerun(
        String run,
        Map<String, Set<String>> tagsByLocation,
        Map<String, Set<String>> knownByLocation,
        Set<String> requirements) {
    public Rerun {
        tagsByLocation = Map.copyOf(tagsByLocation);
        knownByLocation = Map.copyOf(knownByLocation);
        requirements = Set.copyOf(requirements);
    }

    /**
     * What an earlier run leaves to do.
     *
     * @throws UsageException if nothing is left
     */
    public static Rerun of(RecordedRun earlier) {
        RunReport report = earlier.report();
        Map<String, Set<String>> failed = new HashMap<>();
        Map<String, Set<String>> known = new HashMap<>();
        for (ScenarioResult scenario : report.scenarios()) {
            known.put(scenario.location(), new TreeSet<>(scenario.tags()));
            if (isOpen(scenario.outcome())) {
                failed.put(scenario.location(), new TreeSet<>(scenario.tags()));
            }
        }
        Set<String> requirements = new HashSet<>();
        report.requirements().stream()
                .filter(result ->
                        isOpen(result.outcome()) && failed.keySet().stream().noneMatch(isAbout(result)))
                .forEach(result -> requirements.add("@" + result.requirement().id()));
        if (failed.isEmpty() && requirements.isEmpty()) {
            throw new UsageException(
                    "--rerun: everything that run " + report.run().id()
                            + " executed conformed, so nothing is left to run again; leave --rerun out to run it all");
        }
        return new Rerun(report.run().id(), failed, known, requirements);
    }

    /** Whether a scenario that stands there and bears these tags is executed. */
    boolean includes(String location, List<String> tags) {
        Set<String> now = new TreeSet<>(tags);
        if (now.stream().anyMatch(requirements::contains)) {
            return true;
        }
        if (now.equals(knownByLocation.get(location))) {
            return tagsByLocation.containsKey(location);
        }
        return tagsByLocation.containsValue(now);
    }

    private static java.util.function.Predicate<String> isAbout(RequirementResult result) {
        Set<String> locations = new HashSet<>(result.scenarios());
        result.findings().forEach(located -> locations.add(located.scenario()));
        return locations::contains;
    }

    private static boolean isOpen(Outcome outcome) {
        return switch (outcome) {
            case VIOLATION, HARNESS_ERROR, INCONCLUSIVE, NOT_TESTED, WARNING -> true;
            case WAIVED, OBSERVATION, CONFORMS, OUT_OF_SCOPE -> false;
        };
    }
}
