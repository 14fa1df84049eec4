package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.provider.Variation.ofUsers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.Outcome;
import io.chargeproof.sandbox.user.ResultCode;
import io.chargeproof.sandbox.user.UserRendering;
import io.chargeproof.sandbox.wire.Draft;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Freedoms of the user calls in results: codes, texts, statuses, and members beside what is documented. */
final class UserResultFreedoms {
    private static final String POST = "user-post-details";
    private static final Set<Integer> AUTHENTICATION = Set.of(144, 145);
    private static final Set<Integer> CLIENT = Set.of(210, 230);

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-failures-with-400", answering(UserResultFreedoms::isFailure, draft -> draft.withStatus(400))),
            entry("oioi-failures-with-other-4xx", otherStatuses()),
            entry("oioi-code-140-for-authentication", coded(AUTHENTICATION, 140, "Not authenticated")),
            entry("oioi-code-200-for-client-faults", coded(CLIENT, 200, "Client request error")),
            entry("oioi-codes-as-decimals", edited(outcome -> true, UserResultFreedoms::codeAsDecimal)),
            entry("oioi-wrong-key-220", coded(Set.of(210), 220, "This key may not call")),
            entry("oioi-unknown-identifiers-144", coded(Set.of(140), 144, "There is nobody of that kind")),
            entry("oioi-unknown-identifiers-145", coded(Set.of(140), 145, "That doesn't fit together")),
            entry("oioi-other-messages", edited(outcome -> true, UserResultFreedoms::sayOtherwise)),
            entry(
                    "oioi-call-in-answer-to-post",
                    edited(Outcome.Posted.class::isInstance, body -> body.putObject(POST))),
            entry(
                    "oioi-call-in-answer-to-get",
                    edited(Outcome.Shown.class::isInstance, body -> body.putObject("user-get-details"))),
            entry(
                    "oioi-reason-in-german",
                    edited(Outcome.Objected.class::isInstance, UserResultFreedoms::germanReason)),
            entry(
                    "oioi-wrong-vat-with-230",
                    answering(UserResultFreedoms::isAboutVat, UserResultFreedoms::alsoInvalid)),
            entry(
                    "oioi-refuses-details-with-200",
                    answering(
                            UserResultFreedoms::isAboutDetails, draft -> refused(draft, 200, "Client request error"))),
            entry(
                    "oioi-refuses-details-with-100",
                    answering(UserResultFreedoms::isAboutDetails, draft -> refused(draft, 100, "System error"))),
            entry("oioi-extra-members", edited(outcome -> true, UserResultFreedoms::withExtraMembers)),
            entry("oioi-changing-extra-members", changingExtraMembers()));

    private UserResultFreedoms() {}

    private static boolean isFailure(Outcome outcome) {
        return outcome instanceof Outcome.Failed;
    }

    private static Variation answering(Predicate<Outcome> when, UnaryOperator<Draft> change) {
        return ofUsers(UserRendering.class, next -> (request, outcome) -> {
            Draft draft = next.render(request, outcome);
            return when.test(outcome) ? change.apply(draft) : draft;
        });
    }

    private static Variation edited(Predicate<Outcome> when, Consumer<ObjectNode> edit) {
        return answering(when, draft -> draft.edited(edit));
    }

    private static Variation coded(Set<Integer> codes, int code, String message) {
        return edited(
                outcome -> outcome instanceof Outcome.Failed failed
                        && codes.contains(failed.code().code()),
                body -> body.putObject("result").put("code", code).put("message", message));
    }

    private static Variation otherStatuses() {
        return ofUsers(
                UserRendering.class,
                next -> (request, outcome) -> outcome instanceof Outcome.Failed failed
                        ? next.render(request, outcome).withStatus(otherStatus(failed.code()))
                        : next.render(request, outcome));
    }

    private static int otherStatus(ResultCode code) {
        return switch (code) {
            case SUCCESS -> 200;
            case NOT_AUTHENTICATED, UNKNOWN_USERNAME -> 404;
            case WRONG_TOKEN -> 403;
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

    private static boolean isAboutVat(Outcome outcome) {
        return outcome instanceof Outcome.Objected objected && objected.reason().contains("VAT");
    }

    private static boolean isAboutDetails(Outcome outcome) {
        return outcome instanceof Outcome.Objected && !isAboutVat(outcome);
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

    private static Variation changingExtraMembers() {
        return provider -> {
            AtomicInteger answers = new AtomicInteger();
            return edited(outcome -> true, body -> withNumber(body, answers.incrementAndGet()))
                    .vary(provider);
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
