package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.answering;
import static io.chargeproof.sandbox.defect.CustomerOutcome.invalid;
import static io.chargeproof.sandbox.defect.CustomerOutcome.isInvalid;
import static io.chargeproof.sandbox.defect.CustomerOutcome.on;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Draft;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Refusals whose {@code data} doesn't say what was wrong. */
final class ErrorDataDefects {
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-400-without-data", edited(CustomerOutcome::isInvalid, ErrorDataDefects::removed)),
            entry("evc-data-null", edited(CustomerOutcome::isInvalid, body -> body.putNull("data"))),
            entry("evc-data-empty-text", edited(CustomerOutcome::isInvalid, body -> body.put("data", ""))),
            entry("evc-data-empty-list", edited(CustomerOutcome::isInvalid, body -> body.putArray("data"))),
            entry("evc-data-empty-object", edited(CustomerOutcome::isInvalid, body -> body.putObject("data"))),
            entry("evc-data-called-errors", edited(CustomerOutcome::isInvalid, body -> renamed(body, "errors"))),
            entry("evc-data-with-a-capital", edited(CustomerOutcome::isInvalid, body -> renamed(body, "Data"))),
            entry("evc-data-within-error", edited(CustomerOutcome::isInvalid, ErrorDataDefects::nested)),
            entry("evc-400-is-a-bare-list", answering(CustomerOutcome::isInvalid, ErrorDataDefects::bare)),
            entry("evc-400-json-twice-encoded", answering(CustomerOutcome::isInvalid, ErrorDataDefects::encoded)),
            entry(
                    "evc-malformed-create-without-data",
                    answering(on("POST", invalid("body")), edit(ErrorDataDefects::removed))),
            entry("evc-invalid-email-without-data", edited(invalid("email"), ErrorDataDefects::removed)),
            entry("evc-invalid-boolean-data-null", edited(invalid("public_rechgroups"), body -> body.putNull("data"))),
            entry("evc-data-false", edited(CustomerOutcome::isInvalid, body -> body.put("data", false))),
            entry(
                    "evc-data-without-errors",
                    edited(
                            CustomerOutcome::isInvalid,
                            body -> body.putObject("data").putArray("errors"))),
            entry("evc-long-text-data-empty", edited(ErrorDataDefects::isLongText, body -> body.putArray("data"))),
            entry("evc-card-refused-without-data", edited(invalid("card_list"), ErrorDataDefects::removed)));

    private ErrorDataDefects() {}

    private static Variation edited(Predicate<Outcome> when, Consumer<ObjectNode> edit) {
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

    private static boolean isLongText(Outcome outcome) {
        return isInvalid(outcome)
                && ((Refusal) outcome)
                        .complaints().stream()
                                .anyMatch(complaint -> complaint.problem().startsWith("is longer"));
    }
}
