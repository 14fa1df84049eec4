package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of what is taken for a call. */
final class CallChanges {
    private CallChanges() {}

    /** A request's object is edited before it is read. */
    static Variation<UserRecords> root(Consumer<ObjectNode> edit) {
        return ofUsers(
                CallReading.class,
                next -> root -> next.read(root instanceof ObjectNode object ? PostChanges.edited(object, edit) : root));
    }

    /** What a request's object has under its one name is edited before it is read. */
    static Variation<UserRecords> call(BiConsumer<UserRecords, ObjectNode> edit) {
        return service -> root(root -> {
                    if (call(root) instanceof ObjectNode call) {
                        edit.accept(service.records(), call);
                    }
                })
                .vary(service);
    }

    /** The user in a call is edited before the call is read. */
    static Variation<UserRecords> user(BiConsumer<UserRecords, ObjectNode> edit) {
        return call((users, call) -> {
            if (call.path("user") instanceof ObjectNode user) {
                edit.accept(users, user);
            }
        });
    }

    /** Some JSON values that are no call succeed. */
    static Variation<UserRecords> carriedOut(Predicate<JsonNode> which) {
        return bodiesCarriedOut((decoding, body) ->
                decoding.decode(body) instanceof Decoded.Document document && which.test(document.root()));
    }

    /** An empty body succeeds. */
    static Variation<UserRecords> emptyBodyCarriedOut() {
        return bodiesCarriedOut((decoding, body) -> body.size() == 0);
    }

    /** The provider breaks down over some JSON values. */
    static Variation<UserRecords> crashing(Predicate<JsonNode> over) {
        return ofUsers(CallReading.class, next -> root -> {
            if (over.test(root)) {
                throw new IllegalStateException("the call can't be read");
            }
            return next.read(root);
        });
    }

    /** The provider breaks down over a body that isn't JSON. */
    static Decoding crashingOverMalformed(Decoding next) {
        return body -> {
            if (next.decode(body) instanceof Decoded.Malformed malformed) {
                throw new IllegalStateException(malformed.why());
            }
            return next.decode(body);
        };
    }

    /** A list or an object of one is taken for what is in it. */
    static Consumer<ObjectNode> unwrapped(String member, Predicate<JsonNode> which) {
        return holder -> {
            JsonNode value = holder.path(member);
            if (which.test(value) && value.size() == 1) {
                holder.set(member, value.values().iterator().next());
            }
        };
    }

    /** What a request's object has under its one name. */
    static JsonNode call(JsonNode root) {
        return root.isObject() && root.size() == 1 ? root.values().iterator().next() : root.path(-1);
    }

    private static Variation<UserRecords> bodiesCarriedOut(BiPredicate<Decoding, Bytes> which) {
        return ofUsers(UserFlow.class, next -> (pipeline, request) -> {
            CallResult outcome = next.proceed(pipeline, request);
            boolean malformed =
                    outcome instanceof CallResult.Failed failed && failed.code() == ResultCode.INVALID_REQUEST;
            return malformed && which.test(pipeline.step(Decoding.class), request.body())
                    ? new CallResult.Posted()
                    : outcome;
        });
    }
}
