package io.chargeproof.runs;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.AnswerCode;
import io.chargeproof.report.AnswerCodes;
import io.chargeproof.report.DisplayText;
import io.chargeproof.report.Json;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.requirement.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The waivers that excuse the violations of a run, as a profile takes them; when they end is for a person to say. */
public final class Baseline {
    private final RunReport report;

    private Baseline(RunReport report) {
        this.report = report;
    }

    /** The waivers as YAML, those of the same operation, status and code as one; their end isn't a date yet. */
    public static String of(RecordedRun run) {
        return new Baseline(run.report()).yaml();
    }

    private String yaml() {
        Map<String, String> waivers = new LinkedHashMap<>();
        for (RequirementResult result : report.requirements()) {
            result.findings().stream()
                    .map(LocatedFinding::finding)
                    .filter(finding -> finding.outcome() == Outcome.VIOLATION)
                    .forEach(finding -> waivers.putIfAbsent(head(finding), finding.message()));
        }
        StringBuilder yaml = new StringBuilder("# What run "
                + DisplayText.visible(report.run().id()) + " of " + report.run().started() + " found broken at "
                + DisplayText.visible(report.target().name()) + ".\n");
        if (waivers.isEmpty()) {
            return yaml + "# Nothing was, so there is nothing to excuse.\nwaivers: []\n";
        }
        yaml.append("# Put this into the profile. Say why each breach is excused, and write the last day on which it is"
                + " in place of YYYY-MM-DD.\nwaivers:\n");
        waivers.forEach((head, message) ->
                yaml.append(head).append("    reason: ").append(quoted(message)).append("\n    until: YYYY-MM-DD\n"));
        return yaml.toString();
    }

    private static String head(Finding finding) {
        String head = "  - requirement: " + finding.requirement() + "\n";
        return RedactedReport.decisive(finding)
                .map(exchange -> head + "    where: {" + String.join(", ", where(exchange)) + "}\n")
                .orElse(head);
    }

    private static List<String> where(Exchange exchange) {
        AnswerCode code = AnswerCodes.codeOf(exchange);
        List<String> where = new ArrayList<>(List.of("operation: " + quoted(code.operation())));
        if (code.status() != null) {
            where.add("status: " + code.status());
        }
        if (code.resultCode() != null && code.resultCode() >= 0 && code.api().equals(Api.OIOI.label())) {
            where.add("code: " + code.resultCode());
        }
        return where;
    }

    // A profile would read ${NAME} as a variable of the environment.
    private static String quoted(String text) {
        return Json.MAPPER.writeValueAsString(DisplayText.of(text).replace("${", "$ {"));
    }
}
