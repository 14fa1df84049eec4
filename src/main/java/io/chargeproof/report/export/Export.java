package io.chargeproof.report.export;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.GroupedFinding;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ShownRequest;
import java.util.List;

/**
 * What is handed on of a run.
 *
 * @param report the run, secrets taken out
 * @param causes the findings that it is about
 * @param whole whether it is about all of the run, whatever was found
 */
public record Export(RedactedReport report, List<GroupedFinding> causes, boolean whole) {
    public Export {
        causes = List.copyOf(causes);
    }

    /** All of a run. */
    public static Export of(RedactedReport report) {
        return new Export(report, report.causes(), true);
    }

    /** One finding of it. */
    public static Export of(RedactedReport report, GroupedFinding cause) {
        return new Export(report, List.of(cause), false);
    }

    /** The text in a form. */
    public String as(Format format) {
        return switch (format) {
            case HAR -> Har.of(this);
            case HURL -> Hurl.of(this);
            case SARIF -> Sarif.of(this);
            case EARL -> Earl.of(this);
        };
    }

    /** The requests that show a finding. */
    List<ShownRequest> requests(GroupedFinding cause) {
        return report.requests(cause.shown().finding());
    }

    /** The exchanges, in order: those of the run, or those that show the finding. */
    List<Exchange> exchanges() {
        return whole
                ? report.report().exchanges()
                : causes.stream()
                        .flatMap(cause -> requests(cause).stream())
                        .map(ShownRequest::exchange)
                        .distinct()
                        .toList();
    }

    /** A form. */
    public enum Format {
        /** HTTP Archive 1.2: the exchanges, for browsers and proxies. */
        HAR,
        /** Requests that Hurl sends again. */
        HURL,
        /** SARIF 2.1.0: the findings, for code hosts. */
        SARIF,
        /** The W3C's Evaluation and Report Language in JSON-LD: what is said of each requirement. */
        EARL
    }
}
