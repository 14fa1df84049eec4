package io.chargeproof.report.allure;

import io.chargeproof.check.Finding;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.report.ShownRequest;
import io.chargeproof.report.Ticket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is attached to a scenario: of a finding the exchange and the command that repeats it, of anything else one line
 * an exchange, since reports with very many attachments take hours to render; of a run with very many scenarios nothing
 * where nothing was found.
 */
final class Attachments {
    private static final int MOST_EXCHANGES = 5;
    private static final int MOST_LINES = 40;
    private static final int VERY_MANY = 2_000;

    private final RedactedReport report;
    private final Map<Long, Exchange> exchanges;

    Attachments(RedactedReport report) {
        this.report = report;
        this.exchanges = report.report().exchanges().stream()
                .collect(Collectors.toMap(Exchange::number, Function.identity(), (one, other) -> one));
    }

    /**
     * A text to attach.
     *
     * @param name what it is
     * @param content the text
     */
    record Attachment(String name, String content) {}

    List<Attachment> of(ScenarioResult scenario) {
        List<Attachment> attachments = new ArrayList<>();
        Collection<Finding> decisive = findingsByExchange(scenario).values();
        decisive.stream().limit(MOST_EXCHANGES).forEach(finding -> add(finding, attachments));
        boolean wanted =
                !scenario.findings().isEmpty() || report.report().scenarios().size() <= VERY_MANY;
        if (wanted && !scenario.exchanges().isEmpty()) {
            attachments.add(new Attachment("Exchanges of the scenario", lines(scenario)));
        }
        return attachments;
    }

    private static Map<Long, Finding> findingsByExchange(ScenarioResult scenario) {
        Map<Long, Finding> findings = new TreeMap<>();
        for (Finding finding : scenario.findings()) {
            RedactedReport.decisive(finding).ifPresent(exchange -> findings.putIfAbsent(exchange.number(), finding));
        }
        return findings;
    }

    private void add(Finding finding, List<Attachment> into) {
        Exchange exchange = RedactedReport.decisive(finding).orElseThrow();
        into.add(new Attachment(
                "Exchange " + exchange.number() + ": " + ExchangeText.inShort(exchange), ExchangeText.of(exchange)));
        String commands =
                report.requests(finding).stream().map(ShownRequest::command).collect(Collectors.joining("\n"));
        into.add(new Attachment("curl for exchange " + exchange.number(), commands + "\n"));
        report.cause(finding)
                .ifPresent(cause ->
                        into.add(new Attachment("Text for a ticket, finding " + cause.id(), Ticket.of(report, cause))));
    }

    private String lines(ScenarioResult scenario) {
        List<String> lines = scenario.exchanges().stream()
                .map(exchanges::get)
                .filter(Objects::nonNull)
                .map(exchange -> exchange.number() + "  " + ExchangeText.inShort(exchange) + ", "
                        + exchange.duration().toMillis() + " ms")
                .toList();
        String first = lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n"));
        int more = lines.size() - MOST_LINES;
        return more > 0 ? first + "\nand " + more + " more in exchanges.jsonl\n" : first + "\n";
    }
}
