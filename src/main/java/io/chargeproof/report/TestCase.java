package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One case as the formats of test tools know it: a scenario, or a requirement whose outcome no scenario shows.
 *
 * @param suite the feature's name
 * @param name what it is about
 * @param location where it stands, as {@code features/….feature:12}, or empty
 * @param requirements the requirements that it decides
 * @param tags its tags, with their {@code @}
 * @param outcome what was found
 * @param status what test tools have in its place
 * @param message why it isn't plainly passed, in a line, or empty
 * @param details the same in full, or empty
 * @param started when it began
 * @param duration how long it took
 * @param steps its steps
 */
record TestCase(
        String suite,
        String name,
        String location,
        List<RequirementId> requirements,
        List<String> tags,
        Outcome outcome,
        TestStatus status,
        String message,
        String details,
        Instant started,
        Duration duration,
        List<ScenarioResult.Step> steps) {

    /** The same under another name. */
    TestCase called(String other) {
        return new TestCase(
                suite,
                other,
                location,
                requirements,
                tags,
                outcome,
                status,
                message,
                details,
                started,
                duration,
                steps);
    }

    /** The file in which it stands, or empty. */
    String file() {
        int colon = location.lastIndexOf(':');
        return colon < 0 ? location : location.substring(0, colon);
    }

    /** The line on which it stands, from 1, or 0. */
    int line() {
        String line = location.substring(location.lastIndexOf(':') + 1);
        return line.matches("[0-9]{1,6}") ? Integer.parseInt(line) : 0;
    }
}
