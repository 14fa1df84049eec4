package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.Apis;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code conformance.json}, the truth that every other form repeats. */
final class ConformanceJson {
    static final String SCHEMA = "chargeproof/conformance/2";
    private static final List<Outcome> COUNTED = List.of(
            Outcome.CONFORMS,
            Outcome.VIOLATION,
            Outcome.WARNING,
            Outcome.OBSERVATION,
            Outcome.INCONCLUSIVE,
            Outcome.NOT_TESTED,
            Outcome.WAIVED,
            Outcome.HARNESS_ERROR,
            Outcome.OUT_OF_SCOPE);

    private final RedactedReport redacted;
    private final RunReport report;

    private ConformanceJson(RedactedReport redacted) {
        this.redacted = redacted;
        this.report = redacted.report();
    }

    static String of(RedactedReport report) {
        return Json.pretty(new ConformanceJson(report).root());
    }

    /** How many requirements have each outcome, by the outcomes' names. */
    static void putCounts(RunReport report, ObjectNode into) {
        COUNTED.forEach(outcome -> into.put(outcome.label(), report.counts().getOrDefault(outcome, 0L)));
    }

    private ObjectNode root() {
        ObjectNode root = Json.object();
        root.put("schema", SCHEMA);
        putRun(root.putObject("run"));
        putScope(report.scope(), root.putObject("scope"));
        putTarget(report.target(), root.putObject("target"));
        root.put("verdict", report.verdict().label()).put("exit-code", report.exitCode());
        putCounts(report, root.putObject("counts"));
        putOwnScenarios(root.putObject("own-scenarios"));
        ArrayNode requirements = root.putArray("requirements");
        report.requirements().forEach(each -> putRequirement(each, requirements.addObject()));
        ArrayNode findings = root.putArray("findings");
        redacted.causes().forEach(each -> FindingJson.put(redacted, each, findings.addObject()));
        putCodes(root.putObject("codes"));
        putExchanges(root.putObject("exchanges"));
        Json.strings(root.putArray("leftovers"), report.leftovers());
        ArrayNode scenarios = root.putArray("scenarios");
        report.scenarios().forEach(each -> ScenarioJson.put(each, scenarios.addObject()));
        Json.strings(root.putArray("notices"), report.notices());
        ArrayNode waivers = root.putArray("waivers");
        report.waivers()
                .forEach(each -> waivers.addObject()
                        .put("requirement", each.requirement().value())
                        .put("reason", each.reason())
                        .put("needed", each.needed()));
        return root;
    }

    private void putRun(ObjectNode into) {
        RunReport.Run run = report.run();
        into.put("id", run.id())
                .put("started", run.started().toString())
                .put("finished", run.finished().toString())
                .put("version", run.version())
                .put("commit", run.commit())
                .put("seed", run.seed())
                .put("depth", run.depth())
                .put("ended", run.ended().label());
    }

    static void putScope(RunReport.Scope scope, ObjectNode into) {
        into.put("text", scope.text())
                .put("side", scope.side())
                .put("must", scope.must())
                .put("decided", scope.decided())
                .put("tags", scope.tags())
                .put("shard", scope.shard())
                .put("read-only", scope.readOnly())
                .put("rerun", scope.rerun())
                .put("fail-on", scope.failOnWarning() ? "warning" : null);
    }

    static void putTarget(RunReport.Target target, ObjectNode into) {
        into.put("name", target.name()).put("kind", target.kind());
        ObjectNode apis = into.putObject("apis");
        target.addresses().forEach(apis::put);
    }

    /** Scenarios that decide no requirement. */
    private void putOwnScenarios(ObjectNode into) {
        OwnScenarios own = OwnScenarios.of(report);
        into.put("count", own.count()).put("failed", own.failed()).put("undecided", own.undecided());
    }

    private void putRequirement(RequirementResult result, ObjectNode into) {
        into.put("id", result.requirement().id().value())
                .put("level", result.requirement().level().name())
                .put("subject", result.requirement().id().subject())
                .put("statement", result.requirement().statement())
                .put("source", result.requirement().source())
                .put("decision", result.requirement().decision())
                .put("look-at", result.requirement().lookAt())
                .put("undecidable", result.requirement().undecidable())
                .put("outcome", result.outcome().label())
                .put("reason", result.reason())
                .put("checks", result.checks());
        putStrength(result.strength(), into);
        Json.strings(into.putArray("scenarios"), result.scenarios());
        ArrayNode findings = into.putArray("findings");
        redacted.causes().stream()
                .filter(cause ->
                        cause.requirements().contains(result.requirement().id()))
                .forEach(cause -> findings.add(cause.id()));
        Json.strings(into.putArray("observations"), result.observations());
    }

    private static void putStrength(RequirementResult.@Nullable Strength strength, ObjectNode into) {
        if (strength == null) {
            into.putNull("strength");
        } else {
            into.putObject("strength").put("caught", strength.caught()).put("defects", strength.defects());
        }
    }

    private void putCodes(ObjectNode into) {
        Apis.all().forEach(api -> into.putArray(api.label()));
        AnswerCodes.of(report.exchanges()).forEach((code, numbers) -> {
            if (into.get(code.api()) instanceof ArrayNode rows) {
                ObjectNode row =
                        rows.addObject().put("operation", code.operation()).put("status", code.status());
                Apis.resultCodes(code.api()).ifPresent(codes -> row.put("result-code", code.resultCode()));
                row.put("count", numbers.size());
            }
        });
    }

    private void putExchanges(ObjectNode into) {
        ExchangeStatistics statistics = ExchangeStatistics.of(report.exchanges());
        into.put("count", statistics.count()).put("retried", statistics.retried());
        into.putObject("duration-ms")
                .put("p50", statistics.p50())
                .put("p95", statistics.p95())
                .put("max", statistics.max());
        HistoryLine.putLatencies(Latency.byOperation(report.exchanges()), into.putObject("by-operation"));
    }
}
