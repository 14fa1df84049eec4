package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.freedom.CustomerLiberty.isCreated;
import static io.chargeproof.sandbox.freedom.CustomerLiberty.rendering;
import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Complaint;
import io.chargeproof.sandbox.customer.CustomerRendering;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.StrictJson;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the bodies of answers have in them. */
final class CustomerAnswerFreedoms {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-put-answers-nothing", rendering(CustomerLiberty::isUpdated, draft -> draft.withBody(null))),
            entry(
                    "evc-put-answers-an-empty-object",
                    rendering(CustomerLiberty::isUpdated, draft -> draft.withBody(JSON.objectNode()))),
            entry(
                    "evc-put-answers-a-list",
                    rendering(CustomerLiberty::isUpdated, draft -> draft.withBody(JSON.arrayNode()))),
            entry("evc-403-answers-nothing", rendering(CustomerLiberty::isForbidden, draft -> draft.withBody(null))),
            entry(
                    "evc-403-answers-a-detail",
                    rendering(
                            CustomerLiberty::isForbidden,
                            draft -> draft.withBody(JSON.objectNode().put("detail", "Invalid token.")))),
            entry("evc-data-is-a-sentence", data(wrong -> JSON.stringNode(sentence(wrong.get(0))))),
            entry("evc-data-is-a-list-of-sentences", data(CustomerAnswerFreedoms::sentences)),
            entry("evc-data-is-an-object-by-member", data(CustomerAnswerFreedoms::byMember)),
            entry("evc-data-has-errors-within", data(wrong -> JSON.objectNode().set("errors", sentences(wrong)))),
            entry(
                    "evc-data-has-a-number",
                    data(wrong -> JSON.objectNode().put("code", 4001).put("text", sentence(wrong.get(0))))),
            entry(
                    "evc-answers-have-more-members",
                    rendering(outcome -> true, draft -> draft.edited(CustomerAnswerFreedoms::addMore))),
            entry(
                    "evc-answers-without-status",
                    rendering(outcome -> true, draft -> draft.edited(CustomerAnswerFreedoms::removeStatus))),
            entry(
                    "evc-create-answers-with-record",
                    ofCustomers(
                            CustomerRendering.class,
                            next -> (request, outcome) -> isCreated(outcome)
                                    ? withRecord(next.render(request, outcome), request)
                                    : next.render(request, outcome))));

    private CustomerAnswerFreedoms() {}

    private static Variation data(Function<List<Complaint>, JsonNode> form) {
        return rendering((Outcome outcome, Draft draft) -> CustomerLiberty.isInvalid(outcome)
                ? draft.edited(body -> body.set("data", form.apply(CustomerLiberty.complaints(outcome))))
                : draft);
    }

    private static String sentence(Complaint complaint) {
        return complaint.part() + " " + complaint.problem();
    }

    private static JsonNode sentences(List<Complaint> complaints) {
        var list = JSON.arrayNode();
        complaints.forEach(complaint -> list.add(sentence(complaint)));
        return list;
    }

    private static JsonNode byMember(List<Complaint> complaints) {
        ObjectNode members = JSON.objectNode();
        complaints.forEach(complaint -> members.withArray(complaint.part()).add(complaint.problem()));
        return members;
    }

    private static void addMore(ObjectNode body) {
        body.put("timestamp", "2024-04-10T08:00:00Z")
                .put("took", 1.5e-3)
                .putNull("next")
                .put("ok", true);
        body.putObject("links").put("help", "https://evc-a.evc-net.com/help");
    }

    private static void removeStatus(ObjectNode body) {
        body.remove(List.of("status", "message"));
    }

    /** The customer as it was sent, all but the password. */
    private static Draft withRecord(Draft draft, Request request) {
        return new StrictJson().decode(request.body()) instanceof Decoded.Document document
                        && document.root() instanceof ObjectNode members
                ? draft.edited(body -> body.set("record", members.deepCopy().without("password")))
                : draft;
    }
}
