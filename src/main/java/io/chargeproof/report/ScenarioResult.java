package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scenario that a run executed.
 *
 * @param name its name, values of an outline filled in
 * @param location where it stands, as {@code features/….feature:12}
 * @param api {@code evc-net} or {@code oioi}; empty for a scenario of one's own that is about neither
 * @param feature the name of its feature
 * @param rule the text of its rule, empty without one
 * @param requirements the requirements that it is tagged with
 * @param tags all its tags, with their {@code @}
 * @param outcome the gravest of what was found in it and how it ended
 * @param ending how it ended by itself, whatever was found in it; {@code CONFORMS} where it came to its end
 * @param reason why it wasn't carried out or failed in the harness, where that is so
 * @param started when it began
 * @param duration how long it took
 * @param steps its steps
 * @param exchanges the numbers of the exchanges made in it
 * @param findings what was found in it, standing checks included
 * @param observations what was observed in it
 */
public record ScenarioResult(
        String name,
        String location,
        String api,
        String feature,
        String rule,
        List<RequirementId> requirements,
        List<String> tags,
        Outcome outcome,
        Outcome ending,
        @Nullable String reason,
        Instant started,
        Duration duration,
        List<Step> steps,
        List<Long> exchanges,
        List<Finding> findings,
        List<String> observations) {
    public ScenarioResult {
        requirements = List.copyOf(requirements);
        tags = List.copyOf(tags);
        steps = List.copyOf(steps);
        exchanges = List.copyOf(exchanges);
        findings = List.copyOf(findings);
        observations = List.copyOf(observations);
    }

    /** Whether it is a scenario of one's own: one of a feature file that names no requirement. */
    public boolean isOwn() {
        return requirements.isEmpty() && location.contains(".feature:");
    }

    /** The same with another outcome, due to these findings. */
    public ScenarioResult with(Outcome other, List<Finding> found) {
        return new ScenarioResult(
                name,
                location,
                api,
                feature,
                rule,
                requirements,
                tags,
                other,
                ending,
                reason,
                started,
                duration,
                steps,
                exchanges,
                found,
                observations);
    }

    /** The same under other numbers of its exchanges. */
    public ScenarioResult withExchanges(List<Long> numbers) {
        return new ScenarioResult(
                name,
                location,
                api,
                feature,
                rule,
                requirements,
                tags,
                outcome,
                ending,
                reason,
                started,
                duration,
                steps,
                numbers,
                findings,
                observations);
    }

    /**
     * One step of a scenario.
     *
     * @param text keyword and text
     * @param status how it went: {@code passed}, {@code failed} or {@code skipped}
     * @param started when it began
     * @param duration how long it took
     */
    public record Step(String text, String status, Instant started, Duration duration) {}
}
