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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The waivers that excuse the violations of a run, as a profile takes them; when they end is for a person to say. */
public final class Baseline {
    private static final String NO_DATE = "YYYY-MM-DD";

    private final RunReport report;
    private final @Nullable LocalDate until;
    private final @Nullable String reason;

    private Baseline(RunReport report, @Nullable LocalDate until, @Nullable String reason) {
        this.report = report;
        this.until = until;
        this.reason = reason;
    }

    /** The waivers as YAML, those of the same operation, status and code as one; their end isn't a date yet. */
    public static String of(RecordedRun run) {
        return of(run, null, null);
    }

    /**
     * The same with an end and a reason.
     *
     * @param until the last day on which the waivers hold, or null for a person to fill in
     * @param reason why the violations are excused, or null for what each finding says
     */
    public static String of(RecordedRun run, @Nullable LocalDate until, @Nullable String reason) {
        return new Baseline(run.report(), until, reason).yaml();
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
        yaml.append("# Put this into the profile.").append(leftToSay()).append("\nwaivers:\n");
        String end = until == null ? NO_DATE : until.toString();
        waivers.forEach((head, message) -> yaml.append(head)
                .append("    reason: ")
                .append(quoted(reason == null ? message : reason))
                .append("\n    until: ")
                .append(end)
                .append("\n"));
        return yaml.toString();
    }

    private String leftToSay() {
        String why = reason == null ? " Say why each violation is excused." : "";
        return why + (until == null ? " Write the last day on which it is in place of " + NO_DATE + "." : "");
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
        if (code.resultCode() != null && code.resultCode() >= 0) {
            where.add("code: " + code.resultCode());
        }
        return where;
    }

    // A profile would read ${NAME} as a variable of the environment.
    private static String quoted(String text) {
        return Json.MAPPER.writeValueAsString(DisplayText.of(text).replace("${", "$ {"));
    }
}
