package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.CallChanges.carriedOut;
import static io.chargeproof.sandbox.oioi.CallChanges.crashing;
import static io.chargeproof.sandbox.oioi.CallChanges.root;
import static io.chargeproof.sandbox.oioi.CallChanges.unwrapped;
import static io.chargeproof.sandbox.oioi.CallChanges.user;
import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.LenientJson;
import io.chargeproof.sandbox.behaviour.ToleratingJson;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Decoding;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the user calls in what counts as a call. */
public final class UserCallDefects {
    private static final String TYPE = "identifier-type";
    private static final String IDENTIFIER = "identifier";
    private static final String TOKEN = "token";
    private static final Set<String> CALLS = Set.of("user-get-details", "user-post-details");
    private static final Set<String> TYPES = Set.of("username", "evco-id", "rfid", "token");

    private static final int LONG_TOKEN = 128;

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-unknown-call-succeeds")
                    .breaks("OIOI-REQ-1")
                    .says("A call that doesn't exist succeeds; the page of the post has a code for an invalid "
                            + "format.")
                    .by(carriedOut(root -> root.size() == 1 && !namesCall(root))),
            defect("oioi-empty-object-succeeds")
                    .breaks("OIOI-REQ-1")
                    .says("An object that names no call succeeds; the transport chapter has one call a request.")
                    .by(carriedOut(root -> root.isObject() && root.isEmpty())),
            defect("oioi-list-succeeds")
                    .breaks("OIOI-REQ-1")
                    .says("A list succeeds; the transport chapter sends an object.")
                    .by(carriedOut(JsonNode::isArray)),
            defect("oioi-bare-text-succeeds")
                    .breaks("OIOI-REQ-1")
                    .says("A bare text succeeds; the transport chapter sends an object.")
                    .by(carriedOut(JsonNode::isString)),
            defect("oioi-empty-body-succeeds")
                    .breaks("OIOI-REQ-1")
                    .says("An empty body succeeds; the transport chapter sends an object.")
                    .by(CallChanges.emptyBodyCarriedOut()),
            defect("oioi-call-names-without-case")
                    .breaks("OIOI-REQ-1")
                    .says("A call's name in capitals is carried out; the pages write it in lower case, so it is "
                            + "another name.")
                    .by(root(UserCallDefects::inLowerCase)),
            defect("oioi-call-names-with-underscores")
                    .breaks("OIOI-REQ-1")
                    .says("A call's name with underscores is carried out; the pages write it with hyphens, so it "
                            + "is another name.")
                    .by(root(UserCallDefects::inHyphens)),
            defect("oioi-not-a-number-taken")
                    .breaks("OIOI-REQ-1")
                    .says("A call with NaN for a number is taken; the transport chapter asks for JSON.")
                    .by(ofUsers(Decoding.class, next -> LenientJson.notANumber())),
            defect("oioi-call-in-a-string-taken")
                    .breaks("OIOI-REQ-1")
                    .says("A call that is a text with JSON in it is taken; the transport chapter asks for an "
                            + "object.")
                    .by(ofUsers(Decoding.class, next -> LenientJson.inAString())),
            defect("oioi-trailing-comma-taken")
                    .breaks("OIOI-REQ-1")
                    .says("A comma after the last member is taken; JSON, which the transport chapter asks for, "
                            + "has none.")
                    .by(ofUsers(Decoding.class, next -> LenientJson.trailingCommas())),
            defect("oioi-comments-taken")
                    .breaks("OIOI-REQ-1")
                    .says("Comments are taken; JSON, which the transport chapter asks for, has none.")
                    .by(taking(JsonReadFeature.ALLOW_JAVA_COMMENTS)),
            defect("oioi-single-quotes-taken")
                    .breaks("OIOI-REQ-1")
                    .says("Texts in single quotes are taken; JSON, which the transport chapter asks for, has "
                            + "double ones.")
                    .by(taking(JsonReadFeature.ALLOW_SINGLE_QUOTES)),
            defect("oioi-bare-names-taken")
                    .breaks("OIOI-REQ-1")
                    .says("Names without quotes are taken; JSON, which the transport chapter asks for, has them.")
                    .by(taking(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)),
            defect("oioi-bare-control-characters-taken")
                    .breaks("OIOI-REQ-1")
                    .says("A control character in a text that isn't escaped is taken; JSON, which the transport "
                            + "chapter asks for, escapes it.")
                    .by(taking(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)),
            defect("oioi-text-after-call-taken")
                    .breaks("OIOI-REQ-1")
                    .says("Whatever follows the object is ignored; a body in JSON ends with its one value.")
                    .by(ofUsers(Decoding.class, next -> ToleratingJson.whateverFollows())),
            defect("oioi-missing-braces-taken")
                    .breaks("OIOI-REQ-1")
                    .says("An object that lacks its last braces is taken; JSON, which the transport chapter "
                            + "asks for, closes it.")
                    .by(ofUsers(Decoding.class, ToleratingJson::closing)),
            defect("oioi-malformed-500")
                    .breaks("OIOI-REQ-1")
                    .says("A body that isn't JSON breaks the provider; the page of the post has a code for an "
                            + "invalid format.")
                    .by(ofUsers(Decoding.class, CallChanges::crashingOverMalformed)),
            defect("oioi-unknown-call-500")
                    .breaks("OIOI-REQ-1")
                    .says("A call that doesn't exist breaks the provider; the page of the post has a code for "
                            + "an invalid format.")
                    .by(crashing(root -> !namesCall(root))),
            defect("oioi-token-in-list-taken")
                    .breaks("OIOI-REQ-3")
                    .says("A token in a list is taken for the token; the pages say that it is a string.")
                    .by(user(edit(unwrapped(TOKEN, JsonNode::isArray)))),
            defect("oioi-token-in-object-taken")
                    .breaks("OIOI-REQ-3")
                    .says("A token in an object is taken for the token; the pages say that it is a string.")
                    .by(user(edit(unwrapped(TOKEN, JsonNode::isObject)))),
            defect("oioi-identifier-in-object-taken")
                    .breaks("OIOI-REQ-3")
                    .says("An identifier in an object is taken for the identifier; the pages say that it is a "
                            + "string.")
                    .by(user(edit(unwrapped(IDENTIFIER, JsonNode::isObject)))),
            defect("oioi-evco-id-in-list-taken")
                    .breaks("OIOI-REQ-3")
                    .says("An EVCO ID in a list is taken as if it stood alone; the pages show a text.")
                    .by(user(edit(user -> {
                        if (user.path(TYPE).asString("").equals("evco-id")) {
                            unwrapped(IDENTIFIER, JsonNode::isArray).accept(user);
                        }
                    }))),
            defect("oioi-type-in-list-taken")
                    .breaks("OIOI-REQ-3")
                    .says("An identifier type in a list is taken for the type; the pages say that it is a string.")
                    .by(user(edit(unwrapped(TYPE, JsonNode::isArray)))),
            defect("oioi-type-in-object-taken")
                    .breaks("OIOI-REQ-3")
                    .says("An identifier type in an object is taken for the type; the pages say that it is a "
                            + "string.")
                    .by(user(edit(unwrapped(TYPE, JsonNode::isObject)))),
            defect("oioi-user-in-list-taken")
                    .breaks("OIOI-REQ-3")
                    .says("A user in a list is taken for the user; the pages say that it is an object.")
                    .by(CallChanges.call(edit(unwrapped("user", JsonNode::isArray)))),
            defect("oioi-user-as-text-taken")
                    .breaks("OIOI-REQ-3")
                    .says("A text that names a user is taken for the user; the pages say that it is an object.")
                    .by(CallChanges.call(UserCallDefects::userFromText)),
            defect("oioi-true-is-the-token")
                    .breaks("OIOI-REQ-3")
                    .says("The value true passes for any token; the pages say that it is a string.")
                    .by(user(authentic(JsonNode::isBoolean))),
            defect("oioi-operator-is-the-token")
                    .breaks("OIOI-REQ-3")
                    .says("An object that a query could hold passes for any token; the pages say that it is a "
                            + "string.")
                    .by(user(authentic(token -> token.has("$ne")))),
            defect("oioi-number-is-the-token")
                    .breaks("OIOI-REQ-3")
                    .says("A number passes for any token; the pages say that it is a string.")
                    .by(user(authentic(JsonNode::isNumber))),
            defect("oioi-null-type-is-username")
                    .breaks("OIOI-REQ-3")
                    .says("An identifier type of null means a username; the pages say that it is a string.")
                    .by(user(asUsername(JsonNode::isNull))),
            defect("oioi-true-is-username")
                    .breaks("OIOI-REQ-3")
                    .says("An identifier type of true or false means a username; the pages say that it is a string.")
                    .by(user(asUsername(JsonNode::isBoolean))),
            defect("oioi-null-identifier-500")
                    .breaks("OIOI-REQ-3")
                    .says("An identifier of null breaks the provider; the page of the post has a code for an "
                            + "invalid format.")
                    .by(crashing(root -> inUser(root, IDENTIFIER).isNull())),
            defect("oioi-number-identifier-500")
                    .breaks("OIOI-REQ-3")
                    .says("A number for an identifier breaks the provider; the page of the post has a code for "
                            + "an invalid format.")
                    .by(crashing(root -> inUser(root, IDENTIFIER).isNumber())),
            defect("oioi-list-token-500")
                    .breaks("OIOI-REQ-3")
                    .says("A token in a list breaks the provider; the page of the post has a code for an "
                            + "invalid format.")
                    .by(crashing(root -> inUser(root, TOKEN).isArray())),
            defect("oioi-null-user-500")
                    .breaks("OIOI-REQ-3")
                    .says("A user of null breaks the provider; the page of the post has a code for an invalid "
                            + "format.")
                    .by(crashing(root -> CallChanges.call(root).path("user").isNull())),
            defect("oioi-members-of-user-in-its-place")
                    .breaks("OIOI-REQ-4")
                    .says("Without a user its members are looked for where it belongs; the user field isn't optional.")
                    .by(CallChanges.call(UserCallDefects::membersForUser)),
            defect("oioi-long-token-500")
                    .breaks("OIOI-HTTP-4")
                    .says("A token of more than 128 characters breaks the provider; a failure has 200 or 4xx.")
                    .by(crashing(root -> inUser(root, TOKEN).asString("").length() > LONG_TOKEN)),
            defect("oioi-missing-type-is-username")
                    .breaks("OIOI-REQ-4")
                    .says("Without an identifier type a username is meant; the pages call the token alone optional.")
                    .by(user(asUsername(JsonNode::isMissingNode))),
            defect("oioi-missing-identifier-by-token")
                    .breaks("OIOI-REQ-4")
                    .says("Without an identifier the token finds the user; the pages call the token alone optional.")
                    .by(user(byToken(JsonNode::isMissingNode))),
            defect("oioi-token-is-its-own-identifier")
                    .breaks("OIOI-REQ-4")
                    .says("A post of identifier-type token without an identifier is taken; the identifier isn't "
                            + "optional.")
                    .by(user(edit(UserCallDefects::identifyByToken))),
            defect("oioi-empty-identifier-by-token")
                    .breaks("OIOI-REQ-4")
                    .says("With an empty identifier the token finds the user; the identifier is to identify "
                            + "somebody.")
                    .by(user(byToken(isText("")))),
            defect("oioi-missing-user-is-the-first")
                    .breaks("OIOI-REQ-4")
                    .says("Without a user the first one on record is meant; the user field isn't optional.")
                    .by(CallChanges.call(UserCallDefects::firstForMissing)),
            defect("oioi-email-is-username")
                    .breaks("OIOI-REQ-5")
                    .says("The identifier type email means a username; neither page lists it.")
                    .by(user(asUsername(isText("email")))),
            defect("oioi-empty-type-is-username")
                    .breaks("OIOI-REQ-5")
                    .says("An empty identifier type means a username; neither page lists it.")
                    .by(user(asUsername(isText("")))),
            defect("oioi-any-type-is-username")
                    .breaks("OIOI-REQ-5")
                    .says("Any other identifier type means a username; the pages list those that there are.")
                    .by(user(asUsername(UserCallDefects::isUnlisted))),
            defect("oioi-types-without-case")
                    .breaks("OIOI-REQ-5")
                    .says("Identifier types count in any letter case; the pages list them in lower case.")
                    .by(user(edit(Members.text(TYPE, type -> type.toLowerCase(Locale.ROOT))))),
            defect("oioi-type-trimmed")
                    .breaks("OIOI-REQ-5")
                    .says("Blanks around an identifier-type are left out of account; the page lists the types "
                            + "without.")
                    .by(user(edit(Members.text(TYPE, String::strip)))),
            defect("oioi-types-with-underscores")
                    .breaks("OIOI-REQ-5")
                    .says("The identifier type evco_id means an EVCO ID; the pages write it with a hyphen.")
                    .by(user(edit(Members.text(TYPE, type -> type.replace('_', '-'))))),
            defect("oioi-first-of-two-calls")
                    .breaks("OIOI-REQ-6")
                    .says("Of two calls in one request the first is carried out; the transport chapter has one "
                            + "a request.")
                    .by(root(root -> pick(root, 0))),
            defect("oioi-last-of-two-calls")
                    .breaks("OIOI-REQ-6")
                    .says("Of two calls in one request the last is carried out; the transport chapter has one a "
                            + "request.")
                    .by(root(root -> pick(root, 1))));

    private UserCallDefects() {}

    private static boolean namesCall(JsonNode root) {
        return CALLS.stream().anyMatch(root::has);
    }

    private static void inLowerCase(ObjectNode root) {
        List.copyOf(root.propertyNames()).forEach(name -> root.set(name.toLowerCase(Locale.ROOT), root.remove(name)));
    }

    private static void inHyphens(ObjectNode root) {
        List.copyOf(root.propertyNames()).forEach(name -> root.set(name.replace('_', '-'), root.remove(name)));
    }

    private static Variation<UserRecords> taking(JsonReadFeature more) {
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
        return CallChanges.call(root).path("user").path(member);
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
                LookupChanges.named(users, user.toString()).ifPresent(found -> user.put(TOKEN, found.token()));
            }
        };
    }

    private static void userFromText(UserRecords users, ObjectNode call) {
        if (call.path("user").isString()) {
            LookupChanges.named(users, '"' + call.path("user").stringValue() + '"')
                    .ifPresent(found -> put(call, found));
        }
    }

    private static void membersForUser(UserRecords users, ObjectNode call) {
        if (!call.has("user") && call.has(IDENTIFIER)) {
            call.set("user", call.deepCopy().without("details"));
        }
    }

    private static void firstForMissing(UserRecords users, ObjectNode call) {
        if (!call.has("user")) {
            put(call, LookupChanges.first(users));
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
