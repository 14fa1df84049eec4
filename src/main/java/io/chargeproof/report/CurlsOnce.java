package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.RequirementId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The commands of a page: one that stands there already is referred to. */
final class CurlsOnce {
    private final RedactedReport report;
    private final Map<Long, RequirementId> shown = new HashMap<>();

    CurlsOnce(RedactedReport report) {
        this.report = report;
    }

    /** The requirement under which the command of a finding stands, if another finding has brought it. */
    Optional<RequirementId> shownUnder(Finding finding) {
        return RedactedReport.decisive(finding).map(Exchange::number).map(shown::get);
    }

    /** The command of a finding, which stands on the page from now on. */
    Optional<String> show(Finding finding) {
        RedactedReport.decisive(finding)
                .ifPresent(exchange -> shown.putIfAbsent(exchange.number(), finding.requirement()));
        return report.curl(finding);
    }
}
