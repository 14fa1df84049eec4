package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the outline of a run from its {@code conformance.json}. */
final class OutlineReader {
    private OutlineReader() {}

    static RunOutline read(JsonNode root, Path file) {
        JsonNode run = root.required("run");
        Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        return new RunOutline(
                run.required("id").asString(),
                String.valueOf(directory.getFileName()),
                Instant.parse(run.required("started").asString()),
                run.required("version").asString(),
                ConformanceReader.target(root.required("target")),
                run.required("depth").asString(),
                root.required("verdict").asString(),
                ConformanceReader.scope(root.required("scope")),
                outcomes(root.required("requirements")),
                OwnScenarios.outcomes(root.required("scenarios")
                        .valueStream()
                        .map(node -> ScenarioJson.read(node, List.of()))
                        .toList()),
                codes(root.required("codes")),
                HistoryLine.latencies(root.required("exchanges").required("by-operation")));
    }

    private static SortedMap<RequirementId, Outcome> outcomes(JsonNode requirements) {
        SortedMap<RequirementId, Outcome> outcomes = new TreeMap<>();
        for (JsonNode each : requirements) {
            Outcome outcome = HistoryLine.outcome(each.required("outcome").asString());
            if (outcome != Outcome.OUT_OF_SCOPE) {
                outcomes.put(new RequirementId(each.required("id").asString()), outcome);
            }
        }
        return outcomes;
    }

    private static SortedSet<AnswerCode> codes(JsonNode byApi) {
        SortedSet<AnswerCode> codes = new TreeSet<>();
        byApi.forEachEntry((api, rows) -> rows.forEach(row -> codes.add(new AnswerCode(
                api,
                row.required("operation").asString(),
                number(row.required("status")),
                row.has("result-code") ? number(row.required("result-code")) : null))));
        return codes;
    }

    static @Nullable Integer number(JsonNode node) {
        return node.isNull() ? null : node.asInt();
    }
}
