package io.chargeproof.api.oioi;

import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.testdata.SecretVariants;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ways in which a call may say which user it is about, right or wrong, by the names that the features use. Those that
 * this user can't be made of (it has no RFID, the profile has no other user) are none.
 *
 * @param user the user
 * @param other another user
 */
public record UserReference(TestUser user, @Nullable TestUser other) {
    /** More characters than a column or a check of lengths may expect of a token. */
    private static final int LONG = 300;

    private static final String NOBODY = "chargeproof-nobody";

    /** A country in which nobody has a contract. */
    private static final String ANTARCTICA = "AQ";

    private static final String TYPE = "the identifier-type ";
    private static final Pattern AS =
            Pattern.compile("the (username|EVCO ID|RFID|token) as (username|EVCO ID|RFID|token)");
    private static final Pattern WRAPPED =
            Pattern.compile("the (username|EVCO ID|RFID|token)( with the token)? in (a list|an object)");

    /** The {@code user} of a request; missing if none is said at all. */
    public Optional<JsonNode> named(String name) {
        return name.equals("no user")
                ? Optional.of(MissingNode.getInstance())
                : said(name).map(user -> user);
    }

    /** Whether a user is said in the form that the documents give for a call, be it right or wrong. */
    public static boolean isDocumented(UserCall call, JsonNode user) {
        String label = user.path("identifier-type").asString("");
        String identifier = user.path("identifier").asString("");
        return Stream.of(IdentifierType.values())
                .anyMatch(type ->
                        type.label().equals(label) && type.isWellFormed(identifier) && hasToken(type, call, user));
    }

    /** A token that identifies the user needs no other, and only a post takes one. */
    private static boolean hasToken(IdentifierType type, UserCall call, JsonNode user) {
        return type == IdentifierType.TOKEN
                ? call == UserCall.POST_DETAILS
                : !user.path("token").asString("").isEmpty();
    }

    private Optional<ObjectNode> said(String name) {
        if (name.equals(TYPE.strip())) {
            return byUsername(token()).map(reference -> reference.put("identifier-type", ""));
        }
        if (name.equals("blanks around the identifier-type")) {
            return byUsername(token()).map(reference -> reference.put("identifier-type", " username "));
        }
        return name.startsWith(TYPE) ? ofType(name.substring(TYPE.length())) : wrongIdentifier(name);
    }

    /** A type that isn't listed, with the identifier that it would be about if it were taken for one that is. */
    private Optional<ObjectNode> ofType(String written) {
        String plain = written.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        IdentifierType meant = Stream.of(IdentifierType.EVCO_ID, IdentifierType.RFID)
                .filter(type -> type.label().replace("-", "").equals(plain))
                .findFirst()
                .orElse(IdentifierType.USERNAME);
        return meant.of(user)
                .map(identifier -> UserRequests.user(meant, identifier, token()).put("identifier-type", written));
    }

    private Optional<ObjectNode> wrongIdentifier(String name) {
        return switch (name) {
            case "an unknown username" -> byName(own -> NOBODY + "-" + SecretVariants.other(own));
            case "a long unknown username" -> byName(own -> (NOBODY + "-").repeat(6) + own);
            case "a username cut short" -> mailbox().length() < 2 ? Optional.empty() : byName(SecretVariants::cutShort);
            case "a username without its first character" ->
                mailbox().length() < 2 ? Optional.empty() : byName(own -> own.substring(1));
            case "a wildcard as username" -> by(IdentifierType.USERNAME, "%");
            case "a username with a wildcard for its end" -> byName(own -> SecretVariants.cutShort(own) + "%");
            case "an asterisk as username" -> by(IdentifierType.USERNAME, "*");
            case "a username with more at its end" -> byName(own -> own + SecretsStayAway.EXTENSION);
            case "a username with more before it" -> byName(own -> SecretsStayAway.EXTENSION + own);
            case "an unknown EVCO ID" -> evcoId().flatMap(id -> by(IdentifierType.EVCO_ID, unknownContract(id)));
            case "an EVCO ID cut short" ->
                evcoId().filter(id -> id.length() > 8)
                        .flatMap(id -> by(IdentifierType.EVCO_ID, id.substring(0, id.length() - 4)));
            case "an EVCO ID with more at its end" -> evcoId().flatMap(id -> by(IdentifierType.EVCO_ID, id + "123"));
            case "an EVCO ID with another beginning" ->
                evcoId().filter(id -> id.length() > 8)
                        .flatMap(id -> by(IdentifierType.EVCO_ID, ANTARCTICA + id.substring(ANTARCTICA.length())));
            case "an unknown RFID" -> rfid().flatMap(uid -> by(IdentifierType.RFID, unknownRfid(uid)));
            case "an RFID cut short" ->
                rfid().filter(uid -> uid.length() > 8)
                        .flatMap(uid -> by(IdentifierType.RFID, uid.substring(0, uid.length() > 14 ? 14 : 8)));
            case "an RFID with another beginning" ->
                rfid().flatMap(uid -> by(IdentifierType.RFID, (uid.charAt(0) == 'F' ? '0' : 'F') + uid.substring(1)));
            case "an RFID with more at its end" ->
                rfid().filter(uid -> uid.length() < 20).flatMap(uid -> by(IdentifierType.RFID, uid + "A1B2C3"));
            case "an RFID with more before it" ->
                rfid().filter(uid -> uid.length() < 20).flatMap(uid -> by(IdentifierType.RFID, "A1B2C3" + uid));
            default -> {
                Matcher as = AS.matcher(name);
                yield as.matches() ? ofAnotherType(as.group(1), as.group(2)) : wrapped(name);
            }
        };
    }

    /** An identifier that is the user's own, under a type that it isn't of. */
    private Optional<ObjectNode> ofAnotherType(String own, String said) {
        return IdentifierType.called(own).of(user).flatMap(identifier -> by(IdentifierType.called(said), identifier));
    }

    /** The right identifier, or the right token beside it, within a list or an object. */
    private Optional<ObjectNode> wrapped(String name) {
        Matcher matcher = WRAPPED.matcher(name);
        if (!matcher.matches()) {
            return wrongToken(name);
        }
        IdentifierType type = IdentifierType.called(matcher.group(1));
        String member = matcher.group(2) == null ? "identifier" : "token";
        return type.of(user).map(identifier -> {
            ObjectNode reference = UserRequests.user(type, identifier, type == IdentifierType.TOKEN ? null : token());
            JsonNode right = reference.path(member);
            return matcher.group(3).equals("a list")
                    ? reference.set(member, reference.arrayNode().add(right))
                    : reference.set(member, reference.objectNode().set("v", right));
        });
    }

    /** A token that isn't the user's, beside the username or as what identifies the user. */
    private Optional<ObjectNode> wrongToken(String name) {
        String wrong = closeToTheToken(name.replace(" as identifier", ""));
        if (wrong == null) {
            return ofTheOther(name);
        }
        if (wrong.isEmpty() || isTaken(IdentifierType.TOKEN, wrong)) {
            return Optional.empty();
        }
        return name.endsWith(" as identifier") ? by(IdentifierType.TOKEN, wrong) : byUsername(wrong);
    }

    private @Nullable String closeToTheToken(String name) {
        return switch (name) {
            case "a wrong token" -> SecretVariants.other(token());
            case "a token cut short" -> SecretVariants.cutShort(token());
            case "a token without its first character" -> SecretVariants.cutStart(token());
            case "a token with more at its end" -> token() + SecretsStayAway.EXTENSION;
            case "a token with more before it" -> SecretsStayAway.EXTENSION + token();
            case "a token with another last character" -> SecretVariants.otherEnd(token());
            case "a token with another first character" -> SecretVariants.otherStart(token());
            case "a token in the other letter case" -> SecretVariants.otherCase(token());
            case "the username for a token" -> user.username();
            case "the EVCO ID for a token" -> evcoId().orElse("");
            case "the RFID for a token" -> rfid().orElse("");
            case "a wildcard for a token" -> "%";
            case "the word null for a token" -> "null";
            case "the word undefined for a token" -> "undefined";
            case "a long wrong token" -> SecretVariants.other(token()).repeat(1 + LONG / token().length());
            default -> null;
        };
    }

    private Optional<ObjectNode> ofTheOther(String name) {
        return switch (name) {
            case "the username with another user's token" -> others(IdentifierType.USERNAME);
            case "the EVCO ID with another user's token" -> others(IdentifierType.EVCO_ID);
            case "the RFID with another user's token" -> others(IdentifierType.RFID);
            case "the token with another user's token" -> others(IdentifierType.TOKEN);
            case "the other user with a wrong token" -> reversed(IdentifierType.USERNAME, SecretVariants::other);
            case "the other user's username with one's own token" -> reversed(IdentifierType.USERNAME, own -> token());
            case "the other user's EVCO ID with one's own token" -> reversed(IdentifierType.EVCO_ID, own -> token());
            case "the other user's RFID with one's own token" -> reversed(IdentifierType.RFID, own -> token());
            default -> incomplete(name);
        };
    }

    private Optional<ObjectNode> incomplete(String name) {
        return switch (name) {
            case "the username without a token" -> without(IdentifierType.USERNAME);
            case "the EVCO ID without a token" -> without(IdentifierType.EVCO_ID);
            case "the RFID without a token" -> without(IdentifierType.RFID);
            case "the username with an empty token" -> byUsername("");
            case "the EVCO ID with an empty token" ->
                evcoId().map(id -> UserRequests.user(IdentifierType.EVCO_ID, id, ""));
            case "the RFID with an empty token" -> rfid().map(id -> UserRequests.user(IdentifierType.RFID, id, ""));
            case "the username with a null token" -> byUsername(token()).map(reference -> reference.putNull("token"));
            case "the token as identifier" -> Optional.of(UserRequests.user(IdentifierType.TOKEN, token(), null));
            case "no identifier-type" -> byUsername(token()).map(reference -> reference.without("identifier-type"));
            case "no identifier" -> byUsername(token()).map(reference -> reference.without("identifier"));
            case "a token without identifier" ->
                byUsername(token())
                        .map(reference ->
                                reference.put("identifier-type", "token").without("identifier"));
            case "an empty identifier" -> by(IdentifierType.USERNAME, "");
            case "an empty EVCO ID" -> by(IdentifierType.EVCO_ID, "");
            case "an empty RFID" -> by(IdentifierType.RFID, "");
            default -> throw new IllegalArgumentException("no user is called '" + name + "'");
        };
    }

    /** Another name; an address keeps its domain, since what is told apart by that alone may be one mailbox. */
    private Optional<ObjectNode> byName(UnaryOperator<String> other) {
        String mailbox = mailbox();
        return by(
                IdentifierType.USERNAME, other.apply(mailbox) + user.username().substring(mailbox.length()));
    }

    private String mailbox() {
        int at = user.username().lastIndexOf('@');
        return at > 0 ? user.username().substring(0, at) : user.username();
    }

    private Optional<ObjectNode> by(IdentifierType type, String identifier) {
        String token = type == IdentifierType.TOKEN ? null : token();
        return isTaken(type, identifier) ? Optional.empty() : Optional.of(UserRequests.user(type, identifier, token));
    }

    /** Whether one of the two users is called so, which would be no mistake then. */
    private boolean isTaken(IdentifierType type, String identifier) {
        return Stream.of(user, other)
                .filter(Objects::nonNull)
                .anyMatch(each -> type.of(each).filter(identifier::equals).isPresent());
    }

    private Optional<ObjectNode> byUsername(String token) {
        return Optional.of(UserRequests.user(IdentifierType.USERNAME, user.username(), token));
    }

    private Optional<ObjectNode> others(IdentifierType type) {
        TestUser another = other;
        return another == null
                ? Optional.empty()
                : type.of(user)
                        .map(identifier -> UserRequests.user(
                                type, identifier, another.token().value()));
    }

    private Optional<ObjectNode> reversed(IdentifierType type, UnaryOperator<String> token) {
        TestUser another = other;
        return another == null
                ? Optional.empty()
                : type.of(another)
                        .map(identifier -> UserRequests.user(
                                type, identifier, token.apply(another.token().value())));
    }

    private Optional<ObjectNode> without(IdentifierType type) {
        return type.of(user).map(identifier -> UserRequests.user(type, identifier, null));
    }

    private String token() {
        return user.token().value();
    }

    private Optional<String> evcoId() {
        return Optional.ofNullable(user.evcoId());
    }

    private Optional<String> rfid() {
        return Optional.ofNullable(user.rfid());
    }

    /** The same but for a digit of the instance, so that nothing that is left out of comparisons makes them equal. */
    private static String unknownContract(String id) {
        int last = id.length() - 4;
        char changed = id.charAt(last) == '7' ? '3' : '7';
        return Character.isDigit(id.charAt(last))
                ? id.substring(0, last) + changed + id.substring(last + 1)
                : SecretVariants.other(id);
    }

    private static String unknownRfid(String uid) {
        char last = uid.charAt(uid.length() - 1);
        return uid.substring(0, uid.length() - 1) + (last == 'F' ? '0' : 'F');
    }
}
