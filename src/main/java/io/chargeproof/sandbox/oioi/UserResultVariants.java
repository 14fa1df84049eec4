package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.variant;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Draft;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Variants of the user calls in results: codes, texts, statuses, and members beside what is documented. */
public final class UserResultVariants {
    private static final String POST = "user-post-details";
    private static final Set<Integer> AUTHENTICATION = Set.of(144, 145);
    private static final Set<Integer> CLIENT = Set.of(210, 230);

    static final List<Deviation<UserRecords>> VARIANTS = List.of(
            variant("oioi-failures-with-400")
                    .of("OIOI-HTTP-4")
                    .says("Every failure comes with HTTP 400; the transport chapter has it for requests that "
                            + "are wrong.")
                    .feltByClients()
                    .by(answering(UserResultVariants::isFailure, draft -> draft.withStatus(400))),
            variant("oioi-failures-with-other-4xx")
                    .of("OIOI-HTTP-4")
                    .says("Each kind of failure has another status of 4xx than usual; the pages tie none to a code.")
                    .by(otherStatuses()),
            variant("oioi-code-140-for-authentication")
                    .of("OIOI-RESULT-2")
                    .says("Unknown users and wrong tokens get code 140; it is the more general one of both.")
                    .feltByClients()
                    .by(coded(AUTHENTICATION, 140, "Not authenticated")),
            variant("oioi-code-200-for-client-faults")
                    .of("OIOI-RESULT-2")
                    .says("Wrong API keys and malformed calls get code 200; it is the more general one of both.")
                    .by(coded(CLIENT, 200, "Client request error")),
            variant("oioi-codes-as-decimals")
                    .of("OIOI-RESULT-1")
                    .says("The code is written 0.0 or 145.0; a number without a fraction is an integer.")
                    .feltByClients()
                    .by(edited(outcome -> true, UserResultVariants::codeAsDecimal)),
            variant("oioi-wrong-key-220")
                    .of("OIOI-KEY-2")
                    .says("A wrong API key gets the code of one that isn't allowed; the transport chapter has "
                            + "either.")
                    .by(coded(Set.of(210), 220, "This key may not call")),
            variant("oioi-unknown-identifiers-144")
                    .of("OIOI-AUTH-4")
                    .says("Unknown EVCO IDs, RFIDs and tokens get code 144; the pages don't say which of theirs "
                            + "it is.")
                    .by(coded(Set.of(140), 144, "There is nobody of that kind")),
            variant("oioi-unknown-identifiers-145")
                    .of("OIOI-AUTH-4")
                    .says("Unknown EVCO IDs, RFIDs and tokens get code 145; the pages don't say which of theirs "
                            + "it is.")
                    .by(coded(Set.of(140), 145, "That doesn't fit together")),
            variant("oioi-other-messages")
                    .of("OIOI-RESULT-3")
                    .says("Messages are in words of the provider's own; the table's texts aren't promised.")
                    .feltByClients()
                    .by(edited(outcome -> true, UserResultVariants::sayOtherwise)),
            variant("oioi-call-in-answer-to-post")
                    .of("OIOI-POST-1")
                    .says("A post that succeeds comes with an empty object under the call's name; it is the "
                            + "reason that tells an error.")
                    .feltByClients()
                    .by(edited(CallResult.Posted.class::isInstance, body -> body.putObject(POST))),
            variant("oioi-call-in-answer-to-get")
                    .of("OIOI-GET-17")
                    .says("A user comes with an empty object under the call's name; members that the page "
                            + "doesn't list are free.")
                    .feltByClients()
                    .by(edited(CallResult.Shown.class::isInstance, body -> body.putObject("user-get-details"))),
            variant("oioi-reason-in-german")
                    .of("OIOI-POST-13")
                    .says("Reasons are in German; the response field is any text.")
                    .feltByClients()
                    .by(edited(CallResult.Objected.class::isInstance, UserResultVariants::germanReason)),
            variant("oioi-wrong-vat-with-230")
                    .of("OIOI-POST-12")
                    .says("A wrong VAT number gets a reason beside code 230; the example's code isn't promised.")
                    .feltByClients()
                    .by(answering(UserResultVariants::isAboutVat, UserResultVariants::alsoInvalid)),
            variant("oioi-refuses-details-with-200")
                    .of("OIOI-POST-9")
                    .says("A wrong country or locale gets code 200 in place of a reason; it is more general "
                            + "than 230.")
                    .by(answering(
                            UserResultVariants::isAboutDetails, draft -> refused(draft, 200, "Client request error"))),
            variant("oioi-refuses-details-with-100")
                    .of("OIOI-POST-9")
                    .says("A wrong country or locale gets code 100 in place of a reason; it is more general "
                            + "than 230.")
                    .by(answering(UserResultVariants::isAboutDetails, draft -> refused(draft, 100, "System error"))),
            variant("oioi-extra-members")
                    .of("OIOI-GET-17")
                    .says("Answers have members at every level that the pages don't list; JSON can be extended.")
                    .feltByClients()
                    .by(edited(outcome -> true, UserResultVariants::withExtraMembers)),
            variant("oioi-changing-extra-members")
                    .of("OIOI-GET-17")
                    .says("Answers have a time and a number of their own; members that the pages don't list may "
                            + "change.")
                    .by(changingExtraMembers()));

    private UserResultVariants() {}

    private static boolean isFailure(CallResult outcome) {
        return outcome instanceof CallResult.Failed;
    }

    private static Variation<UserRecords> answering(Predicate<CallResult> when, UnaryOperator<Draft> change) {
        return ofUsers(UserRendering.class, next -> (request, outcome) -> {
            Draft draft = next.render(request, outcome);
            return when.test(outcome) ? change.apply(draft) : draft;
        });
    }

    private static Variation<UserRecords> edited(Predicate<CallResult> when, Consumer<ObjectNode> edit) {
        return answering(when, draft -> draft.edited(edit));
    }

    private static Variation<UserRecords> coded(Set<Integer> codes, int code, String message) {
        return edited(
                outcome -> outcome instanceof CallResult.Failed failed
                        && codes.contains(failed.code().code()),
                body -> body.putObject("result").put("code", code).put("message", message));
    }

    private static Variation<UserRecords> otherStatuses() {
        return ofUsers(
                UserRendering.class,
                next -> (request, outcome) -> outcome instanceof CallResult.Failed failed
                        ? next.render(request, outcome).withStatus(otherStatus(failed.code()))
                        : next.render(request, outcome));
    }

    private static int otherStatus(ResultCode code) {
        return switch (code) {
            case SUCCESS -> 200;
            case NOT_AUTHENTICATED, UNKNOWN_USERNAME -> 404;
            case WRONG_TOKEN, WRONG_PASSWORD -> 403;
            case INVALID_API_KEY -> 401;
            case INVALID_REQUEST -> 422;
        };
    }

    private static void codeAsDecimal(ObjectNode body) {
        ObjectNode result = body.withObject("result");
        result.put("code", result.path("code").asDouble(0));
    }

    private static void sayOtherwise(ObjectNode body) {
        ObjectNode result = body.withObject("result");
        result.put("message", result.path("code").asInt(0) == 0 ? "Gut." : "Das geht so nicht – leider.");
    }

    private static void germanReason(ObjectNode body) {
        body.putObject(POST).put("reason", "Eine der Angaben ließ sich nicht prüfen");
    }

    private static boolean isAboutVat(CallResult outcome) {
        return outcome instanceof CallResult.Objected objected
                && objected.reason().contains("VAT");
    }

    private static boolean isAboutDetails(CallResult outcome) {
        return outcome instanceof CallResult.Objected && !isAboutVat(outcome);
    }

    private static Draft alsoInvalid(Draft draft) {
        return draft.withStatus(400)
                .edited(body -> body.putObject("result")
                        .put("code", ResultCode.INVALID_REQUEST.code())
                        .put("message", ResultCode.INVALID_REQUEST.message()));
    }

    private static Draft refused(Draft draft, int code, String message) {
        return draft.withStatus(400).edited(body -> {
            body.remove(POST);
            body.putObject("result").put("code", code).put("message", message);
        });
    }

    private static void withExtraMembers(ObjectNode body) {
        body.put("version", "4.2").putNull("warnings");
        body.withObject("result").put("help", "https://docs.example.com");
        if (body.path("user") instanceof ObjectNode user) {
            user.put("company-name", "Laadpalen BV").putArray("tags").add(1);
            extend(user.path("address"));
            extend(user.path("billing-address"));
        }
    }

    private static void extend(JsonNode address) {
        if (address instanceof ObjectNode object) {
            object.put("state", "NH").putNull("extra");
        }
    }

    private static Variation<UserRecords> changingExtraMembers() {
        return service -> {
            AtomicInteger answers = new AtomicInteger();
            return edited(outcome -> true, body -> withNumber(body, answers.incrementAndGet()))
                    .vary(service);
        };
    }

    private static void withNumber(ObjectNode body, int number) {
        body.put("timestamp", 1_700_000_000L + number);
        body.withObject("result").put("request-id", "r-" + number);
        if (body.path("user") instanceof ObjectNode user) {
            user.put("last-seen", "2026-01-01T00:00:00." + number + "Z");
        }
    }
}
