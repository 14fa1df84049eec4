package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Pinpoint;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.requirement.Requirement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes the secrets out of a whole report, value by value, so that no projection can forget to. */
final class Redaction {
    private final Redactor redactor;
    private final ExchangeRedaction exchanges;
    private final IdentityHashMap<Exchange, Exchange> done = new IdentityHashMap<>();

    Redaction(ReportOptions options) {
        this.redactor = options.redactor();
        this.exchanges = new ExchangeRedaction(
                this::clean, text -> WellFormedText.of(options.requests().apply(text)));
    }

    /** The text without secrets, and with nothing in it that UTF-8 can't hold. */
    String clean(String text) {
        return WellFormedText.of(redactor.redact(text));
    }

    RunReport of(RunReport report) {
        redact(report.exchanges());
        return new RunReport(
                report.run(),
                scope(report.scope()),
                target(report.target()),
                report.verdict(),
                report.exitCode(),
                report.requirements().stream().map(this::requirement).toList(),
                report.scenarios().stream().map(this::scenario).toList(),
                report.exchanges().stream().map(this::exchange).toList(),
                all(report.leftovers()),
                all(report.notices()),
                report.waivers().stream().map(this::waiver).toList());
    }

    /** Takes the secrets out of exchanges, which is most of the work, on all processors. */
    private void redact(List<Exchange> all) {
        List<Exchange> redacted = all.parallelStream().map(exchanges::of).toList();
        for (int i = 0; i < all.size(); i++) {
            done.put(all.get(i), redacted.get(i));
        }
    }

    private RunReport.Scope scope(RunReport.Scope scope) {
        return new RunReport.Scope(
                scope.text(),
                scope.must(),
                scope.decided(),
                maybe(scope.tags()),
                scope.shard(),
                scope.readOnly(),
                scope.rerun(),
                scope.failOnWarning(),
                scope.side());
    }

    private RunReport.WaiverUse waiver(RunReport.WaiverUse waiver) {
        return new RunReport.WaiverUse(waiver.requirement(), clean(waiver.reason()), waiver.needed());
    }

    private RunReport.Target target(RunReport.Target target) {
        SortedMap<String, String> addresses = new TreeMap<>();
        target.addresses().forEach((api, address) -> addresses.put(api, clean(address)));
        return new RunReport.Target(clean(target.name()), target.kind(), addresses);
    }

    private RequirementResult requirement(RequirementResult result) {
        return new RequirementResult(
                row(result.requirement()),
                result.outcome(),
                maybe(result.reason()),
                result.checks(),
                result.strength(),
                all(result.scenarios()),
                result.findings().stream()
                        .map(each -> new LocatedFinding(finding(each.finding()), clean(each.scenario())))
                        .toList(),
                all(result.observations()));
    }

    /** What a contract asks for beyond the documents is in the words of others. */
    private Requirement row(Requirement row) {
        return new Requirement(
                row.id(),
                row.level(),
                clean(row.statement()),
                clean(row.source()),
                maybe(row.decision()),
                clean(row.lookAt()),
                maybe(row.undecidable()));
    }

    private ScenarioResult scenario(ScenarioResult scenario) {
        return new ScenarioResult(
                clean(scenario.name()),
                clean(scenario.location()),
                scenario.api(),
                clean(scenario.feature()),
                clean(scenario.rule()),
                scenario.requirements(),
                scenario.tags(),
                scenario.outcome(),
                scenario.ending(),
                maybe(scenario.reason()),
                scenario.started(),
                scenario.duration(),
                scenario.steps().stream().map(this::step).toList(),
                scenario.exchanges(),
                scenario.findings().stream().map(this::finding).toList(),
                all(scenario.observations()));
    }

    private ScenarioResult.Step step(ScenarioResult.Step step) {
        return new ScenarioResult.Step(clean(step.text()), step.status(), step.started(), step.duration());
    }

    private Finding finding(Finding finding) {
        return new Finding(
                finding.requirement(),
                finding.outcome(),
                clean(finding.message()),
                clean(finding.expected()),
                clean(finding.actual()),
                finding.evidence().stream().map(this::exchange).toList(),
                finding.attribution(),
                finding.repeat(),
                new Pinpoint(
                        clean(finding.pinpoint().member()), finding.pinpoint().statuses()));
    }

    private Exchange exchange(Exchange exchange) {
        return done.computeIfAbsent(exchange, exchanges::of);
    }

    private List<String> all(List<String> texts) {
        return texts.stream().map(this::clean).toList();
    }

    private @Nullable String maybe(@Nullable String text) {
        return text == null ? null : clean(text);
    }
}
