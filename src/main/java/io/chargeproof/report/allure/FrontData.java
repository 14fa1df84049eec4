package io.chargeproof.report.allure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.check.Outcome;
import io.chargeproof.report.Headline;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.Undecided;
import io.chargeproof.requirement.RequirementLevel;
import io.qameta.allure.Aggregator2;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The data of the first page: the verdict, what is broken and since when, what is open and why, and counts. */
final class FrontData implements Aggregator2 {
    static final String FILE = "widgets/verdict.json";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 10;

    private final RedactedReport redacted;
    private final RunReport report;

    FrontData(RedactedReport report) {
        this.redacted = report;
        this.report = report.report();
    }

    @Override
    public void aggregate(Configuration configuration, List<LaunchResults> launches, ReportStorage storage) {
        storage.addDataBinary(FILE, JSON.writeValueAsString(data()).getBytes(UTF_8));
    }

    private ObjectNode data() {
        ObjectNode data = JSON.createObjectNode()
                .put("verdict", report.verdict().label())
                .put("scope", Headline.scope(report))
                .put(
                        "target",
                        "target " + report.target().name() + ", run "
                                + report.run().id() + " of "
                                + report.run().started().truncatedTo(ChronoUnit.SECONDS))
                .put("trend", !redacted.comparableRuns().isEmpty());
        ArrayNode levels = data.putArray("levels");
        Stream.of(RequirementLevel.values()).forEach(level -> levels.add(level.name()));
        putCounts(data.putArray("counts"));
        List<RequirementResult> broken = Stream.of(Outcome.VIOLATION, Outcome.WARNING)
                .flatMap(outcome -> results(outcome).stream())
                .toList();
        ArrayNode shown = data.putArray("broken");
        broken.stream().limit(MOST).forEach(result -> putBroken(result, shown.addObject()));
        data.put("moreBroken", Math.max(0, broken.size() - MOST));
        ArrayNode open = data.putArray("open");
        Stream.of(Outcome.HARNESS_ERROR, Outcome.INCONCLUSIVE, Outcome.NOT_TESTED)
                .flatMap(outcome -> Undecided.of(report, outcome).stream())
                .forEach(each -> open.addObject()
                        .put("outcome", each.outcome().label())
                        .put("reason", each.reason())
                        .put("which", each.which()));
        return data;
    }

    private void putCounts(ArrayNode rows) {
        for (Outcome outcome : Outcome.values()) {
            List<RequirementResult> results = results(outcome);
            if (!results.isEmpty()) {
                ObjectNode row = rows.addObject().put("outcome", outcome.label());
                ArrayNode counts = row.putArray("counts");
                for (RequirementLevel level : RequirementLevel.values()) {
                    counts.add(results.stream()
                            .filter(result -> result.requirement().level() == level)
                            .count());
                }
            }
        }
    }

    private void putBroken(RequirementResult result, ObjectNode into) {
        into.put("id", result.requirement().id().value())
                .put("level", result.requirement().level().name())
                .put("outcome", result.outcome().label())
                .put("statement", result.requirement().statement())
                .put("since", redacted.since(result.requirement().id()));
        result.findings().stream()
                .findFirst()
                .ifPresent(located -> into.put(
                        "message",
                        located.finding().message() + ": expected "
                                + located.finding().expected() + ", got "
                                + located.finding().actual()));
    }

    private List<RequirementResult> results(Outcome outcome) {
        return report.requirements().stream()
                .filter(result -> result.outcome() == outcome)
                .toList();
    }
}
