package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.LookupChanges.admitting;
import static io.chargeproof.sandbox.oioi.LookupChanges.by;
import static io.chargeproof.sandbox.oioi.LookupChanges.passing;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/** Defects of the user calls in who passes for whom. */
public final class UserLookupDefects {
    private static final Predicate<UserReference> BY_NAME = by(IdentifierType.USERNAME);
    private static final Predicate<UserReference> BY_EVCO_ID = by(IdentifierType.EVCO_ID);
    private static final Predicate<UserReference> BY_RFID = by(IdentifierType.RFID);
    private static final Predicate<UserReference> BY_TOKEN = by(IdentifierType.TOKEN);
    private static final Pattern SEPARATORS = Pattern.compile("[*-]");
    private static final int START = 8;
    private static final int OPERATOR = 5;

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-username-not-compared")
                    .breaks("OIOI-AUTH-1")
                    .says("A right token lets in whatever the username; the table has a code for a name that "
                            + "doesn't exist.")
                    .by(admitting(otherwise(BY_NAME, LookupChanges::owner))),
            defect("oioi-start-of-username-suffices")
                    .breaks("OIOI-AUTH-1")
                    .says("The start of a username finds its user; the table has a code for a name that doesn't "
                            + "exist.")
                    .by(alike(
                            BY_NAME,
                            (known, sent) ->
                                    haveOneDomain(known, sent) && mailbox(known).startsWith(mailbox(sent)))),
            defect("oioi-longer-username-taken")
                    .breaks("OIOI-AUTH-1")
                    .says("A username with something after it finds its user; the table has a code for a name "
                            + "that doesn't exist.")
                    .by(alike(
                            BY_NAME,
                            (known, sent) ->
                                    haveOneDomain(known, sent) && mailbox(sent).startsWith(mailbox(known)))),
            defect("oioi-username-with-a-head-taken")
                    .breaks("OIOI-AUTH-1")
                    .says("A username with something before it finds its user; the table has a code for a name "
                            + "that doesn't exist.")
                    .by(alike(
                            BY_NAME,
                            (known, sent) ->
                                    haveOneDomain(known, sent) && mailbox(sent).endsWith(mailbox(known)))),
            defect("oioi-username-is-a-pattern")
                    .breaks("OIOI-AUTH-1")
                    .says("A percent sign in a username stands for anything; the table has a code for a name "
                            + "that doesn't exist.")
                    .by(alike(BY_NAME, UserLookupDefects::isMatched)),
            defect("oioi-username-or-card")
                    .breaks("OIOI-AUTH-1")
                    .says("Under the type of usernames a card or a contract finds its user too; the table has a "
                            + "code for a name that doesn't exist.")
                    .by(admitting(otherwise(BY_NAME, UserLookupDefects::ofAnyType))),
            defect("oioi-unknown-user-signed-up")
                    .breaks("OIOI-AUTH-1")
                    .says("An unknown username is taken for a new user; the table has a code for a name that "
                            + "doesn't exist.")
                    .by(admitting(otherwise(BY_NAME, UserLookupDefects::nobody))),
            defect("oioi-token-without-case")
                    .breaks("OIOI-AUTH-2")
                    .says("A token counts in any letter case; the table has a code for one that isn't valid.")
                    .by(passing((sent, user) -> sent.equalsIgnoreCase(user.token()))),
            defect("oioi-start-of-token-suffices")
                    .breaks("OIOI-AUTH-2")
                    .says("The first eight letters of a token suffice; the table has a code for one that isn't "
                            + "valid.")
                    .by(passing((sent, user) -> haveOneStart(user.token(), sent, START))),
            defect("oioi-longer-token-taken")
                    .breaks("OIOI-AUTH-2")
                    .says("A token with something after it is taken; the table has a code for one that isn't valid.")
                    .by(passing((sent, user) -> sent.startsWith(user.token()))),
            defect("oioi-token-with-a-head-taken")
                    .breaks("OIOI-AUTH-2")
                    .says("A token with something before it is taken; the table has a code for one that isn't valid.")
                    .by(passing((sent, user) -> sent.endsWith(user.token()))),
            defect("oioi-length-of-token-suffices")
                    .breaks("OIOI-AUTH-2")
                    .says("Any token of the right length is taken; the table has a code for one that isn't valid.")
                    .by(passing((sent, user) -> sent.length() == user.token().length())),
            defect("oioi-end-of-token-ignored")
                    .breaks("OIOI-AUTH-2")
                    .says("The last letter of a token isn't compared; the table has a code for one that isn't "
                            + "valid.")
                    .by(passing(UserLookupDefects::differAtTheEnd)),
            defect("oioi-end-of-token-suffices")
                    .breaks("OIOI-AUTH-2")
                    .says("A token is taken without its start; the table has a code for a wrong token.")
                    .by(passing((sent, user) ->
                            sent.length() >= START && user.token().endsWith(sent))),
            defect("oioi-username-suffices-for-a-token")
                    .breaks("OIOI-AUTH-2")
                    .says("A username passes for its user's token; the table has a code for a token that isn't "
                            + "valid.")
                    .by(passing((sent, user) -> sent.equals(user.username()))),
            defect("oioi-token-injected")
                    .breaks("OIOI-AUTH-2")
                    .says("A token made to change a query is taken; the table has a code for one that isn't valid.")
                    .by(passing((sent, user) -> sent.contains("' OR '"))),
            defect("oioi-word-for-a-token-taken")
                    .breaks("OIOI-AUTH-2")
                    .says("A token that is the word undefined is taken; the table has a code for one that isn't "
                            + "valid.")
                    .by(passing((sent, user) -> sent.equals("undefined"))),
            defect("oioi-token-of-secondary-not-checked")
                    .breaks("OIOI-AUTH-2")
                    .says("One of the users gets in with any token; the table has a code for one that isn't valid.")
                    .by(passing(BY_NAME, (sent, user) -> isSecondary(user))),
            defect("oioi-token-not-checked-on-post")
                    .breaks("OIOI-AUTH-2")
                    .says("Posts by username take any token; the page of the post has a code for one that isn't "
                            + "valid.")
                    .by(authentic(Call.PostDetails.class::isInstance, BY_NAME)),
            defect("oioi-token-not-checked-on-get")
                    .breaks("OIOI-AUTH-2")
                    .says("Gets by username take any token; the page of the get has a code for one that isn't "
                            + "valid.")
                    .by(authentic(Call.GetDetails.class::isInstance, BY_NAME)),
            defect("oioi-every-third-wrong-token-taken")
                    .breaks("OIOI-AUTH-2")
                    .says("Every third wrong token is taken; the table has a code for each one that isn't valid.")
                    .by(everyThirdWrongTokenTaken()),
            defect("oioi-rfid-with-anybodys-token")
                    .breaks("OIOI-AUTH-3")
                    .says("An RFID with any user's token is taken; the token is there to authenticate the user "
                            + "in question.")
                    .by(admitting(withAnybodysToken(BY_RFID))),
            defect("oioi-evco-id-with-anybodys-token")
                    .breaks("OIOI-AUTH-3")
                    .says("An EVCO ID with any user's token is taken; the token is there to authenticate the "
                            + "user in question.")
                    .by(admitting(withAnybodysToken(BY_EVCO_ID))),
            defect("oioi-username-with-anybodys-token")
                    .breaks("OIOI-AUTH-3")
                    .says("A username with any user's token is taken; the token is there to authenticate the "
                            + "user in question.")
                    .by(admitting(withAnybodysToken(BY_NAME))),
            defect("oioi-token-with-anybodys-token")
                    .breaks("OIOI-AUTH-3")
                    .says("A token as identifier with another user's token beside it is taken; that one is "
                            + "there to authenticate the user in question.")
                    .by(admitting(withAnybodysToken(BY_TOKEN))),
            defect("oioi-other-token-decides")
                    .breaks("OIOI-AUTH-3")
                    .says("With another user's token it is that user who is meant; the identifier is what "
                            + "identifies.")
                    .by(admitting(LookupChanges::owner)),
            defect("oioi-rfid-token-not-checked")
                    .breaks("OIOI-AUTH-3")
                    .says("A token beside an RFID isn't looked at; the page lets it authenticate the user.")
                    .by(authentic(call -> true, BY_RFID)),
            defect("oioi-evco-id-token-not-checked-on-post")
                    .breaks("OIOI-AUTH-3")
                    .says("A token beside an EVCO ID isn't looked at in a post; the page lets it authenticate "
                            + "the user.")
                    .by(authentic(Call.PostDetails.class::isInstance, BY_EVCO_ID)),
            defect("oioi-other-token-144")
                    .breaks("OIOI-AUTH-9")
                    .says("Another user's token gets the code of an unknown user; the table has 145 for a token "
                            + "that isn't valid.")
                    .by(otherToken144()),
            defect("oioi-operator-of-evco-id-suffices")
                    .breaks("OIOI-AUTH-4")
                    .says("Country and provider of an EVCO ID find a user; the whole of it identifies.")
                    .by(alike(BY_EVCO_ID, (known, sent) -> haveOneStart(bare(known), bare(sent), OPERATOR))),
            defect("oioi-start-of-evco-id-suffices")
                    .breaks("OIOI-AUTH-4")
                    .says("The start of an EVCO ID finds a user; the whole of it identifies.")
                    .by(alike(BY_EVCO_ID, (known, sent) -> sent.length() >= START && known.startsWith(sent))),
            defect("oioi-identifier-of-any-type")
                    .breaks("OIOI-AUTH-4")
                    .says("Whatever the type, any identifier of a user finds that user, so that a username lets "
                            + "in as the token; the types identify each on its own.")
                    .by(admitting(otherwise(any -> true, UserLookupDefects::ofAnyType))),
            defect("oioi-username-for-token")
                    .breaks("OIOI-AUTH-4")
                    .says("A post finds a user whose username is given as the token; the table has codes for "
                            + "failed authentication.")
                    .by(admitting(otherwise(BY_TOKEN, UserLookupDefects::named))),
            defect("oioi-identifying-token-without-case")
                    .breaks("OIOI-AUTH-4")
                    .says("A token that identifies is taken in the other letter case; the table has codes for "
                            + "failed authentication.")
                    .by(alike(BY_TOKEN, String::equalsIgnoreCase)),
            defect("oioi-longer-identifying-token-taken")
                    .breaks("OIOI-AUTH-4")
                    .says("A token that identifies is taken with something after it; the table has codes for "
                            + "failed authentication.")
                    .by(alike(BY_TOKEN, (known, sent) -> sent.startsWith(known))),
            defect("oioi-unknown-evco-id-is-the-first")
                    .breaks("OIOI-AUTH-4")
                    .says("An EVCO ID that nobody has means the first user on record; the table has codes for "
                            + "failed authentication.")
                    .by(admitting(firstForUnknown(BY_EVCO_ID))),
            defect("oioi-unknown-evco-id-by-token")
                    .breaks("OIOI-AUTH-4")
                    .says("An EVCO ID that nobody has means the user of the token; the table has codes for "
                            + "failed authentication.")
                    .by(admitting(otherwise(BY_EVCO_ID, LookupChanges::owner))),
            defect("oioi-start-of-rfid-suffices")
                    .breaks("OIOI-AUTH-4")
                    .says("The first four bytes of an RFID find a user; the whole of it identifies.")
                    .by(alike(BY_RFID, (known, sent) -> haveOneStart(known, sent, START))),
            defect("oioi-end-of-rfid-suffices")
                    .breaks("OIOI-AUTH-4")
                    .says("The last four bytes of an RFID find a user; the whole of it identifies.")
                    .by(alike(BY_RFID, (known, sent) -> haveOneEnd(known, sent, START))),
            defect("oioi-country-of-evco-id-not-compared")
                    .breaks("OIOI-AUTH-4")
                    .says("An EVCO ID finds a user whatever its country; the whole of it identifies.")
                    .by(alike(
                            BY_EVCO_ID,
                            (known, sent) -> known.substring(2).equals(sent.substring(Math.min(2, sent.length()))))),
            defect("oioi-end-of-username-suffices")
                    .breaks("OIOI-AUTH-1")
                    .says("The end of a username finds its user; the table has a code for a name that doesn't exist.")
                    .by(alike(
                            BY_NAME,
                            (known, sent) ->
                                    haveOneDomain(known, sent) && mailbox(known).endsWith(mailbox(sent)))),
            defect("oioi-unknown-rfid-is-the-first")
                    .breaks("OIOI-AUTH-4")
                    .says("An RFID that nobody has means the first user on record; the table has codes for "
                            + "failed authentication.")
                    .by(admitting(firstForUnknown(BY_RFID))),
            defect("oioi-unknown-token-posts-nowhere")
                    .breaks("OIOI-AUTH-4")
                    .says("A post by a token that nobody has succeeds and is lost; the table has codes for "
                            + "failed authentication.")
                    .by(admitting(otherwise(BY_TOKEN, UserLookupDefects::nobody))));

    private UserLookupDefects() {}

    /** Who isn't on record under an identifier is found in another way. */
    private static BiFunction<UserRecords, UserReference, Optional<User>> otherwise(
            Predicate<UserReference> when, BiFunction<UserRecords, UserReference, Optional<User>> way) {
        return (users, reference) -> when.test(reference)
                        && users.find(reference.type(), reference.identifier()).isEmpty()
                ? way.apply(users, reference)
                : Optional.empty();
    }

    private static BiFunction<UserRecords, UserReference, Optional<User>> firstForUnknown(
            Predicate<UserReference> when) {
        return otherwise(when, (users, reference) -> Optional.of(LookupChanges.first(users)));
    }

    private static Optional<User> ofAnyType(UserRecords users, UserReference reference) {
        return Stream.of(IdentifierType.values())
                .flatMap(type -> users.find(type, reference.identifier()).stream())
                .findFirst();
    }

    private static Optional<User> named(UserRecords users, UserReference reference) {
        return users.find(IdentifierType.USERNAME, reference.identifier());
    }

    /** As by LIKE in SQL. */
    private static boolean isMatched(String known, String sent) {
        return sent.contains("%") && known.matches(Pattern.quote(sent).replace("%", "\\E.*\\Q"));
    }

    private static Optional<User> nobody(UserRecords users, UserReference reference) {
        return Optional.of(new User(
                reference.identifier(), "", "", "DE*NEW*000000*0", "00000000", JsonNodeFactory.instance.objectNode()));
    }

    private static BiFunction<UserRecords, UserReference, Optional<User>> withAnybodysToken(
            Predicate<UserReference> when) {
        return (users, reference) ->
                when.test(reference) && LookupChanges.owner(users, reference).isPresent()
                        ? users.find(reference.type(), reference.identifier())
                        : Optional.empty();
    }

    /** An identifier that nobody has is taken for one that is like it. */
    private static Variation<UserRecords> alike(
            Predicate<UserReference> when, BiPredicate<String, String> knownAndSent) {
        return LookupChanges.readAs(
                call -> true,
                when,
                (users, reference) -> users.find(reference.type(), reference.identifier())
                                .isPresent()
                        ? reference
                        : new UserReference(reference.type(), like(users, reference, knownAndSent), reference.token()));
    }

    private static String like(UserRecords users, UserReference reference, BiPredicate<String, String> knownAndSent) {
        return users.all().stream()
                .map(user -> identifier(user, reference.type()))
                .filter(known -> knownAndSent.test(known, reference.identifier()))
                .sorted()
                .findFirst()
                .orElse(reference.identifier());
    }

    private static String identifier(User user, IdentifierType type) {
        return switch (type) {
            case USERNAME -> user.username();
            case EVCO_ID -> user.evcoId();
            case RFID -> user.rfid();
            case TOKEN -> user.token();
        };
    }

    private static String mailbox(String username) {
        return username.substring(0, Math.max(0, username.indexOf('@')));
    }

    private static boolean haveOneDomain(String known, String sent) {
        return sent.endsWith(known.substring(known.indexOf('@')));
    }

    private static boolean haveOneStart(String known, String sent, int length) {
        return known.regionMatches(0, sent, 0, length);
    }

    private static boolean haveOneEnd(String known, String sent, int length) {
        return known.regionMatches(known.length() - length, sent, sent.length() - length, length);
    }

    private static String bare(String evcoId) {
        return SEPARATORS.matcher(evcoId).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static boolean differAtTheEnd(String sent, User user) {
        int length = user.token().length();
        return sent.length() == length && haveOneStart(user.token(), sent, length - 1);
    }

    private static boolean isSecondary(User user) {
        return user.username().equals(UserTestData.secondary().username());
    }

    /** A token that is sent is taken for the right one. */
    private static Variation<UserRecords> authentic(Predicate<Call> which, Predicate<UserReference> when) {
        return LookupChanges.readAs(
                which,
                when.and(reference -> reference.token() != null),
                (users, reference) -> users.find(reference.type(), reference.identifier())
                        .map(user -> reference.withToken(user.token()))
                        .orElse(reference));
    }

    private static Variation<UserRecords> everyThirdWrongTokenTaken() {
        return service -> {
            AtomicInteger wrong = new AtomicInteger();
            return passing((sent, user) -> wrong.incrementAndGet() % 3 == 0).vary(service);
        };
    }

    private static Variation<UserRecords> otherToken144() {
        return service -> service.with(Identification.class, next -> reference -> {
            Identified identified = next.identify(reference);
            return identified instanceof Identified.Not
                            && LookupChanges.owner(service.records(), reference).isPresent()
                    ? new Identified.Not(ResultCode.UNKNOWN_USERNAME)
                    : identified;
        });
    }
}
