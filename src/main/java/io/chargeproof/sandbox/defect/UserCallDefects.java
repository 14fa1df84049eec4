package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.Calls.carriedOut;
import static io.chargeproof.sandbox.defect.Calls.crashing;
import static io.chargeproof.sandbox.defect.Calls.root;
import static io.chargeproof.sandbox.defect.Calls.unwrapped;
import static io.chargeproof.sandbox.defect.Calls.user;
import static io.chargeproof.sandbox.provider.Variation.ofUsers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.User;
import io.chargeproof.sandbox.user.UserRecords;
import io.chargeproof.sandbox.wire.Decoding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the user calls in what counts as a call. */
final class UserCallDefects {
    private static final String TYPE = "identifier-type";
    private static final String IDENTIFIER = "identifier";
    private static final String TOKEN = "token";
    private static final Set<String> CALLS = Set.of("user-get-details", "user-post-details");
    private static final Set<String> TYPES = Set.of("username", "evco-id", "rfid", "token");

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-unknown-call-succeeds", carriedOut(root -> root.size() == 1 && !namesCall(root))),
            entry("oioi-empty-object-succeeds", carriedOut(root -> root.isObject() && root.isEmpty())),
            entry("oioi-list-succeeds", carriedOut(JsonNode::isArray)),
            entry("oioi-bare-text-succeeds", carriedOut(JsonNode::isString)),
            entry("oioi-empty-body-succeeds", Calls.emptyBodyCarriedOut()),
            entry("oioi-call-names-without-case", root(UserCallDefects::inLowerCase)),
            entry("oioi-not-a-number-taken", ofUsers(Decoding.class, next -> LenientJson.notANumber())),
            entry("oioi-call-in-a-string-taken", ofUsers(Decoding.class, next -> LenientJson.inAString())),
            entry("oioi-trailing-comma-taken", ofUsers(Decoding.class, next -> LenientJson.trailingCommas())),
            entry("oioi-comments-taken", taking(JsonReadFeature.ALLOW_JAVA_COMMENTS)),
            entry("oioi-single-quotes-taken", taking(JsonReadFeature.ALLOW_SINGLE_QUOTES)),
            entry("oioi-bare-names-taken", taking(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)),
            entry("oioi-bare-control-characters-taken", taking(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)),
            entry("oioi-text-after-call-taken", ofUsers(Decoding.class, next -> ToleratingJson.whateverFollows())),
            entry("oioi-missing-braces-taken", ofUsers(Decoding.class, ToleratingJson::closing)),
            entry("oioi-malformed-500", ofUsers(Decoding.class, Calls::crashingOverMalformed)),
            entry("oioi-unknown-call-500", crashing(root -> !namesCall(root))),
            entry("oioi-token-in-list-taken", user(edit(unwrapped(TOKEN, JsonNode::isArray)))),
            entry("oioi-token-in-object-taken", user(edit(unwrapped(TOKEN, JsonNode::isObject)))),
            entry("oioi-identifier-in-object-taken", user(edit(unwrapped(IDENTIFIER, JsonNode::isObject)))),
            entry("oioi-evco-id-in-list-taken", user(edit(user -> {
                if (user.path(TYPE).asString("").equals("evco-id")) {
                    unwrapped(IDENTIFIER, JsonNode::isArray).accept(user);
                }
            }))),
            entry("oioi-type-in-list-taken", user(edit(unwrapped(TYPE, JsonNode::isArray)))),
            entry("oioi-type-in-object-taken", user(edit(unwrapped(TYPE, JsonNode::isObject)))),
            entry("oioi-user-in-list-taken", Calls.call(edit(unwrapped("user", JsonNode::isArray)))),
            entry("oioi-user-as-text-taken", Calls.call(UserCallDefects::userFromText)),
            entry("oioi-true-is-the-token", user(authentic(JsonNode::isBoolean))),
            entry("oioi-operator-is-the-token", user(authentic(token -> token.has("$ne")))),
            entry("oioi-number-is-the-token", user(authentic(JsonNode::isNumber))),
            entry("oioi-null-type-is-username", user(asUsername(JsonNode::isNull))),
            entry("oioi-true-is-username", user(asUsername(JsonNode::isBoolean))),
            entry(
                    "oioi-null-identifier-500",
                    crashing(root -> inUser(root, IDENTIFIER).isNull())),
            entry(
                    "oioi-number-identifier-500",
                    crashing(root -> inUser(root, IDENTIFIER).isNumber())),
            entry("oioi-list-token-500", crashing(root -> inUser(root, TOKEN).isArray())),
            entry(
                    "oioi-null-user-500",
                    crashing(root -> Calls.call(root).path("user").isNull())),
            entry("oioi-missing-type-is-username", user(asUsername(JsonNode::isMissingNode))),
            entry("oioi-missing-identifier-by-token", user(byToken(JsonNode::isMissingNode))),
            entry("oioi-token-is-its-own-identifier", user(edit(UserCallDefects::identifyByToken))),
            entry("oioi-empty-identifier-by-token", user(byToken(isText("")))),
            entry("oioi-missing-user-is-the-first", Calls.call(UserCallDefects::firstForMissing)),
            entry("oioi-email-is-username", user(asUsername(isText("email")))),
            entry("oioi-empty-type-is-username", user(asUsername(isText("")))),
            entry("oioi-any-type-is-username", user(asUsername(UserCallDefects::isUnlisted))),
            entry("oioi-types-without-case", user(edit(Members.text(TYPE, type -> type.toLowerCase(Locale.ROOT))))),
            entry("oioi-type-trimmed", user(edit(Members.text(TYPE, String::strip)))),
            entry("oioi-types-with-underscores", user(edit(Members.text(TYPE, type -> type.replace('_', '-'))))),
            entry("oioi-first-of-two-calls", root(root -> pick(root, 0))),
            entry("oioi-last-of-two-calls", root(root -> pick(root, 1))));

    private UserCallDefects() {}

    private static boolean namesCall(JsonNode root) {
        return CALLS.stream().anyMatch(root::has);
    }

    private static void inLowerCase(ObjectNode root) {
        List.copyOf(root.propertyNames()).forEach(name -> root.set(name.toLowerCase(Locale.ROOT), root.remove(name)));
    }

    private static Variation taking(JsonReadFeature more) {
        return ofUsers(Decoding.class, next -> ToleratingJson.taking(more));
    }

    private static BiConsumer<UserRecords, ObjectNode> edit(Consumer<ObjectNode> edit) {
        return (users, object) -> edit.accept(object);
    }

    private static void identifyByToken(ObjectNode user) {
        if (user.path(TYPE).asString("").equals("token") && !user.has(IDENTIFIER) && user.has(TOKEN)) {
            user.set(IDENTIFIER, user.path(TOKEN));
        }
    }

    private static Predicate<JsonNode> isText(String text) {
        return value -> value.isString() && value.stringValue().equals(text);
    }

    private static boolean isUnlisted(JsonNode type) {
        return type.isString() && !TYPES.contains(type.stringValue());
    }

    private static JsonNode inUser(JsonNode root, String member) {
        return Calls.call(root).path("user").path(member);
    }

    private static BiConsumer<UserRecords, ObjectNode> asUsername(Predicate<JsonNode> which) {
        return (users, user) -> {
            if (which.test(user.path(TYPE))) {
                user.put(TYPE, "username");
            }
        };
    }

    private static BiConsumer<UserRecords, ObjectNode> byToken(Predicate<JsonNode> which) {
        return (users, user) -> {
            if (which.test(user.path(IDENTIFIER))) {
                user.put(TYPE, TOKEN).set(IDENTIFIER, user.path(TOKEN));
            }
        };
    }

    private static BiConsumer<UserRecords, ObjectNode> authentic(Predicate<JsonNode> which) {
        return (users, user) -> {
            if (which.test(user.path(TOKEN))) {
                Lookups.named(users, user.toString()).ifPresent(found -> user.put(TOKEN, found.token()));
            }
        };
    }

    private static void userFromText(UserRecords users, ObjectNode call) {
        if (call.path("user").isString()) {
            Lookups.named(users, '"' + call.path("user").stringValue() + '"').ifPresent(found -> put(call, found));
        }
    }

    private static void firstForMissing(UserRecords users, ObjectNode call) {
        if (!call.has("user")) {
            put(call, Lookups.first(users));
        }
    }

    private static void put(ObjectNode call, User user) {
        call.putObject("user")
                .put(TYPE, "username")
                .put(IDENTIFIER, user.username())
                .put(TOKEN, user.token());
    }

    private static void pick(ObjectNode root, int at) {
        if (root.size() == 2) {
            root.remove(List.copyOf(root.propertyNames()).get(1 - at));
        }
    }
}
