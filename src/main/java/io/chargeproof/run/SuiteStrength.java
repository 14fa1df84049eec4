package io.chargeproof.run;

import io.chargeproof.report.RequirementResult.Strength;
import io.chargeproof.requirement.RequirementId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many of the defects that break each requirement the shipped suite caught when it was last proven. */
final class SuiteStrength {
    private static final Map<RequirementId, Strength> STRENGTH = read();

    private SuiteStrength() {}

    /** The strength of a requirement's scenarios; none where no defect breaks it. */
    static @Nullable Strength strengthOf(RequirementId id) {
        return STRENGTH.get(id);
    }

    private static Map<RequirementId, Strength> read() {
        try (InputStream in = SuiteStrength.class.getResourceAsStream("/prove/strength.json")) {
            return in == null
                    ? Map.of()
                    : strengths(JsonMapper.shared().readTree(in).required("requirements"));
        } catch (IOException e) {
            throw new UncheckedIOException("prove/strength.json can't be read", e);
        }
    }

    private static Map<RequirementId, Strength> strengths(JsonNode requirements) {
        Map<RequirementId, Strength> strengths = new HashMap<>();
        requirements.forEachEntry((id, entry) -> {
            int caught = entry.required("caught").size();
            strengths.put(
                    new RequirementId(id),
                    new Strength(caught, caught + entry.required("survived").size()));
        });
        return strengths;
    }
}
