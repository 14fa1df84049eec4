package io.chargeproof.report.allure;

import io.chargeproof.check.Finding;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.RepeatText;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.report.ShownRequest;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The description of a scenario: what each requirement asks for and, where it is broken, all that helps to mend it. */
final class FailureCard {
    private static final int MOST_FINDINGS = 5;

    private final RedactedReport report;
    private final Map<RequirementId, Requirement> requirements;

    FailureCard(RedactedReport report) {
        this.report = report;
        this.requirements = report.report().requirements().stream()
                .map(RequirementResult::requirement)
                .collect(Collectors.toMap(Requirement::id, Function.identity(), (one, other) -> one));
    }

    String of(ScenarioResult scenario) {
        Set<RequirementId> concerned = new LinkedHashSet<>();
        scenario.findings().stream()
                .flatMap(finding -> Stream.ofNullable(finding.requirement()))
                .forEach(concerned::add);
        concerned.addAll(scenario.requirements());
        Set<List<Long>> told = new HashSet<>();
        String cards = ownCard(scenario, told)
                + concerned.stream().map(id -> card(id, scenario, told)).collect(Collectors.joining());
        String observed = scenario.observations().stream()
                .map(text -> Html.element("p", "cp-observation", "Observed: " + text))
                .collect(Collectors.joining());
        return Html.element("p", "cp-reason", scenario.reason() == null ? "" : scenario.reason()) + cards + observed;
    }

    private String card(RequirementId id, ScenarioResult scenario, Set<List<Long>> told) {
        List<Finding> findings = scenario.findings().stream()
                .filter(finding -> id.equals(finding.requirement()))
                .toList();
        String outcome = findings.isEmpty()
                ? undecided(scenario)
                : findings.get(0).outcome().label();
        Requirement requirement = requirements.get(id);
        String statement = requirement == null ? "" : Html.element("p", "cp-statement", requirement.statement());
        return card(outcome, head(id, outcome) + statement, findings, about(requirement, !findings.isEmpty()), told);
    }

    /** What a scenario expects by itself, whatever any document says. */
    private String ownCard(ScenarioResult scenario, Set<List<Long>> told) {
        List<Finding> findings = scenario.findings().stream()
                .filter(finding -> finding.requirement() == null)
                .toList();
        if (findings.isEmpty()) {
            return "";
        }
        String outcome = findings.get(0).outcome().label();
        String head = "<h4>own scenario " + Html.element("span", "cp-badge cp-" + outcome, outcome) + "</h4>";
        return card(outcome, head, findings, "", told);
    }

    /** What was found comes before what is known of the requirement, so that it is seen first on a small screen. */
    private String card(String outcome, String head, List<Finding> findings, String about, Set<List<Long>> told) {
        return "<section class=\"cp-card cp-card-" + (outcome.isEmpty() ? "fine" : outcome) + "\">"
                + head
                + findings.stream()
                        .limit(MOST_FINDINGS)
                        .map(each -> finding(each, told))
                        .collect(Collectors.joining())
                + more(findings.size() - MOST_FINDINGS)
                + about
                + "</section>";
    }

    /** How a scenario ended that says nothing of its own requirement; empty if it does. */
    private static String undecided(ScenarioResult scenario) {
        return switch (scenario.outcome()) {
            case HARNESS_ERROR, INCONCLUSIVE, NOT_TESTED, OUT_OF_SCOPE ->
                scenario.outcome().label();
            case VIOLATION, WARNING, WAIVED, OBSERVATION, CONFORMS -> "";
        };
    }

    private String head(RequirementId id, String outcome) {
        Requirement requirement = requirements.get(id);
        String level = requirement == null ? "" : requirement.level().name();
        return "<h4>" + id + " " + Html.element("span", "cp-level", level) + " "
                + Html.element("span", "cp-badge cp-" + outcome, outcome) + "</h4>";
    }

    private String about(@Nullable Requirement requirement, boolean found) {
        if (requirement == null) {
            return "";
        }
        String decision = requirement.decision() == null ? "" : requirement.decision();
        return "<dl>" + Html.entry("source", "span", requirement.source())
                + (found ? Html.entry("broken since", "span", report.since(requirement.id())) : "")
                + (found
                        ? Html.entry("decision", "span", decision) + Html.entry("look at", "span", requirement.lookAt())
                        : "")
                + "</dl>";
    }

    /** What shows several findings stands under the first. */
    private String finding(Finding finding, Set<List<Long>> told) {
        List<ShownRequest> all = report.requests(finding);
        List<ShownRequest> requests =
                told.add(all.stream().map(each -> each.exchange().number()).toList()) ? all : List.of();
        return "<div class=\"cp-finding\">" + Html.element("p", "cp-message", finding.message()) + "<dl>"
                + Html.code("expected", finding.expected())
                + Html.code("actual", finding.actual())
                + Html.entry("repeated", "span", RepeatText.of(finding.repeat()))
                + requests.stream().map(FailureCard::request).collect(Collectors.joining())
                + "</dl></div>";
    }

    private static String request(ShownRequest request) {
        return Html.entry("request", "span", request.purpose())
                + Html.code("curl", request.command())
                + Html.code("answer", String.join("\n", request.answer()));
    }

    private static String more(int count) {
        return count > 0 ? "<p>and " + count + " more in summary.md</p>" : "";
    }
}
