package io.chargeproof.sandbox.defect;

import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.Call;
import io.chargeproof.sandbox.user.CallReading;
import io.chargeproof.sandbox.user.IdentifierType;
import io.chargeproof.sandbox.user.Outcome;
import io.chargeproof.sandbox.user.Posting;
import io.chargeproof.sandbox.user.ResultCode;
import io.chargeproof.sandbox.user.User;
import io.chargeproof.sandbox.user.UserFlow;
import io.chargeproof.sandbox.user.UserRecords;
import io.chargeproof.sandbox.user.UserReference;
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
final class UserWriteDefects {
    private static final List<String> NAMES = List.of("first-name", "last-name", "billing-name");

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry(
                    "oioi-post-with-wrong-token-stored",
                    despite(failed(ResultCode.WRONG_TOKEN), UserWriteDefects::named, NAMES)),
            entry(
                    "oioi-post-with-wrong-key-stored",
                    despite(failed(ResultCode.INVALID_API_KEY), UserWriteDefects::named, NAMES)),
            entry(
                    "oioi-post-with-other-token-stored-for-its-owner",
                    despite(failed(ResultCode.WRONG_TOKEN), Lookups::owner, NAMES)),
            entry(
                    "oioi-post-with-wrong-token-stores-phone",
                    despite(failed(ResultCode.WRONG_TOKEN), UserWriteDefects::named, List.of("phone"))),
            entry(
                    "oioi-post-for-unknown-user-stored-for-token",
                    despite(failed(ResultCode.UNKNOWN_USERNAME), Lookups::owner, NAMES)),
            entry("oioi-rest-stored-beside-wrong-vat", despite(objected("VAT"), UserWriteDefects::named, NAMES)),
            entry("oioi-wrong-vat-stored", despite(objected("VAT"), UserWriteDefects::named, List.of("vat"))),
            entry(
                    "oioi-names-stored-beside-wrong-country",
                    despite(objected("country"), UserWriteDefects::named, NAMES)),
            entry(
                    "oioi-phone-stored-beside-wrong-locale",
                    despite(objected("locale"), UserWriteDefects::named, List.of("phone"))),
            entry(
                    "oioi-rest-stored-beside-wrong-type",
                    despite(failed(ResultCode.INVALID_REQUEST), UserWriteDefects::named, NAMES)),
            entry(
                    "oioi-post-by-rfid-reaches-another",
                    Lookups.readAs(
                            Call.PostDetails.class::isInstance,
                            Lookups.by(IdentifierType.RFID),
                            UserWriteDefects::another)),
            entry("oioi-post-sets-everybodys-locale", reachingOthers(details -> details.retain("locale"))),
            entry(
                    "oioi-post-clears-phones-of-others",
                    reachingOthers(details -> details.removeAll().putNull("phone"))),
            entry("oioi-post-sets-everybodys-address", reachingOthers(details -> details.retain("address"))),
            entry("oioi-same-post-refused", again(details -> Outcome.failed(ResultCode.INVALID_REQUEST))),
            entry("oioi-same-post-objected-to", again(details -> new Outcome.Objected("There is nothing to change"))),
            entry("oioi-same-post-clears-vat", againEdited(Members.toNull("vat"))),
            entry("oioi-same-post-adds-up", againEdited(Members.text("last-name", name -> name + " " + name))));

    private UserWriteDefects() {}

    private static Predicate<Outcome> failed(ResultCode code) {
        return outcome -> outcome instanceof Outcome.Failed failed && failed.code() == code;
    }

    private static Predicate<Outcome> objected(String about) {
        return outcome -> outcome instanceof Outcome.Objected objected
                && objected.reason().contains(about);
    }

    private static Optional<User> named(UserRecords users, UserReference reference) {
        return users.find(reference.type(), reference.identifier());
    }

    /** A post that was refused stores some texts all the same. */
    private static Variation despite(
            Predicate<Outcome> refusal,
            BiFunction<UserRecords, UserReference, Optional<User>> whose,
            List<String> members) {
        return provider -> provider.withUserStep(UserFlow.class, next -> (pipeline, request) -> {
            Outcome outcome = next.proceed(pipeline, request);
            if (refusal.test(outcome)) {
                post(pipeline, request)
                        .ifPresent(post -> whose.apply(provider.users(), post.user())
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
                .map(user -> Lookups.other(users, user))
                .map(other -> new UserReference(IdentifierType.USERNAME, other.username(), other.token()))
                .orElse(reference);
    }

    private static Variation reachingOthers(Consumer<ObjectNode> part) {
        return provider -> provider.withUserStep(Posting.class, next -> (user, details) -> {
            ObjectNode reaching = Posts.edited(details, part);
            provider.users().all().stream()
                    .filter(other -> !other.username().equals(user.username()))
                    .forEach(other -> next.post(other, reaching));
            return next.post(user, details);
        });
    }

    /** A post that is the same as the user's one before ends otherwise. */
    private static Variation again(Function<ObjectNode, Outcome> end) {
        return provider -> {
            Map<String, ObjectNode> last = new ConcurrentHashMap<>();
            return provider.withUserStep(
                    Posting.class,
                    next -> (user, details) -> details.equals(last.put(user.username(), details))
                            ? end.apply(details)
                            : next.post(user, details));
        };
    }

    private static Variation againEdited(Consumer<ObjectNode> edit) {
        return provider -> {
            Map<String, ObjectNode> last = new ConcurrentHashMap<>();
            return provider.withUserStep(
                    Posting.class,
                    next -> (user, details) -> next.post(
                            user,
                            details.equals(last.put(user.username(), details))
                                    ? Posts.edited(details, edit)
                                    : details));
        };
    }
}
