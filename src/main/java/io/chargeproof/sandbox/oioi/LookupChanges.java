package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;

import io.chargeproof.sandbox.provider.Variation;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Changes of how users are found and authenticated. */
final class LookupChanges {
    private LookupChanges() {}

    /** References by an identifier of a type. */
    static Predicate<UserReference> by(IdentifierType type) {
        return reference -> reference.type() == type;
    }

    /** Who would be refused may be found in another way. */
    static Variation<UserRecords> admitting(BiFunction<UserRecords, UserReference, Optional<User>> also) {
        return service -> service.with(Identification.class, next -> reference -> {
            Identified identified = next.identify(reference);
            return identified instanceof User
                    ? identified
                    : also.apply(service.records(), reference)
                            .<Identified>map(user -> user)
                            .orElse(identified);
        });
    }

    /** Whoever sends a token that passes for the right one is taken for the user. */
    static Variation<UserRecords> passing(BiPredicate<String, User> passes) {
        return passing(reference -> true, passes);
    }

    /** Whoever sends a token that passes for the right one is taken for the user, by some identifiers. */
    static Variation<UserRecords> passing(Predicate<UserReference> when, BiPredicate<String, User> passes) {
        return admitting((users, reference) -> {
            String token = reference.token();
            return token == null || !when.test(reference)
                    ? Optional.empty()
                    : users.find(reference.type(), reference.identifier()).filter(user -> passes.test(token, user));
        });
    }

    /** Some references are refused. */
    static Variation<UserRecords> refusing(Predicate<UserReference> which, ResultCode code) {
        return ofUsers(
                Identification.class,
                next -> reference -> which.test(reference) ? new Identified.Not(code) : next.identify(reference));
    }

    /** The user of some calls is taken for another one, or for none. */
    static Variation<UserRecords> readAs(
            Predicate<Call> which,
            Predicate<UserReference> when,
            BiFunction<UserRecords, UserReference, UserReference> other) {
        return service -> service.with(
                CallReading.class,
                next -> root -> next.read(root)
                        .map(call -> which.test(call) && when.test(call.user())
                                ? about(other.apply(service.records(), call.user()), call)
                                : call));
    }

    /** Some calls aren't taken for calls. */
    static Variation<UserRecords> unreadable(Predicate<Call> which) {
        return ofUsers(CallReading.class, next -> root -> next.read(root).filter(which.negate()));
    }

    /** The user whose token this is. */
    static Optional<User> owner(UserRecords users, UserReference reference) {
        String token = reference.token();
        return token == null ? Optional.empty() : users.find(IdentifierType.TOKEN, token);
    }

    /** The first user by name. */
    static User first(UserRecords users) {
        return users.all().stream().min(Comparator.comparing(User::username)).orElseThrow();
    }

    /** A user that is not this one, the same each time. */
    static User other(UserRecords users, User user) {
        return users.all().stream()
                .filter(each -> !each.username().equals(user.username()))
                .min(Comparator.comparing(User::username))
                .orElseThrow();
    }

    /** The user whom a request's text names by an identifier. */
    static Optional<User> named(UserRecords users, String request) {
        return Stream.<Function<User, String>>of(User::username, User::evcoId, User::rfid, User::token)
                .flatMap(kind -> users.all().stream().filter(user -> request.contains('"' + kind.apply(user) + '"')))
                .findFirst();
    }

    /** The user whose token stands in a request's text. */
    static Optional<User> bearing(UserRecords users, String request) {
        return users.all().stream()
                .filter(user -> request.contains('"' + user.token() + '"'))
                .findFirst();
    }

    private static Call about(UserReference reference, Call call) {
        if (call instanceof Call.LogIn) {
            return call;
        }
        return call instanceof Call.PostDetails post
                ? new Call.PostDetails(reference, post.details())
                : new Call.GetDetails(reference);
    }
}
