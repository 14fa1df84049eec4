package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.requirement.RequirementId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A scenario in {@code conformance.json}; its findings stand there under their requirements. */
final class ScenarioJson {
    private ScenarioJson() {}

    static void put(ScenarioResult scenario, ObjectNode into) {
        into.put("name", scenario.name()).put("location", scenario.location());
        ArrayNode requirements = into.putArray("requirements");
        scenario.requirements().forEach(id -> requirements.add(id.value()));
        into.put("own", scenario.isOwn())
                .put("outcome", scenario.outcome().label())
                .put("duration-ms", scenario.duration().toMillis())
                .put("api", scenario.api())
                .put("feature", scenario.feature())
                .put("rule", scenario.rule());
        Json.strings(into.putArray("tags"), scenario.tags());
        into.put("ending", scenario.ending().label())
                .put("reason", scenario.reason())
                .put("started", scenario.started().toString());
        ArrayNode steps = into.putArray("steps");
        scenario.steps()
                .forEach(step -> steps.addObject()
                        .put("text", step.text())
                        .put("status", step.status())
                        .put("duration-ms", BigDecimal.valueOf(step.duration().toNanos() / 1000, 3)));
        ArrayNode exchanges = into.putArray("exchanges");
        scenario.exchanges().forEach(exchanges::add);
        Json.strings(into.putArray("observations"), scenario.observations());
    }

    /** Reads a scenario in which these findings were made. */
    static ScenarioResult read(JsonNode node, List<Finding> findings) {
        String outcome = node.required("outcome").asString();
        Instant started = Instant.parse(node.required("started").asString());
        return new ScenarioResult(
                node.required("name").asString(),
                node.required("location").asString(),
                node.required("api").asString(),
                node.required("feature").asString(),
                node.required("rule").asString(),
                strings(node.required("requirements")).stream()
                        .map(RequirementId::new)
                        .toList(),
                strings(node.required("tags")),
                HistoryLine.outcome(outcome),
                HistoryLine.outcome(node.path("ending").asString(outcome)),
                node.required("reason").asStringOpt().orElse(null),
                started,
                Duration.ofMillis(node.required("duration-ms").asLong()),
                steps(node.required("steps"), started),
                node.required("exchanges").valueStream().map(JsonNode::asLong).toList(),
                findings,
                strings(node.required("observations")));
    }

    // One follows on the other, so their beginnings needn't be written.
    private static List<ScenarioResult.Step> steps(JsonNode list, Instant started) {
        List<ScenarioResult.Step> steps = new ArrayList<>();
        Instant next = started;
        for (JsonNode node : list) {
            Duration duration = Duration.ofNanos(
                    node.required("duration-ms").asDecimal().movePointRight(6).longValue());
            steps.add(new ScenarioResult.Step(
                    node.required("text").asString(), node.required("status").asString(), next, duration));
            next = next.plus(duration);
        }
        return steps;
    }

    static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
