package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.Answers.OBJECTED;
import static io.chargeproof.sandbox.oioi.Answers.POSTED;
import static io.chargeproof.sandbox.oioi.Answers.body;
import static io.chargeproof.sandbox.oioi.PostChanges.crashing;
import static io.chargeproof.sandbox.oioi.PostChanges.judging;
import static io.chargeproof.sandbox.oioi.PostChanges.refusing;
import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-post-details in what is refused, and in the reason that is given. */
public final class UserRefusalDefects {
    private static final String CALL = "user-post-details";
    private static final String REASON = "reason";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-success-with-reason")
                    .breaks("OIOI-POST-1")
                    .says("A post that succeeds comes with a reason; the page gives one for an error alone.")
                    .by(body(POSTED, reason(reason -> JSON.stringNode("OK")))),
            defect("oioi-foreign-vat-refused")
                    .breaks("OIOI-POST-1")
                    .says("A VAT number of any country but Germany is refused; the field asks for a valid one.")
                    .by(refusing(hasText("vat", vat -> !vat.startsWith("DE")), vatObjection())),
            defect("oioi-post-of-secondary-refused")
                    .breaks("OIOI-POST-1")
                    .says("Posts for one of the users are refused whatever they bring; the page lists no such "
                            + "exception.")
                    .by(postOfSecondaryRefused()),
            defect("oioi-range-of-street-numbers-refused")
                    .breaks("OIOI-POST-1")
                    .says("An address whose street number has a hyphen is refused; the example has one.")
                    .by(refusing(details -> hasText("street-number", number -> number.contains("-"))
                            .test(address(details)))),
            defect("oioi-blank-in-phone-refused")
                    .breaks("OIOI-POST-1")
                    .says("A phone with a blank is refused; the example has some.")
                    .by(refusing(hasText("phone", phone -> phone.contains(" ")))),
            defect("oioi-billing-name-of-the-user-refused")
                    .breaks("OIOI-POST-1")
                    .says("A billing name that is the user's own is refused; the page has no such exception.")
                    .by(refusing(details -> details.path("billing-name")
                            .asString("")
                            .equals(details.path("first-name").asString("") + " "
                                    + details.path("last-name").asString("")))),
            defect("oioi-first-name-needed")
                    .breaks("OIOI-POST-6")
                    .says("A first name of null is refused; the field can be null.")
                    .by(refusing(isNull("first-name"))),
            defect("oioi-last-name-needed")
                    .breaks("OIOI-POST-6")
                    .says("A last name of null is refused; the field can be null.")
                    .by(refusing(isNull("last-name"), objection("The last name is missing"))),
            defect("oioi-address-needed")
                    .breaks("OIOI-POST-6")
                    .says("An address of null is refused; the field can be null.")
                    .by(refusing(isNull("address"))),
            defect("oioi-billing-address-needed")
                    .breaks("OIOI-POST-6")
                    .says("A billing address of null is refused; the field can be null.")
                    .by(refusing(isNull("billing-address"), objection("No billing address"))),
            defect("oioi-locale-needed")
                    .breaks("OIOI-POST-6")
                    .says("A locale of null is refused; the field can be null.")
                    .by(refusing(isNull("locale"))),
            defect("oioi-vat-needed")
                    .breaks("OIOI-POST-6")
                    .says("A VAT number of null is refused; the field can be null.")
                    .by(refusing(isNull("vat"), vatObjection())),
            defect("oioi-social-security-number-needed")
                    .breaks("OIOI-POST-6")
                    .says("A social security number of null is refused; the field can be null, and is in the "
                            + "example.")
                    .by(refusing(isNull("social-security-number"))),
            defect("oioi-null-billing-name-500")
                    .breaks("OIOI-POST-6")
                    .says("A billing name of null breaks the provider; the field can be null.")
                    .by(crashing(isNull("billing-name"))),
            defect("oioi-phone-needed")
                    .breaks("OIOI-POST-6")
                    .says("A phone of null is refused; the field can be null.")
                    .by(refusing(isNull("phone"))),
            defect("oioi-wrong-vat-without-reason")
                    .breaks("OIOI-POST-12")
                    .says("A VAT number of the wrong format gets code 230 and no reason; the example has one.")
                    .by(vatObjected(objection -> CallResult.failed(ResultCode.INVALID_REQUEST))),
            defect("oioi-wrong-vat-ignored")
                    .breaks("OIOI-POST-12")
                    .says("A post with a VAT number of the wrong format succeeds and is dropped; the example "
                            + "has a reason.")
                    .by(vatObjected(objection -> new CallResult.Posted())),
            defect("oioi-reason-at-the-top")
                    .breaks("OIOI-POST-12")
                    .says("The reason stands at the top of the answer; the example has it below the call's name.")
                    .by(body(OBJECTED, UserRefusalDefects::moveReasonUp)),
            defect("oioi-reason-in-message-alone")
                    .breaks("OIOI-POST-12")
                    .says("The reason is the message of the result; the example has it below the call's name.")
                    .by(body(OBJECTED, UserRefusalDefects::moveReasonToMessage)),
            defect("oioi-reason-by-another-name")
                    .breaks("OIOI-POST-12")
                    .says("The reason is called error; the response field is called reason.")
                    .by(body(OBJECTED, UserRefusalDefects::renameReason)),
            defect("oioi-prefix-of-vat-suffices")
                    .breaks("OIOI-POST-12")
                    .says("Any VAT number that starts with two capitals is taken; the example refuses one like it.")
                    .by(judging(Members.text("vat", vat -> validIf(vat, "[A-Z]{2}.*")))),
            defect("oioi-length-of-vat-not-checked")
                    .breaks("OIOI-POST-12")
                    .says("A VAT number may have any number of digits; the example refuses one that has too few.")
                    .by(judging(Members.text("vat", vat -> validIf(vat, "[A-Z]{2}\\d+")))),
            defect("oioi-characters-of-vat-not-checked")
                    .breaks("OIOI-POST-12")
                    .says("A VAT number of nine characters after its prefix is taken whatever they are; the "
                            + "example refuses a format that its country doesn't have.")
                    .by(judging(Members.text("vat", vat -> validIf(vat, "[A-Z]{2}.{9}")))),
            defect("oioi-reason-empty")
                    .breaks("OIOI-POST-13")
                    .says("The reason is an empty text; the response field states a reason.")
                    .by(body(OBJECTED, reason(reason -> JSON.stringNode("")))),
            defect("oioi-reason-in-list")
                    .breaks("OIOI-POST-13")
                    .says("The reason is a list; the response field is a string.")
                    .by(body(OBJECTED, reason(reason -> JSON.arrayNode().add(reason)))),
            defect("oioi-reason-in-object")
                    .breaks("OIOI-POST-13")
                    .says("The reason is an object with the member that was wrong; the response field is a string.")
                    .by(body(OBJECTED, reason(reason -> JSON.objectNode().set("vat", reason)))),
            defect("oioi-reason-is-a-number")
                    .breaks("OIOI-POST-13")
                    .says("The reason is a number; the response field is a string.")
                    .by(body(OBJECTED, reason(reason -> JSON.numberNode(17)))),
            defect("oioi-reason-null-on-success")
                    .breaks("OIOI-POST-13")
                    .says("A post that succeeds has a reason of null; the response field, if present, is a string.")
                    .by(body(POSTED, reason(reason -> JSON.nullNode()))),
            defect("oioi-reason-empty-on-success")
                    .breaks("OIOI-POST-13")
                    .says("A post that succeeds has an empty reason; the response field, if present, states one.")
                    .by(body(POSTED, reason(reason -> JSON.stringNode("")))),
            defect("oioi-reason-false-on-success")
                    .breaks("OIOI-POST-13")
                    .says("A post that succeeds has a reason of false; the response field, if present, is a string.")
                    .by(body(POSTED, reason(reason -> JSON.booleanNode(false)))));

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

    private static CallResult objection(String reason) {
        return new CallResult.Objected(reason);
    }

    private static CallResult vatObjection() {
        return objection("Could not validate VAT number");
    }

    private static Variation<UserRecords> postOfSecondaryRefused() {
        String secondary = UserTestData.secondary().username();
        return ofUsers(
                Posting.class,
                next -> (user, details) -> user.username().equals(secondary)
                        ? CallResult.failed(ResultCode.INVALID_REQUEST)
                        : next.post(user, details));
    }

    private static Variation<UserRecords> vatObjected(UnaryOperator<CallResult> otherwise) {
        return ofUsers(
                DetailsRules.class,
                next -> details -> next.objection(details)
                        .map(outcome -> outcome instanceof CallResult.Objected objected
                                        && objected.reason().contains("VAT")
                                ? otherwise.apply(outcome)
                                : outcome));
    }

    private static String validIf(String vat, String form) {
        return vat.matches(form) ? UserTestData.VALID_VAT : vat;
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
