package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.Lookups.admitting;
import static io.chargeproof.sandbox.defect.Lookups.by;
import static io.chargeproof.sandbox.defect.Lookups.passing;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.TestData;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.Call;
import io.chargeproof.sandbox.user.Identification;
import io.chargeproof.sandbox.user.Identified;
import io.chargeproof.sandbox.user.IdentifierType;
import io.chargeproof.sandbox.user.ResultCode;
import io.chargeproof.sandbox.user.User;
import io.chargeproof.sandbox.user.UserRecords;
import io.chargeproof.sandbox.user.UserReference;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/** Defects of the user calls in who passes for whom. */
final class UserLookupDefects {
    private static final Predicate<UserReference> BY_NAME = by(IdentifierType.USERNAME);
    private static final Predicate<UserReference> BY_EVCO_ID = by(IdentifierType.EVCO_ID);
    private static final Predicate<UserReference> BY_RFID = by(IdentifierType.RFID);
    private static final Predicate<UserReference> BY_TOKEN = by(IdentifierType.TOKEN);
    private static final Pattern SEPARATORS = Pattern.compile("[*-]");
    private static final int START = 8;
    private static final int OPERATOR = 5;

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-username-not-compared", admitting(otherwise(BY_NAME, Lookups::owner))),
            entry(
                    "oioi-start-of-username-suffices",
                    alike(
                            BY_NAME,
                            (known, sent) ->
                                    haveOneDomain(known, sent) && mailbox(known).startsWith(mailbox(sent)))),
            entry(
                    "oioi-longer-username-taken",
                    alike(
                            BY_NAME,
                            (known, sent) ->
                                    haveOneDomain(known, sent) && mailbox(sent).startsWith(mailbox(known)))),
            entry("oioi-username-is-a-pattern", alike(BY_NAME, UserLookupDefects::isMatched)),
            entry("oioi-username-or-card", admitting(otherwise(BY_NAME, UserLookupDefects::ofAnyType))),
            entry("oioi-unknown-user-signed-up", admitting(otherwise(BY_NAME, UserLookupDefects::nobody))),
            entry("oioi-token-without-case", passing((sent, user) -> sent.equalsIgnoreCase(user.token()))),
            entry("oioi-start-of-token-suffices", passing((sent, user) -> haveOneStart(user.token(), sent, START))),
            entry("oioi-longer-token-taken", passing((sent, user) -> sent.startsWith(user.token()))),
            entry(
                    "oioi-length-of-token-suffices",
                    passing((sent, user) -> sent.length() == user.token().length())),
            entry("oioi-end-of-token-ignored", passing(UserLookupDefects::differAtTheEnd)),
            entry(
                    "oioi-end-of-token-suffices",
                    passing((sent, user) ->
                            sent.length() >= START && user.token().endsWith(sent))),
            entry("oioi-username-suffices-for-a-token", passing((sent, user) -> sent.equals(user.username()))),
            entry("oioi-token-injected", passing((sent, user) -> sent.contains("' OR '"))),
            entry("oioi-token-of-secondary-not-checked", passing(BY_NAME, (sent, user) -> isSecondary(user))),
            entry("oioi-token-not-checked-on-post", authentic(Call.PostDetails.class::isInstance, BY_NAME)),
            entry("oioi-token-not-checked-on-get", authentic(Call.GetDetails.class::isInstance, BY_NAME)),
            entry("oioi-every-third-wrong-token-taken", everyThirdWrongTokenTaken()),
            entry("oioi-rfid-with-anybodys-token", admitting(withAnybodysToken(BY_RFID))),
            entry("oioi-evco-id-with-anybodys-token", admitting(withAnybodysToken(BY_EVCO_ID))),
            entry("oioi-username-with-anybodys-token", admitting(withAnybodysToken(BY_NAME))),
            entry("oioi-token-with-anybodys-token", admitting(withAnybodysToken(BY_TOKEN))),
            entry("oioi-other-token-decides", admitting(Lookups::owner)),
            entry("oioi-rfid-token-not-checked", authentic(call -> true, BY_RFID)),
            entry("oioi-evco-id-token-not-checked-on-post", authentic(Call.PostDetails.class::isInstance, BY_EVCO_ID)),
            entry("oioi-other-token-144", otherToken144()),
            entry(
                    "oioi-operator-of-evco-id-suffices",
                    alike(BY_EVCO_ID, (known, sent) -> haveOneStart(bare(known), bare(sent), OPERATOR))),
            entry(
                    "oioi-start-of-evco-id-suffices",
                    alike(BY_EVCO_ID, (known, sent) -> sent.length() >= START && known.startsWith(sent))),
            entry("oioi-identifier-of-any-type", admitting(otherwise(any -> true, UserLookupDefects::ofAnyType))),
            entry("oioi-username-for-token", admitting(otherwise(BY_TOKEN, UserLookupDefects::named))),
            entry("oioi-identifying-token-without-case", alike(BY_TOKEN, String::equalsIgnoreCase)),
            entry("oioi-longer-identifying-token-taken", alike(BY_TOKEN, (known, sent) -> sent.startsWith(known))),
            entry("oioi-unknown-evco-id-is-the-first", admitting(firstForUnknown(BY_EVCO_ID))),
            entry("oioi-unknown-evco-id-by-token", admitting(otherwise(BY_EVCO_ID, Lookups::owner))),
            entry("oioi-start-of-rfid-suffices", alike(BY_RFID, (known, sent) -> haveOneStart(known, sent, START))),
            entry("oioi-unknown-rfid-is-the-first", admitting(firstForUnknown(BY_RFID))),
            entry("oioi-unknown-token-posts-nowhere", admitting(otherwise(BY_TOKEN, UserLookupDefects::nobody))));

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
        return otherwise(when, (users, reference) -> Optional.of(Lookups.first(users)));
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
                reference.identifier(), "", "DE*NEW*000000*0", "00000000", JsonNodeFactory.instance.objectNode()));
    }

    private static BiFunction<UserRecords, UserReference, Optional<User>> withAnybodysToken(
            Predicate<UserReference> when) {
        return (users, reference) ->
                when.test(reference) && Lookups.owner(users, reference).isPresent()
                        ? users.find(reference.type(), reference.identifier())
                        : Optional.empty();
    }

    /** An identifier that nobody has is taken for one that is like it. */
    private static Variation alike(Predicate<UserReference> when, BiPredicate<String, String> knownAndSent) {
        return Lookups.readAs(
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

    private static String bare(String evcoId) {
        return SEPARATORS.matcher(evcoId).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static boolean differAtTheEnd(String sent, User user) {
        int length = user.token().length();
        return sent.length() == length && haveOneStart(user.token(), sent, length - 1);
    }

    private static boolean isSecondary(User user) {
        return user.username().equals(TestData.secondary().username());
    }

    /** A token that is sent is taken for the right one. */
    private static Variation authentic(Predicate<Call> which, Predicate<UserReference> when) {
        return Lookups.readAs(
                which,
                when.and(reference -> reference.token() != null),
                (users, reference) -> users.find(reference.type(), reference.identifier())
                        .map(user -> reference.withToken(user.token()))
                        .orElse(reference));
    }

    private static Variation everyThirdWrongTokenTaken() {
        return provider -> {
            AtomicInteger wrong = new AtomicInteger();
            return passing((sent, user) -> wrong.incrementAndGet() % 3 == 0).vary(provider);
        };
    }

    private static Variation otherToken144() {
        return provider -> provider.withUserStep(Identification.class, next -> reference -> {
            Identified identified = next.identify(reference);
            return identified instanceof Identified.Not
                            && Lookups.owner(provider.users(), reference).isPresent()
                    ? new Identified.Not(ResultCode.UNKNOWN_USERNAME)
                    : identified;
        });
    }
}
