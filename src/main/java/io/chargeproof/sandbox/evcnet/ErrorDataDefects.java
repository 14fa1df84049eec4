package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.answering;
import static io.chargeproof.sandbox.evcnet.RequestResults.invalid;
import static io.chargeproof.sandbox.evcnet.RequestResults.isInvalid;
import static io.chargeproof.sandbox.evcnet.RequestResults.on;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Draft;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Refusals whose {@code data} doesn't say what was wrong. */
final class ErrorDataDefects {
    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-400-without-data")
                    .breaks("EVC-CREATE-6")
                    .says("A 400 has no data member; the status table sends the client to it.")
                    .by(edited(RequestResults::isInvalid, ErrorDataDefects::removed)),
            defect("evc-data-null")
                    .breaks("EVC-CREATE-6")
                    .says("The data of a 400 is null; the status table sends the client to it.")
                    .by(edited(RequestResults::isInvalid, body -> body.putNull("data"))),
            defect("evc-data-empty-text")
                    .breaks("EVC-CREATE-6")
                    .says("The data of a 400 is an empty text; the status table sends the client to it.")
                    .by(edited(RequestResults::isInvalid, body -> body.put("data", ""))),
            defect("evc-data-empty-list")
                    .breaks("EVC-CREATE-6")
                    .says("The data of a 400 is an empty list; the status table sends the client to it.")
                    .by(edited(RequestResults::isInvalid, body -> body.putArray("data"))),
            defect("evc-data-empty-object")
                    .breaks("EVC-CREATE-6")
                    .says("The data of a 400 is an empty object; the status table sends the client to it.")
                    .by(edited(RequestResults::isInvalid, body -> body.putObject("data"))),
            defect("evc-data-called-errors")
                    .breaks("EVC-CREATE-6")
                    .says("What was wrong stands in a member called errors; the status table calls it data.")
                    .by(edited(RequestResults::isInvalid, body -> renamed(body, "errors"))),
            defect("evc-data-with-a-capital")
                    .breaks("EVC-CREATE-6")
                    .says("What was wrong stands in a member called Data; the status table writes it small.")
                    .by(edited(RequestResults::isInvalid, body -> renamed(body, "Data"))),
            defect("evc-data-within-error")
                    .breaks("EVC-CREATE-6")
                    .says("The data of a 400 stands within another member; the status table speaks of a field "
                            + "of the response.")
                    .by(edited(RequestResults::isInvalid, ErrorDataDefects::nested)),
            defect("evc-400-is-a-bare-list")
                    .breaks("EVC-CREATE-6")
                    .says("A 400 is the list of what was wrong; the status table has it in a field called data.")
                    .by(answering(RequestResults::isInvalid, ErrorDataDefects::bare)),
            defect("evc-400-json-twice-encoded")
                    .breaks("EVC-CREATE-6")
                    .says("A 400 is a string that holds the JSON; the status table has a field called data.")
                    .by(answering(RequestResults::isInvalid, ErrorDataDefects::encoded)),
            defect("evc-malformed-create-without-data")
                    .breaks("EVC-CREATE-6")
                    .says("A create that isn't JSON gets a 400 without data; the status table sends the client "
                            + "to it.")
                    .by(answering(on("POST", invalid("body")), edit(ErrorDataDefects::removed))),
            defect("evc-invalid-email-without-data")
                    .breaks("EVC-CREATE-6")
                    .says("An email of a wrong form gets a 400 without data; the status table sends the client "
                            + "to it.")
                    .by(edited(invalid("email"), ErrorDataDefects::removed)),
            defect("evc-invalid-boolean-data-null")
                    .breaks("EVC-CREATE-6")
                    .says("A public_rechgroups of a wrong form gets a 400 whose data is null; the status table "
                            + "sends the client to it.")
                    .shownBy("EVC-CREATE-7")
                    .by(edited(invalid("public_rechgroups"), body -> body.putNull("data"))),
            defect("evc-data-false")
                    .breaks("EVC-CREATE-6")
                    .says("The data of a 400 is false; the status table sends the client to it.")
                    .by(edited(RequestResults::isInvalid, body -> body.put("data", false))),
            defect("evc-data-without-errors")
                    .breaks("EVC-CREATE-6")
                    .says("The data of a 400 has a list of errors without any; the status table sends the "
                            + "client to it.")
                    .by(edited(
                            RequestResults::isInvalid,
                            body -> body.putObject("data").putArray("errors"))),
            defect("evc-long-text-data-empty")
                    .breaks("EVC-CREATE-6")
                    .says("A text that is too long gets a 400 whose data is empty; the status table sends the "
                            + "client to it.")
                    .shownBy("EVC-UPDATE-7")
                    .by(edited(ErrorDataDefects::isLongText, body -> body.putArray("data"))),
            defect("evc-card-refused-without-data")
                    .breaks("EVC-CREATE-6")
                    .says("A refused card gets a 400 without data; the status table sends the client to it.")
                    .by(edited(invalid("card_list"), ErrorDataDefects::removed)));

    private ErrorDataDefects() {}

    private static Variation<CustomerRecords> edited(Predicate<RequestResult> when, Consumer<ObjectNode> edit) {
        return answering(when, edit(edit));
    }

    private static UnaryOperator<Draft> edit(Consumer<ObjectNode> edit) {
        return draft -> draft.edited(edit);
    }

    private static void removed(ObjectNode body) {
        body.remove("data");
    }

    private static void renamed(ObjectNode body, String name) {
        body.set(name, body.remove("data"));
    }

    private static void nested(ObjectNode body) {
        JsonNode data = body.remove("data");
        body.putObject("error").set("data", data);
    }

    private static Draft bare(Draft draft) {
        return draft.withBody(draft.body() == null ? null : draft.body().path("data"));
    }

    private static Draft encoded(Draft draft) {
        return draft.withBody(JsonNodeFactory.instance.stringNode(String.valueOf(draft.body())));
    }

    private static boolean isLongText(RequestResult outcome) {
        return isInvalid(outcome)
                && ((Refusal) outcome)
                        .complaints().stream()
                                .anyMatch(complaint -> complaint.problem().startsWith("is longer"));
    }
}
