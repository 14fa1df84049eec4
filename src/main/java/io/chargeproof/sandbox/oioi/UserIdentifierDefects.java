package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.Answers.POSTED;
import static io.chargeproof.sandbox.oioi.Answers.SHOWN;
import static io.chargeproof.sandbox.oioi.Answers.answering;
import static io.chargeproof.sandbox.oioi.Answers.body;
import static io.chargeproof.sandbox.oioi.LookupChanges.by;
import static io.chargeproof.sandbox.oioi.LookupChanges.readAs;
import static io.chargeproof.sandbox.oioi.LookupChanges.refusing;
import static io.chargeproof.sandbox.oioi.LookupChanges.unreadable;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.Json;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Draft;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the user calls by the kind of identifier: who should be found isn't. */
public final class UserIdentifierDefects {
    private static final String GET = "user-get-details";
    private static final Predicate<UserReference> BY_EVCO_ID = by(IdentifierType.EVCO_ID);
    private static final Predicate<UserReference> BY_RFID = by(IdentifierType.RFID);
    private static final Predicate<UserReference> BY_TOKEN = by(IdentifierType.TOKEN);
    private static final Predicate<Call> GETS = Call.GetDetails.class::isInstance;
    private static final Predicate<Call> POSTS = Call.PostDetails.class::isInstance;
    private static final Pattern SIX_PLACES = Pattern.compile(".{2}[*-]?.{3}[*-]?.{6}([*-].)?");
    private static final User SECONDARY = UserTestData.secondary();

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-secondary-unknown-by-name")
                    .breaks("OIOI-GET-1")
                    .says("One of the users isn't found by its name; the page lists username among the "
                            + "identifier types.")
                    .by(refusing(is(SECONDARY.username()), ResultCode.UNKNOWN_USERNAME)),
            defect("oioi-secondary-token-refused")
                    .breaks("OIOI-GET-1")
                    .says("One of the users is refused with its own token; the page lets the token authenticate.")
                    .by(refusing(is(SECONDARY.username()), ResultCode.WRONG_TOKEN)),
            defect("oioi-get-without-user")
                    .breaks("OIOI-GET-1")
                    .says("A get succeeds without a user; the response has one.")
                    .by(body(SHOWN, body -> body.remove("user"))),
            defect("oioi-user-without-address-unreadable")
                    .breaks("OIOI-GET-1")
                    .says("A get of a user whose address is null fails with a system error; the page lets it be null.")
                    .by(answering(SHOWN, UserIdentifierDefects::failedWithoutAddress)),
            defect("oioi-user-in-list")
                    .breaks("OIOI-GET-1")
                    .says("A get brings a list of one user; the response has an object.")
                    .by(body(SHOWN, Members.each("user", Members::listed))),
            defect("oioi-user-below-the-call")
                    .breaks("OIOI-GET-1")
                    .says("A get has the user below the call's name; the example has it at the top.")
                    .by(body(SHOWN, UserIdentifierDefects::belowCall)),
            defect("oioi-evco-id-unknown-on-get")
                    .breaks("OIOI-GET-2")
                    .says("No EVCO ID finds a user in a get; the page lists it among the identifier types.")
                    .by(lost(GETS, BY_EVCO_ID)),
            defect("oioi-evco-id-of-six-places-unknown")
                    .breaks("OIOI-GET-2")
                    .says("An EVCO ID whose instance has six places finds no user; the page lists EVCO IDs "
                            + "without setting a length.")
                    .by(lost(GETS, BY_EVCO_ID.and(UserIdentifierDefects::hasSixPlaces))),
            defect("oioi-evco-id-with-stars-unknown")
                    .breaks("OIOI-GET-2")
                    .says("An EVCO ID with asterisks finds no user in a get; the page's example shows one like it.")
                    .by(lost(GETS, reference -> reference.identifier().contains("*"))),
            defect("oioi-evco-id-token-refused-on-get")
                    .breaks("OIOI-GET-2")
                    .says("An EVCO ID is refused with that user's token; the page lets the token authenticate.")
                    .by(mistrusted(GETS, BY_EVCO_ID)),
            defect("oioi-get-by-evco-id-without-user")
                    .breaks("OIOI-GET-2")
                    .says("A get by EVCO ID succeeds without a user; the response has one.")
                    .by(body(SHOWN.and(Answers.by(IdentifierType.EVCO_ID)), body -> body.remove("user"))),
            defect("oioi-rfid-no-type-on-get")
                    .breaks("OIOI-GET-3")
                    .says("A get by RFID is no valid request; the page lists it among the identifier types.")
                    .by(unreadable(GETS.and(call -> BY_RFID.test(call.user())))),
            defect("oioi-rfid-of-secondary-unknown")
                    .breaks("OIOI-GET-3")
                    .says("The RFID of one of the users finds nobody; the page lists it among the identifier types.")
                    .by(lost(GETS, is(SECONDARY.rfid()))),
            defect("oioi-rfid-token-refused-on-get")
                    .breaks("OIOI-GET-3")
                    .says("An RFID is refused with that user's token; the page lets the token authenticate.")
                    .by(mistrusted(GETS, BY_RFID)),
            defect("oioi-get-by-rfid-with-null-user")
                    .breaks("OIOI-GET-3")
                    .says("A get by RFID succeeds with a user of null; the response has one.")
                    .by(body(SHOWN.and(Answers.by(IdentifierType.RFID)), body -> body.putNull("user"))),
            defect("oioi-evco-id-unknown-on-post")
                    .breaks("OIOI-POST-2")
                    .says("No EVCO ID finds a user in a post; the page lists it among the identifier types.")
                    .by(lost(POSTS, BY_EVCO_ID)),
            defect("oioi-evco-id-no-type-on-post")
                    .breaks("OIOI-POST-2")
                    .says("A post by EVCO ID is no valid request; the page lists it among the identifier types.")
                    .by(unreadable(POSTS.and(call -> BY_EVCO_ID.test(call.user())))),
            defect("oioi-evco-id-post-with-reason")
                    .breaks("OIOI-POST-2")
                    .says("A post by EVCO ID succeeds with a reason against it; the page gives one for an error "
                            + "alone.")
                    .by(body(POSTED.and(Answers.by(IdentifierType.EVCO_ID)), UserIdentifierDefects::withReason)),
            defect("oioi-rfid-no-type-on-post")
                    .breaks("OIOI-POST-3")
                    .says("A post by RFID is no valid request; the page lists it among the identifier types.")
                    .by(unreadable(POSTS.and(call -> BY_RFID.test(call.user())))),
            defect("oioi-rfid-token-refused-on-post")
                    .breaks("OIOI-POST-3")
                    .says("A post by RFID is refused with that user's token; the page lets the token authenticate.")
                    .by(mistrusted(POSTS, BY_RFID)),
            defect("oioi-rfid-of-secondary-unknown-on-post")
                    .breaks("OIOI-POST-3")
                    .says("The RFID of one of the users finds nobody in a post; the page lists it among the "
                            + "identifier types.")
                    .by(lost(POSTS, is(SECONDARY.rfid()))),
            defect("oioi-token-no-type-on-post")
                    .breaks("OIOI-POST-4")
                    .says("A post by token is no valid request; the page of the post lists it among the "
                            + "identifier types.")
                    .by(unreadable(POSTS.and(call -> BY_TOKEN.test(call.user())))),
            defect("oioi-token-needed-twice")
                    .breaks("OIOI-POST-4")
                    .says("A post by token needs the token beside it as well; the page calls that one optional.")
                    .by(refusing(BY_TOKEN.and(reference -> reference.token() == null), ResultCode.WRONG_TOKEN)),
            defect("oioi-token-unknown-on-post")
                    .breaks("OIOI-POST-4")
                    .says("No token finds a user in a post; the page of the post lists it among the identifier "
                            + "types.")
                    .by(lost(POSTS, BY_TOKEN)));

    private UserIdentifierDefects() {}

    private static Draft failedWithoutAddress(Draft draft) {
        JsonNode body = draft.body();
        if (body == null || !body.at("/user/address").isNull()) {
            return draft;
        }
        ObjectNode failure = Json.object();
        failure.putObject("result").put("code", 100).put("message", "System error");
        return draft.withStatus(400).withBody(failure);
    }

    private static Predicate<UserReference> is(String identifier) {
        return reference -> reference.identifier().equals(identifier);
    }

    private static boolean hasSixPlaces(UserReference reference) {
        return SIX_PLACES.matcher(reference.identifier()).matches();
    }

    private static Variation<UserRecords> lost(Predicate<Call> which, Predicate<UserReference> when) {
        return readAs(
                which,
                when,
                (users, reference) ->
                        new UserReference(reference.type(), "lost " + reference.identifier(), reference.token()));
    }

    private static Variation<UserRecords> mistrusted(Predicate<Call> which, Predicate<UserReference> when) {
        return readAs(which, when, (users, reference) -> reference.withToken("mistrusted"));
    }

    private static void belowCall(ObjectNode body) {
        JsonNode user = body.remove("user");
        body.putObject(GET).set("user", user);
    }

    private static void withReason(ObjectNode body) {
        body.putObject("user-post-details").put("reason", "The user can't be changed by EVCO ID");
    }
}
