package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.Answers.OBJECTED;
import static io.chargeproof.sandbox.defect.Answers.POSTED;
import static io.chargeproof.sandbox.defect.Answers.body;
import static io.chargeproof.sandbox.defect.Posts.crashing;
import static io.chargeproof.sandbox.defect.Posts.judging;
import static io.chargeproof.sandbox.defect.Posts.refusing;
import static io.chargeproof.sandbox.provider.Variation.ofUsers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.TestData;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.DetailsRules;
import io.chargeproof.sandbox.user.Outcome;
import io.chargeproof.sandbox.user.Posting;
import io.chargeproof.sandbox.user.ResultCode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-post-details in what is refused, and in the reason that is given. */
final class UserRefusalDefects {
    private static final String CALL = "user-post-details";
    private static final String REASON = "reason";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-success-with-reason", body(POSTED, reason(reason -> JSON.stringNode("OK")))),
            entry("oioi-foreign-vat-refused", refusing(hasText("vat", vat -> !vat.startsWith("DE")), vatObjection())),
            entry("oioi-post-of-secondary-refused", postOfSecondaryRefused()),
            entry(
                    "oioi-range-of-street-numbers-refused",
                    refusing(details -> hasText("street-number", number -> number.contains("-"))
                            .test(address(details)))),
            entry("oioi-blank-in-phone-refused", refusing(hasText("phone", phone -> phone.contains(" ")))),
            entry("oioi-first-name-needed", refusing(isNull("first-name"))),
            entry("oioi-last-name-needed", refusing(isNull("last-name"), objection("The last name is missing"))),
            entry("oioi-address-needed", refusing(isNull("address"))),
            entry("oioi-billing-address-needed", refusing(isNull("billing-address"), objection("No billing address"))),
            entry("oioi-locale-needed", refusing(isNull("locale"))),
            entry("oioi-vat-needed", refusing(isNull("vat"), vatObjection())),
            entry("oioi-social-security-number-needed", refusing(isNull("social-security-number"))),
            entry("oioi-null-billing-name-500", crashing(isNull("billing-name"))),
            entry("oioi-phone-needed", refusing(isNull("phone"))),
            entry(
                    "oioi-wrong-vat-without-reason",
                    vatObjected(objection -> Outcome.failed(ResultCode.INVALID_REQUEST))),
            entry("oioi-wrong-vat-ignored", vatObjected(objection -> new Outcome.Posted())),
            entry("oioi-reason-at-the-top", body(OBJECTED, UserRefusalDefects::moveReasonUp)),
            entry("oioi-reason-in-message-alone", body(OBJECTED, UserRefusalDefects::moveReasonToMessage)),
            entry("oioi-reason-by-another-name", body(OBJECTED, UserRefusalDefects::renameReason)),
            entry("oioi-prefix-of-vat-suffices", judging(Members.text("vat", vat -> validIf(vat, "[A-Z]{2}.*")))),
            entry("oioi-length-of-vat-not-checked", judging(Members.text("vat", vat -> validIf(vat, "[A-Z]{2}\\d+")))),
            entry(
                    "oioi-characters-of-vat-not-checked",
                    judging(Members.text("vat", vat -> validIf(vat, "[A-Z]{2}.{9}")))),
            entry("oioi-reason-empty", body(OBJECTED, reason(reason -> JSON.stringNode("")))),
            entry(
                    "oioi-reason-in-list",
                    body(OBJECTED, reason(reason -> JSON.arrayNode().add(reason)))),
            entry(
                    "oioi-reason-in-object",
                    body(OBJECTED, reason(reason -> JSON.objectNode().set("vat", reason)))),
            entry("oioi-reason-is-a-number", body(OBJECTED, reason(reason -> JSON.numberNode(17)))),
            entry("oioi-reason-null-on-success", body(POSTED, reason(reason -> JSON.nullNode()))),
            entry("oioi-reason-empty-on-success", body(POSTED, reason(reason -> JSON.stringNode("")))),
            entry("oioi-reason-false-on-success", body(POSTED, reason(reason -> JSON.booleanNode(false)))));

    private UserRefusalDefects() {}

    private static Predicate<ObjectNode> isNull(String member) {
        return details -> details.path(member).isNull();
    }

    private static Predicate<ObjectNode> hasText(String member, Predicate<String> which) {
        return object ->
                object.path(member).isString() && which.test(object.path(member).stringValue());
    }

    private static ObjectNode address(ObjectNode details) {
        return details.path("address") instanceof ObjectNode address ? address : details;
    }

    private static Outcome objection(String reason) {
        return new Outcome.Objected(reason);
    }

    private static Outcome vatObjection() {
        return objection("Could not validate VAT number");
    }

    private static Variation postOfSecondaryRefused() {
        String secondary = TestData.secondary().username();
        return ofUsers(
                Posting.class,
                next -> (user, details) -> user.username().equals(secondary)
                        ? Outcome.failed(ResultCode.INVALID_REQUEST)
                        : next.post(user, details));
    }

    private static Variation vatObjected(UnaryOperator<Outcome> otherwise) {
        return ofUsers(
                DetailsRules.class,
                next -> details -> next.objection(details)
                        .map(outcome -> outcome instanceof Outcome.Objected objected
                                        && objected.reason().contains("VAT")
                                ? otherwise.apply(outcome)
                                : outcome));
    }

    private static String validIf(String vat, String form) {
        return vat.matches(form) ? TestData.VALID_VAT : vat;
    }

    private static Consumer<ObjectNode> reason(UnaryOperator<JsonNode> change) {
        return body -> {
            ObjectNode call = body.withObject(CALL);
            call.set(REASON, change.apply(call.path(REASON)));
        };
    }

    private static void moveReasonUp(ObjectNode body) {
        body.set(REASON, body.path(CALL).path(REASON));
        body.remove(CALL);
    }

    private static void moveReasonToMessage(ObjectNode body) {
        body.withObject("result").set("message", body.path(CALL).path(REASON));
        body.remove(CALL);
    }

    private static void renameReason(ObjectNode body) {
        ObjectNode call = body.withObject(CALL);
        call.set("error", call.path(REASON));
        call.remove(List.of(REASON));
    }
}
