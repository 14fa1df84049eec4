package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.Answers.POSTED;
import static io.chargeproof.sandbox.defect.Answers.SHOWN;
import static io.chargeproof.sandbox.defect.Answers.body;
import static io.chargeproof.sandbox.defect.Lookups.by;
import static io.chargeproof.sandbox.defect.Lookups.readAs;
import static io.chargeproof.sandbox.defect.Lookups.refusing;
import static io.chargeproof.sandbox.defect.Lookups.unreadable;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.TestData;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.Call;
import io.chargeproof.sandbox.user.IdentifierType;
import io.chargeproof.sandbox.user.ResultCode;
import io.chargeproof.sandbox.user.User;
import io.chargeproof.sandbox.user.UserReference;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the user calls by the kind of identifier: who should be found isn't. */
final class UserIdentifierDefects {
    private static final String GET = "user-get-details";
    private static final Predicate<UserReference> BY_EVCO_ID = by(IdentifierType.EVCO_ID);
    private static final Predicate<UserReference> BY_RFID = by(IdentifierType.RFID);
    private static final Predicate<UserReference> BY_TOKEN = by(IdentifierType.TOKEN);
    private static final Predicate<Call> GETS = Call.GetDetails.class::isInstance;
    private static final Predicate<Call> POSTS = Call.PostDetails.class::isInstance;
    private static final Pattern SIX_PLACES = Pattern.compile(".{2}[*-]?.{3}[*-]?.{6}([*-].)?");
    private static final User SECONDARY = TestData.secondary();

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-secondary-unknown-by-name", refusing(is(SECONDARY.username()), ResultCode.UNKNOWN_USERNAME)),
            entry("oioi-secondary-token-refused", refusing(is(SECONDARY.username()), ResultCode.WRONG_TOKEN)),
            entry("oioi-get-without-user", body(SHOWN, body -> body.remove("user"))),
            entry("oioi-user-in-list", body(SHOWN, Members.each("user", Members::listed))),
            entry("oioi-user-below-the-call", body(SHOWN, UserIdentifierDefects::belowCall)),
            entry("oioi-evco-id-unknown-on-get", lost(GETS, BY_EVCO_ID)),
            entry(
                    "oioi-evco-id-of-six-places-unknown",
                    lost(GETS, BY_EVCO_ID.and(UserIdentifierDefects::hasSixPlaces))),
            entry(
                    "oioi-evco-id-with-stars-unknown",
                    lost(GETS, reference -> reference.identifier().contains("*"))),
            entry("oioi-evco-id-token-refused-on-get", mistrusted(GETS, BY_EVCO_ID)),
            entry(
                    "oioi-get-by-evco-id-without-user",
                    body(SHOWN.and(Answers.by(IdentifierType.EVCO_ID)), body -> body.remove("user"))),
            entry("oioi-rfid-no-type-on-get", unreadable(GETS.and(call -> BY_RFID.test(call.user())))),
            entry("oioi-rfid-of-secondary-unknown", lost(GETS, is(SECONDARY.rfid()))),
            entry("oioi-rfid-token-refused-on-get", mistrusted(GETS, BY_RFID)),
            entry(
                    "oioi-get-by-rfid-with-null-user",
                    body(SHOWN.and(Answers.by(IdentifierType.RFID)), body -> body.putNull("user"))),
            entry("oioi-evco-id-unknown-on-post", lost(POSTS, BY_EVCO_ID)),
            entry("oioi-evco-id-no-type-on-post", unreadable(POSTS.and(call -> BY_EVCO_ID.test(call.user())))),
            entry(
                    "oioi-evco-id-post-with-reason",
                    body(POSTED.and(Answers.by(IdentifierType.EVCO_ID)), UserIdentifierDefects::withReason)),
            entry("oioi-rfid-no-type-on-post", unreadable(POSTS.and(call -> BY_RFID.test(call.user())))),
            entry("oioi-rfid-token-refused-on-post", mistrusted(POSTS, BY_RFID)),
            entry("oioi-rfid-of-secondary-unknown-on-post", lost(POSTS, is(SECONDARY.rfid()))),
            entry("oioi-token-no-type-on-post", unreadable(POSTS.and(call -> BY_TOKEN.test(call.user())))),
            entry(
                    "oioi-token-needed-twice",
                    refusing(BY_TOKEN.and(reference -> reference.token() == null), ResultCode.WRONG_TOKEN)),
            entry("oioi-token-unknown-on-post", lost(POSTS, BY_TOKEN)));

    private UserIdentifierDefects() {}

    private static Predicate<UserReference> is(String identifier) {
        return reference -> reference.identifier().equals(identifier);
    }

    private static boolean hasSixPlaces(UserReference reference) {
        return SIX_PLACES.matcher(reference.identifier()).matches();
    }

    private static Variation lost(Predicate<Call> which, Predicate<UserReference> when) {
        return readAs(
                which,
                when,
                (users, reference) ->
                        new UserReference(reference.type(), "lost " + reference.identifier(), reference.token()));
    }

    private static Variation mistrusted(Predicate<Call> which, Predicate<UserReference> when) {
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
