package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.Json;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Pipeline;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Defects of user-post-details in whom a post changes, and when: refused posts, other users, the same post again. */
public final class UserWriteDefects {
    private static final List<String> NAMES = List.of("first-name", "last-name", "billing-name");

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-post-with-wrong-token-stored")
                    .breaks("OIOI-POST-14")
                    .says("A post with a wrong token fails and stores the names; the table has a code for a "
                            + "failed authentication.")
                    .by(despite(failed(ResultCode.WRONG_TOKEN), UserWriteDefects::named, NAMES)),
            defect("oioi-post-with-wrong-key-stored")
                    .breaks("OIOI-POST-14")
                    .says("A post with a wrong API key fails and stores the names; the transport chapter lets "
                            + "nobody in without a key.")
                    .by(despite(failed(ResultCode.INVALID_API_KEY), UserWriteDefects::named, NAMES)),
            defect("oioi-post-with-other-token-stored-for-its-owner")
                    .breaks("OIOI-POST-14")
                    .says("A post with another user's token fails and stores the names for that user; "
                            + "authentication failed.")
                    .by(despite(failed(ResultCode.WRONG_TOKEN), LookupChanges::owner, NAMES)),
            defect("oioi-post-with-wrong-token-stores-phone")
                    .breaks("OIOI-POST-14")
                    .says("A post with a wrong token fails and stores the phone alone; authentication failed.")
                    .by(despite(failed(ResultCode.WRONG_TOKEN), UserWriteDefects::named, List.of("phone"))),
            defect("oioi-post-for-unknown-user-stored-for-token")
                    .breaks("OIOI-POST-14")
                    .says("A post for an unknown username fails and stores the names for the user of the token; "
                            + "authentication failed.")
                    .by(despite(failed(ResultCode.UNKNOWN_USERNAME), LookupChanges::owner, NAMES)),
            defect("oioi-rest-stored-beside-wrong-vat")
                    .breaks("OIOI-POST-15")
                    .says("Names beside a wrong VAT number are stored; the answer gives a reason why the post "
                            + "failed.")
                    .by(despite(objected("VAT"), UserWriteDefects::named, NAMES)),
            defect("oioi-wrong-vat-stored")
                    .breaks("OIOI-POST-15")
                    .says("A wrong VAT number is stored; the answer gives a reason why it wasn't.")
                    .by(despite(objected("VAT"), UserWriteDefects::named, List.of("vat"))),
            defect("oioi-names-stored-beside-wrong-country")
                    .breaks("OIOI-POST-15")
                    .says("Names beside a wrong country are stored; the answer gives a reason why the post failed.")
                    .by(despite(objected("country"), UserWriteDefects::named, NAMES)),
            defect("oioi-phone-stored-beside-wrong-locale")
                    .breaks("OIOI-POST-15")
                    .says("A phone beside a wrong locale is stored; the answer gives a reason why the post failed.")
                    .by(despite(objected("locale"), UserWriteDefects::named, List.of("phone"))),
            defect("oioi-rest-stored-beside-wrong-type")
                    .breaks("OIOI-POST-15")
                    .says("Names beside a member of a wrong type are stored; the answer has the code of an "
                            + "invalid format.")
                    .by(despite(failed(ResultCode.INVALID_REQUEST), UserWriteDefects::named, NAMES)),
            defect("oioi-post-by-rfid-reaches-another")
                    .breaks("OIOI-POST-18")
                    .says("A post by RFID sets the details of another user; the user field names one.")
                    .by(LookupChanges.readAs(
                            Call.PostDetails.class::isInstance,
                            LookupChanges.by(IdentifierType.RFID),
                            UserWriteDefects::another)),
            defect("oioi-post-sets-everybodys-locale")
                    .breaks("OIOI-POST-18")
                    .says("A posted locale is that of all users; the user field names one.")
                    .by(reachingOthers(details -> details.retain("locale"))),
            defect("oioi-post-clears-phones-of-others")
                    .breaks("OIOI-POST-18")
                    .says("A post clears the phones of all other users; the user field names one.")
                    .by(reachingOthers(details -> details.removeAll().putNull("phone"))),
            defect("oioi-post-sets-everybodys-address")
                    .breaks("OIOI-POST-18")
                    .says("A posted address is that of all users; the user field names one.")
                    .by(reachingOthers(details -> details.retain("address"))),
            defect("oioi-same-post-refused")
                    .breaks("OIOI-POST-19")
                    .says("The same post again is refused; setting details has no memory of it.")
                    .by(again(details -> CallResult.failed(ResultCode.INVALID_REQUEST))),
            defect("oioi-same-post-objected-to")
                    .breaks("OIOI-POST-19")
                    .says("The same post again gets a reason; the page gives one for an error alone.")
                    .by(again(details -> new CallResult.Objected("There is nothing to change"))),
            defect("oioi-same-post-clears-vat")
                    .breaks("OIOI-POST-19")
                    .says("The same post again clears the VAT number; it sets the same details.")
                    .by(againEdited(Members.toNull("vat"))),
            defect("oioi-same-post-adds-up")
                    .breaks("OIOI-POST-19")
                    .says("The same post again doubles the last name; it sets the same details.")
                    .by(againEdited(Members.text("last-name", name -> name + " " + name))));

    private UserWriteDefects() {}

    private static Predicate<CallResult> failed(ResultCode code) {
        return outcome -> outcome instanceof CallResult.Failed failed && failed.code() == code;
    }

    private static Predicate<CallResult> objected(String about) {
        return outcome -> outcome instanceof CallResult.Objected objected
                && objected.reason().contains(about);
    }

    private static Optional<User> named(UserRecords users, UserReference reference) {
        return users.find(reference.type(), reference.identifier());
    }

    /** A post that was refused stores some texts all the same. */
    private static Variation<UserRecords> despite(
            Predicate<CallResult> refusal,
            BiFunction<UserRecords, UserReference, Optional<User>> whose,
            List<String> members) {
        return service -> service.with(UserFlow.class, next -> (pipeline, request) -> {
            CallResult outcome = next.proceed(pipeline, request);
            if (refusal.test(outcome)) {
                post(pipeline, request)
                        .ifPresent(post -> whose.apply(service.records(), post.user())
                                .ifPresent(
                                        user -> user.change(record -> record.setAll(texts(post.details(), members)))));
            }
            return outcome;
        });
    }

    private static Optional<Call.PostDetails> post(Pipeline pipeline, Request request) {
        return pipeline.step(Decoding.class).decode(request.body()) instanceof Decoded.Document document
                ? pipeline.step(CallReading.class)
                        .read(document.root())
                        .filter(Call.PostDetails.class::isInstance)
                        .map(Call.PostDetails.class::cast)
                : Optional.empty();
    }

    private static ObjectNode texts(ObjectNode details, List<String> members) {
        ObjectNode texts = Json.object();
        members.stream()
                .filter(name -> details.path(name).isString())
                .forEach(name -> texts.set(name, details.path(name)));
        return texts;
    }

    private static UserReference another(UserRecords users, UserReference reference) {
        return users.find(reference.type(), reference.identifier())
                .filter(user -> user.token().equals(reference.token()))
                .map(user -> LookupChanges.other(users, user))
                .map(other -> new UserReference(IdentifierType.USERNAME, other.username(), other.token()))
                .orElse(reference);
    }

    private static Variation<UserRecords> reachingOthers(Consumer<ObjectNode> part) {
        return service -> service.with(Posting.class, next -> (user, details) -> {
            ObjectNode reaching = PostChanges.edited(details, part);
            service.records().all().stream()
                    .filter(other -> !other.username().equals(user.username()))
                    .forEach(other -> next.post(other, reaching));
            return next.post(user, details);
        });
    }

    /** A post that is the same as the user's one before ends otherwise. */
    private static Variation<UserRecords> again(Function<ObjectNode, CallResult> end) {
        return service -> {
            Map<String, ObjectNode> last = new ConcurrentHashMap<>();
            return service.with(
                    Posting.class,
                    next -> (user, details) -> details.equals(last.put(user.username(), details))
                            ? end.apply(details)
                            : next.post(user, details));
        };
    }

    private static Variation<UserRecords> againEdited(Consumer<ObjectNode> edit) {
        return service -> {
            Map<String, ObjectNode> last = new ConcurrentHashMap<>();
            return service.with(
                    Posting.class,
                    next -> (user, details) -> next.post(
                            user,
                            details.equals(last.put(user.username(), details))
                                    ? PostChanges.edited(details, edit)
                                    : details));
        };
    }
}
