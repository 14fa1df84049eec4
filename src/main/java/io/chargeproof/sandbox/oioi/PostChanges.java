package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;

import io.chargeproof.sandbox.provider.Variation;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes of how details are shown, read from a call, judged and stored. */
final class PostChanges {
    private PostChanges() {}

    /** Users are shown otherwise. */
    static Variation<UserRecords> showing(Consumer<ObjectNode> edit) {
        return showing((user, reference) -> true, edit);
    }

    /** Some users are shown otherwise, or users that were identified in some way. */
    static Variation<UserRecords> showing(BiPredicate<User, UserReference> when, Consumer<ObjectNode> edit) {
        return ofUsers(UserView.class, next -> (user, reference) -> {
            ObjectNode shown = next.show(user, reference);
            if (when.test(user, reference)) {
                edit.accept(shown);
            }
            return shown;
        });
    }

    /** Details are edited once they were found right. */
    static Variation<UserRecords> storing(Consumer<ObjectNode> edit) {
        return ofUsers(Posting.class, next -> (user, details) -> next.post(user, edited(details, edit)));
    }

    /** Details are edited before they are judged. */
    static Variation<UserRecords> taking(Consumer<ObjectNode> edit) {
        return ofUsers(CallReading.class, next -> root -> next.read(root).map(call -> taken(call, edit)));
    }

    /** Details for users that are identified in some way are edited before they are judged. */
    static Variation<UserRecords> takingBy(IdentifierType type, Consumer<ObjectNode> edit) {
        return ofUsers(
                CallReading.class,
                next -> root -> next.read(root).map(call -> call.user().type() == type ? taken(call, edit) : call));
    }

    /** Details are judged as if they had been edited, and stored as they are. */
    static Variation<UserRecords> judging(Consumer<ObjectNode> edit) {
        return ofUsers(DetailsRules.class, next -> details -> next.objection(edited(details, edit)));
    }

    /** Some details are found to be of an invalid format. */
    static Variation<UserRecords> refusing(Predicate<ObjectNode> which) {
        return refusing(which, CallResult.failed(ResultCode.INVALID_REQUEST));
    }

    /** Some details end a call in some other way. */
    static Variation<UserRecords> refusing(Predicate<ObjectNode> which, CallResult outcome) {
        return ofUsers(
                DetailsRules.class,
                next -> details -> which.test(details) ? Optional.of(outcome) : next.objection(details));
    }

    /** The provider breaks down over some details. */
    static Variation<UserRecords> crashing(Predicate<ObjectNode> over) {
        return ofUsers(DetailsRules.class, next -> details -> {
            if (over.test(details)) {
                throw new IllegalStateException("the details can't be stored");
            }
            return next.objection(details);
        });
    }

    /** What the details of a call to post are, whatever their JSON type, become something else. */
    static Variation<UserRecords> detailsRead(Predicate<JsonNode> which, JsonNode instead) {
        return callRead(call -> which.test(call.path("details")), details -> instead);
    }

    /** The details of a call to post, whatever their JSON type, become what is made of them. */
    static Variation<UserRecords> detailsRead(UnaryOperator<JsonNode> made) {
        return callRead(call -> call.has("details"), made);
    }

    /** What a text says in JSON, if it is an object; anything else as it is. */
    static JsonNode parsed(JsonNode value) {
        try {
            JsonNode said = value.isString() ? JsonMapper.shared().readTree(value.stringValue()) : value;
            return said instanceof ObjectNode ? said : value;
        } catch (JacksonException noJson) {
            return value;
        }
    }

    /** The same where the user is identified in some way. */
    static Variation<UserRecords> detailsReadBy(IdentifierType type, Predicate<JsonNode> which, JsonNode instead) {
        return callRead(
                call -> call.path("user").path("identifier-type").asString("").equals(type.label())
                        && which.test(call.path("details")),
                details -> instead);
    }

    private static Variation<UserRecords> callRead(Predicate<ObjectNode> which, UnaryOperator<JsonNode> made) {
        return ofUsers(CallReading.class, next -> root -> {
            if (root.path("user-post-details") instanceof ObjectNode call && which.test(call)) {
                ObjectNode other = ((ObjectNode) root).deepCopy();
                other.withObject("user-post-details").set("details", made.apply(call.path("details")));
                return next.read(other);
            }
            return next.read(root);
        });
    }

    static ObjectNode edited(ObjectNode object, Consumer<ObjectNode> edit) {
        ObjectNode copy = object.deepCopy();
        edit.accept(copy);
        return copy;
    }

    private static Call taken(Call call, Consumer<ObjectNode> edit) {
        return call instanceof Call.PostDetails post
                ? new Call.PostDetails(post.user(), edited(post.details(), edit))
                : call;
    }
}
