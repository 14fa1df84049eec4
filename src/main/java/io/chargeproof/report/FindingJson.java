package io.chargeproof.report;

import io.chargeproof.check.Attribution;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Pinpoint;
import io.chargeproof.check.Repeat;
import io.chargeproof.check.StatusRange;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.requirement.RequirementId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A finding in {@code conformance.json}: what one fault brings about, with the requests that show it, and under
 * {@code instances} each time that it was found.
 */
final class FindingJson {
    private FindingJson() {}

    static void put(RedactedReport report, GroupedFinding cause, ObjectNode into) {
        Finding finding = cause.shown().finding();
        into.put("id", cause.id()).put("outcome", cause.outcome().label());
        Json.strings(
                into.putArray("requirements"),
                cause.requirements().stream().map(RequirementId::value).toList());
        putSentences(cause.shown(), into);
        ArrayNode requests = into.putArray("requests");
        report.requests(finding).forEach(each -> putRequest(each, requests.addObject()));
        into.put("ticket", Ticket.of(report, cause));
        ArrayNode instances = into.putArray("instances");
        cause.findings().forEach(each -> putInstance(each, instances.addObject()));
    }

    private static void putSentences(LocatedFinding located, ObjectNode into) {
        Finding finding = located.finding();
        into.put("message", finding.message())
                .put("expected", finding.expected())
                .put("actual", finding.actual())
                .put("scenario", located.scenario().isEmpty() ? null : located.scenario())
                .put("attribution", finding.attribution().label());
        Repeat repeat = finding.repeat();
        if (repeat == null) {
            into.putNull("repeat");
        } else {
            into.putObject("repeat").put("sent", repeat.sent()).put("failed", repeat.failed());
        }
        Pinpoint pinpoint = finding.pinpoint();
        into.put("member", pinpoint.member().isEmpty() ? null : pinpoint.member());
        Json.strings(
                into.putArray("right-statuses"),
                pinpoint.statuses().stream().map(StatusRange::toString).toList());
    }

    private static void putInstance(LocatedFinding located, ObjectNode into) {
        RequirementId requirement = located.finding().requirement();
        into.put("requirement", requirement == null ? null : requirement.value());
        putSentences(located, into);
        ArrayNode exchanges = into.putArray("exchanges");
        located.finding().evidence().forEach(exchange -> exchanges.add(exchange.number()));
    }

    private static void putRequest(ShownRequest request, ObjectNode into) {
        into.put("exchange", request.exchange().number())
                .put("purpose", request.purpose())
                .put("judged", request.decisive())
                .put("curl", request.command())
                .put("trace-id", request.traceId().orElse(null));
        if (request.exchange().reply() instanceof HttpAnswer answer) {
            ObjectNode shown = into.putObject("answer").put("status", answer.status());
            ObjectNode headers = shown.putObject("headers");
            request.headers().forEach(headers::put);
            shown.put("body", request.body()).put("cut", !request.rest().isEmpty());
            into.putNull("no-answer");
        } else if (request.exchange().reply() instanceof NoAnswer none) {
            into.putNull("answer");
            into.put("no-answer", none.detail());
        }
    }

    /** All times that it was found. */
    static List<LocatedFinding> read(JsonNode node, LongFunction<Exchange> exchanges) {
        String outcome = node.required("outcome").asString();
        return node.required("instances")
                .valueStream()
                .map(instance -> instance(instance, outcome, exchanges))
                .toList();
    }

    private static LocatedFinding instance(JsonNode node, String outcome, LongFunction<Exchange> exchanges) {
        Finding finding = new Finding(
                node.required("requirement")
                        .asStringOpt()
                        .map(RequirementId::new)
                        .orElse(null),
                HistoryLine.outcome(outcome),
                node.required("message").asString(),
                node.required("expected").asString(),
                node.required("actual").asString(),
                node.required("exchanges")
                        .valueStream()
                        .map(number -> exchanges.apply(number.asLong()))
                        .toList(),
                Attribution.valueOf(node.required("attribution").asString().toUpperCase(Locale.ROOT)),
                repeat(node.required("repeat")),
                pinpoint(node));
        return new LocatedFinding(
                finding,
                Optional.of(node.required("scenario"))
                        .flatMap(JsonNode::asStringOpt)
                        .orElse(""));
    }

    // Reports of earlier versions have neither.
    private static Pinpoint pinpoint(JsonNode node) {
        return new Pinpoint(
                node.path("member").asString(""),
                node.path("right-statuses")
                        .valueStream()
                        .map(range -> StatusRange.of(range.asString()))
                        .toList());
    }

    private static @Nullable Repeat repeat(JsonNode node) {
        return node.isNull()
                ? null
                : new Repeat(
                        node.required("sent").asInt(), node.required("failed").asInt());
    }
}
