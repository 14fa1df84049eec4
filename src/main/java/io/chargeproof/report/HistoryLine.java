package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One line of {@code history.jsonl}: what became of a run. */
final class HistoryLine {
    private HistoryLine() {}

    static String of(RunReport report, Path directory) {
        RunReport.Run run = report.run();
        RunOutline outline = RunOutline.of(report, String.valueOf(directory.getFileName()));
        ObjectNode line = Json.object()
                .put("run", run.id())
                .put("directory", outline.directory())
                .put("started", run.started().toString())
                .put("finished", run.finished().toString())
                .put("version", run.version())
                .put("seed", run.seed())
                .put("depth", run.depth())
                .put("verdict", report.verdict().label())
                .put("exit-code", report.exitCode());
        ConformanceJson.putTarget(report.target(), line.putObject("target"));
        ConformanceJson.putScope(report.scope(), line.putObject("scope"));
        ConformanceJson.putCounts(report, line.putObject("counts"));
        line.put("exchanges", report.exchanges().size());
        putOutcomes(outline, line.putObject("outcomes"));
        ObjectNode own = line.putObject("own-scenarios");
        outline.own().forEach((name, outcome) -> own.put(name, outcome.label()));
        ArrayNode codes = line.putArray("codes");
        outline.codes().forEach(code -> putCode(code, codes.addArray()));
        putLatencies(outline.latencies(), line.putObject("duration-ms"));
        return Json.line(line);
    }

    private static void putOutcomes(RunOutline outline, ObjectNode into) {
        for (Map.Entry<RequirementId, Outcome> each : outline.outcomes().entrySet()) {
            String label = each.getValue().label();
            ArrayNode ids = into.has(label) ? (ArrayNode) into.get(label) : into.putArray(label);
            ids.add(each.getKey().value());
        }
    }

    private static void putCode(AnswerCode code, ArrayNode into) {
        into.add(code.api()).add(code.operation()).add(code.status()).add(code.resultCode());
    }

    /** Adds a member for each operation. */
    static void putLatencies(SortedMap<String, Latency> latencies, ObjectNode into) {
        latencies.forEach((operation, latency) -> into.putObject(operation)
                .put("count", latency.count())
                .put("p50", latency.p50())
                .put("p95", latency.p95())
                .put("spread", latency.spread()));
    }

    /** Reads a line; a member that is missing or malformed is an exception of the reader's. */
    static RunOutline read(JsonNode line) {
        SortedMap<RequirementId, Outcome> outcomes = new TreeMap<>();
        line.required("outcomes").forEachEntry((label, ids) -> {
            Outcome outcome = outcome(label);
            ids.valueStream().forEach(id -> outcomes.put(new RequirementId(id.asString()), outcome));
        });
        SortedMap<String, Outcome> own = new TreeMap<>();
        // Lines of earlier versions say nothing of them.
        line.path("own-scenarios").forEachEntry((name, outcome) -> own.put(name, outcome(outcome.asString())));
        SortedSet<AnswerCode> codes = new TreeSet<>();
        line.required("codes").valueStream().forEach(code -> codes.add(code(code)));
        return new RunOutline(
                line.required("run").asString(),
                line.required("directory").asString(),
                Instant.parse(line.required("started").asString()),
                line.required("version").asString(),
                ConformanceReader.target(line.required("target")),
                line.required("depth").asString(),
                line.required("verdict").asString(),
                ConformanceReader.scope(line.required("scope")),
                outcomes,
                own,
                codes,
                latencies(line.required("duration-ms")));
    }

    static SortedMap<String, Latency> latencies(JsonNode operations) {
        SortedMap<String, Latency> latencies = new TreeMap<>();
        operations.forEachEntry((operation, latency) -> latencies.put(
                operation,
                new Latency(
                        latency.required("count").asInt(),
                        latency.required("p50").asDouble(),
                        latency.required("p95").asDouble(),
                        latency.required("spread").asDouble())));
        return latencies;
    }

    /** The outcome of that name. */
    static Outcome outcome(String label) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.label().equals(label)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("'" + label + "' is no outcome");
    }

    private static AnswerCode code(JsonNode code) {
        List<JsonNode> parts = new ArrayList<>(code.valueStream().toList());
        return new AnswerCode(
                parts.get(0).asString(),
                parts.get(1).asString(),
                OutlineReader.number(parts.get(2)),
                OutlineReader.number(parts.get(3)));
    }
}
