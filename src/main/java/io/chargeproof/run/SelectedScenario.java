package io.chargeproof.run;

import io.chargeproof.requirement.RequirementId;
import java.net.URI;
import java.util.List;

/**
 * A scenario that may be executed.
 *
 * @param uniqueId its ID on the JUnit Platform
 * @param name its name, values of an outline filled in
 * @param uri its file
 * @param line where it stands in it; of an outline, the row of its values
 * @param position its place among all scenarios
 * @param location where it stands, as {@code features/….feature:12}
 * @param feature the name of its feature
 * @param rule the text of its rule, empty without one
 * @param api the interface it is about, empty for neither
 * @param tags all its tags, with their {@code @}
 * @param requirements the requirements it is tagged with
 */
record SelectedScenario(
        String uniqueId,
        String name,
        URI uri,
        int line,
        int position,
        String location,
        String feature,
        String rule,
        String api,
        List<String> tags,
        List<RequirementId> requirements) {
    SelectedScenario {
        tags = List.copyOf(tags);
        requirements = List.copyOf(requirements);
    }

    boolean has(String tag) {
        return tags.contains(tag);
    }
}
