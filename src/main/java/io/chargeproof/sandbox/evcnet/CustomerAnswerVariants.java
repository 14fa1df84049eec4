package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerLiberties.rendering;
import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.evcnet.RequestResults.isCreated;
import static io.chargeproof.sandbox.provider.Deviation.variant;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.StrictJson;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the bodies of answers have in them. */
final class CustomerAnswerVariants {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final List<Deviation<CustomerRecords>> VARIANTS = List.of(
            variant("evc-put-answers-nothing")
                    .of("EVC-HTTP-3")
                    .says("A PUT that succeeds has no body; the page shows no answer to it.")
                    .feltByClients()
                    .by(rendering(RequestResults::isUpdated, draft -> draft.withBody(null))),
            variant("evc-put-answers-an-empty-object")
                    .of("EVC-HTTP-3")
                    .says("A PUT that succeeds answers an empty object; the page shows no answer to it.")
                    .by(rendering(RequestResults::isUpdated, draft -> draft.withBody(JSON.objectNode()))),
            variant("evc-put-answers-a-list")
                    .of("EVC-HTTP-3")
                    .says("A PUT that succeeds answers an empty list; the page shows no answer to it.")
                    .feltByClients()
                    .by(rendering(RequestResults::isUpdated, draft -> draft.withBody(JSON.arrayNode()))),
            variant("evc-403-answers-nothing")
                    .of("EVC-HTTP-4")
                    .says("A 403 has no body; the status table asks for data only in a 400.")
                    .feltByClients()
                    .by(rendering(RequestResults::isForbidden, draft -> draft.withBody(null))),
            variant("evc-403-answers-a-detail")
                    .of("EVC-HTTP-4")
                    .says("A 403 has a detail in place of data; the status table asks for data only in a 400.")
                    .by(rendering(
                            RequestResults::isForbidden,
                            draft -> draft.withBody(JSON.objectNode().put("detail", "Invalid token.")))),
            variant("evc-data-is-a-sentence")
                    .of("EVC-CREATE-6")
                    .says("The data of a 400 is one sentence; the status table names the member and not its type.")
                    .feltByClients()
                    .by(data(wrong -> JSON.stringNode(sentence(wrong.get(0))))),
            variant("evc-data-is-a-list-of-sentences")
                    .of("EVC-CREATE-6")
                    .says("The data of a 400 is a list of sentences; the status table names the member and not "
                            + "its type.")
                    .feltByClients()
                    .by(data(CustomerAnswerVariants::sentences)),
            variant("evc-data-is-an-object-by-member")
                    .of("EVC-CREATE-6")
                    .says("The data of a 400 has a list of errors under each member's name; the status table "
                            + "names it and not its type.")
                    .feltByClients()
                    .by(data(CustomerAnswerVariants::byMember)),
            variant("evc-data-has-errors-within")
                    .of("EVC-CREATE-6")
                    .says("The data of a 400 is an object with a list of errors; the status table names the "
                            + "member and not its type.")
                    .by(data(wrong -> JSON.objectNode().set("errors", sentences(wrong)))),
            variant("evc-data-has-a-number")
                    .of("EVC-CREATE-6")
                    .says("The data of a 400 has an error's number and text; the status table names the member "
                            + "and not its type.")
                    .by(data(wrong -> JSON.objectNode().put("code", 4001).put("text", sentence(wrong.get(0))))),
            variant("evc-answers-have-more-members")
                    .of("EVC-HTTP-3")
                    .says("Every answer has members of all types beside the others; the page doesn't list them.")
                    .feltByClients()
                    .by(rendering(outcome -> true, draft -> draft.edited(CustomerAnswerVariants::addMore))),
            variant("evc-answers-without-status")
                    .of("EVC-HTTP-3")
                    .says("Answers have neither status nor message; the page names data alone.")
                    .feltByClients()
                    .by(rendering(outcome -> true, draft -> draft.edited(CustomerAnswerVariants::removeStatus))),
            variant("evc-create-answers-with-record")
                    .of("EVC-HTTP-3")
                    .says("A create answers with what it was sent, all but the password; the page shows no "
                            + "answer to it.")
                    .by(ofCustomers(
                            CustomerRendering.class,
                            next -> (request, outcome) -> isCreated(outcome)
                                    ? withRecord(next.render(request, outcome), request)
                                    : next.render(request, outcome))));

    private CustomerAnswerVariants() {}

    private static Variation<CustomerRecords> data(Function<List<Complaint>, JsonNode> form) {
        return rendering((RequestResult outcome, Draft draft) -> RequestResults.isInvalid(outcome)
                ? draft.edited(body -> body.set("data", form.apply(CustomerLiberties.complaints(outcome))))
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
