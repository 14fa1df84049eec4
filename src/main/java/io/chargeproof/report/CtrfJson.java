package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code ctrf.json}, the Common Test Report Format, which many CI systems read. */
final class CtrfJson {
    private static final String SPEC_VERSION = "1.0.0";

    private final RunReport report;
    private final List<TestCase> cases;

    private CtrfJson(RedactedReport redacted) {
        this.report = redacted.report();
        this.cases = TestCases.of(redacted);
    }

    static String of(RedactedReport report) {
        return Json.pretty(new CtrfJson(report).root());
    }

    private ObjectNode root() {
        ObjectNode root = Json.object()
                .put("reportFormat", "CTRF")
                .put("specVersion", SPEC_VERSION)
                .put(
                        "reportId",
                        UUID.nameUUIDFromBytes(report.run().id().getBytes(UTF_8))
                                .toString())
                .put("timestamp", report.run().finished().toString())
                .put("generatedBy", "chargeproof");
        ObjectNode results = root.putObject("results");
        results.putObject("tool")
                .put("name", "chargeproof")
                .put("version", report.run().version());
        putSummary(results.putObject("summary"));
        ArrayNode tests = results.putArray("tests");
        cases.forEach(each -> putTest(each, tests.addObject()));
        results.putObject("environment").put("testEnvironment", report.target().name());
        putExtra(results.putObject("extra"));
        return root;
    }

    private void putSummary(ObjectNode into) {
        into.put("tests", cases.size())
                .put("passed", count("passed"))
                .put("failed", count("failed"))
                .put("skipped", count("skipped"))
                .put("pending", 0)
                .put("other", count("other"))
                .put("suites", cases.stream().map(TestCase::suite).distinct().count())
                .put("start", report.run().started().toEpochMilli())
                .put("stop", report.run().finished().toEpochMilli());
    }

    private long count(String status) {
        return cases.stream()
                .filter(each -> status(each.status()).equals(status))
                .count();
    }

    private static void putTest(TestCase each, ObjectNode into) {
        into.put("name", each.name())
                .put("status", status(each.status()))
                .put("duration", each.duration().toMillis())
                .put("start", each.started().toEpochMilli())
                .put("stop", each.started().plus(each.duration()).toEpochMilli());
        into.putArray("suite").add(each.suite());
        putWhy(each, into);
        into.put("rawStatus", each.outcome().label());
        Json.strings(into.putArray("tags"), each.tags());
        if (!each.location().isEmpty()) {
            into.put("filePath", each.file()).put("line", each.line());
        }
        putSteps(each, into.putArray("steps"));
        ArrayNode ids = into.putObject("extra").putArray("requirements");
        each.requirements().forEach(id -> ids.add(id.value()));
    }

    private static void putWhy(TestCase each, ObjectNode into) {
        if (!each.message().isEmpty()) {
            into.put("message", each.message());
        }
        if (!each.details().isEmpty()) {
            into.put("trace", each.details());
        }
    }

    private static void putSteps(TestCase each, ArrayNode into) {
        for (ScenarioResult.Step step : each.steps()) {
            into.addObject().put("name", step.text()).put("status", step.status());
        }
    }

    private void putExtra(ObjectNode into) {
        into.put("verdict", report.verdict().label())
                .put("exit-code", report.exitCode())
                .put("headline", Headline.of(report));
        ConformanceJson.putCounts(report, into.putObject("counts"));
    }

    private static String status(TestStatus status) {
        return switch (status) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case ERROR -> "other";
            case SKIPPED -> "skipped";
        };
    }
}
