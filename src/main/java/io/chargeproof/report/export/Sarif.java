package io.chargeproof.report.export;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.report.GroupedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.ShownRequest;
import io.chargeproof.report.Ticket;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings in the Static Analysis Results Interchange Format, version 2.1.0: requirements are its rules. */
final class Sarif {
    /** The rule of what a scenario expects by itself. */
    private static final String OWN = "own-scenario";

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Export export;
    private final List<RequirementId> rules = new ArrayList<>();

    private Sarif(Export export) {
        this.export = export;
    }

    static String of(Export export) {
        return new Sarif(export).text();
    }

    private String text() {
        ObjectNode root = Written.object().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Chargeproof");
        driver.put("version", export.report().report().run().version());
        ArrayNode list = driver.putArray("rules");
        export.report().report().requirements().stream()
                .filter(this::isConcerned)
                .forEach(result -> putRule(result.requirement(), list.addObject()));
        if (export.causes().stream().anyMatch(GroupedFinding::isForItself)) {
            list.addObject()
                    .put("id", OWN)
                    .putObject("shortDescription")
                    .put("text", "A scenario of one's own holds, whatever the documents say.");
        }
        run.putObject("automationDetails")
                .put("id", "chargeproof/" + export.report().report().run().id());
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        export.causes().forEach(cause -> {
            cause.rows().forEach(row -> putResult(cause, row, results.addObject()));
            if (cause.isForItself()) {
                putFinding(cause, cause.shown().finding(), OWN, rules.size(), results.addObject());
            }
        });
        return Written.json(root);
    }

    private boolean isConcerned(RequirementResult result) {
        return export.causes().stream()
                .anyMatch(cause ->
                        cause.requirements().contains(result.requirement().id()));
    }

    private void putRule(Requirement requirement, ObjectNode into) {
        rules.add(requirement.id());
        into.put("id", requirement.id().value());
        into.putObject("shortDescription").put("text", requirement.statement());
        into.putObject("fullDescription").put("text", requirement.statement() + " (" + requirement.source() + ")");
        into.putObject("help").put("text", "Look at: " + requirement.lookAt());
        into.putObject("properties").put("level", requirement.level().name());
    }

    private void putResult(GroupedFinding cause, RequirementResult row, ObjectNode into) {
        RequirementId id = row.requirement().id();
        Finding finding = cause.findings().stream()
                .map(located -> located.finding())
                .filter(each -> id.equals(each.requirement()))
                .findFirst()
                .orElse(cause.shown().finding());
        putFinding(cause, finding, id.value(), rules.indexOf(id), into);
    }

    private void putFinding(GroupedFinding cause, Finding finding, String rule, int index, ObjectNode into) {
        into.put("ruleId", rule).put("ruleIndex", index);
        into.put("kind", kind(cause.outcome())).put("level", level(cause.outcome()));
        into.putObject("message").put("text", sentence(finding));
        putPlace(cause, into);
        into.putObject("partialFingerprints").put("finding/v1", rule + " " + finding.message());
        if (cause.outcome() == Outcome.WAIVED) {
            into.putArray("suppressions").addObject().put("kind", "external").put("justification", finding.message());
        }
        List<ShownRequest> requests = export.requests(cause);
        if (!requests.isEmpty()) {
            putExchange(requests.get(requests.size() - 1), into);
        }
        into.putObject("properties")
                .put("finding", cause.id())
                .put("outcome", cause.outcome().label())
                .put("ticket", Ticket.of(export.report(), cause));
    }

    private static String sentence(Finding finding) {
        return finding.expected().isEmpty()
                ? finding.message()
                : finding.message() + "; expected " + finding.expected() + ", got " + finding.actual();
    }

    private static String kind(Outcome outcome) {
        return switch (outcome) {
            case VIOLATION, WARNING, WAIVED -> "fail";
            case INCONCLUSIVE, HARNESS_ERROR, NOT_TESTED -> "open";
            case OBSERVATION, OUT_OF_SCOPE -> "informational";
            case CONFORMS -> "pass";
        };
    }

    /** A level belongs to what failed. */
    private static String level(Outcome outcome) {
        return switch (outcome) {
            case VIOLATION, WAIVED -> "error";
            case WARNING -> "warning";
            case INCONCLUSIVE, HARNESS_ERROR, NOT_TESTED, OBSERVATION, OUT_OF_SCOPE, CONFORMS -> "none";
        };
    }

    private static void putPlace(GroupedFinding cause, ObjectNode into) {
        ArrayNode places = into.putArray("locations");
        String scenario = cause.shown().scenario();
        int colon = scenario.lastIndexOf(':');
        if (colon > 0 && scenario.substring(colon + 1).matches("[1-9][0-9]{0,6}")) {
            ObjectNode place = places.addObject().putObject("physicalLocation");
            place.putObject("artifactLocation").put("uri", scenario.substring(0, colon));
            place.putObject("region").put("startLine", Integer.parseInt(scenario.substring(colon + 1)));
        }
    }

    private static void putExchange(ShownRequest shown, ObjectNode into) {
        ObjectNode request =
                into.putObject("webRequest").put("protocol", "HTTP").put("version", "1.1");
        request.put("target", shown.exchange().request().uri().toASCIIString());
        request.put("method", shown.exchange().request().method().name());
        putHeaders(shown.exchange().request().headers(), request.putObject("headers"));
        request.putObject("body").put("text", shown.exchange().request().body().text());
        ObjectNode response = into.putObject("webResponse");
        if (shown.exchange().reply() instanceof HttpAnswer answer) {
            response.put("protocol", "HTTP").put("version", "1.1").put("statusCode", answer.status());
            putHeaders(answer.headers(), response.putObject("headers"));
            response.putObject("body").put("text", answer.body().text());
        } else if (shown.exchange().reply() instanceof NoAnswer none) {
            response.put("noResponseReceived", true).put("reasonPhrase", none.detail());
        }
    }

    private static void putHeaders(Headers headers, ObjectNode into) {
        headers.fields()
                .forEach(field -> into.put(
                        field.name(),
                        into.has(field.name())
                                ? into.path(field.name()).asString() + ", " + field.value()
                                : field.value()));
    }
}
