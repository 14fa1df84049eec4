package io.chargeproof.sandbox.defect;

import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Provider;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.Identification;
import io.chargeproof.sandbox.user.Identified;
import io.chargeproof.sandbox.user.IdentifierType;
import io.chargeproof.sandbox.user.KeyCheck;
import io.chargeproof.sandbox.user.Posting;
import io.chargeproof.sandbox.user.ResultCode;
import io.chargeproof.sandbox.user.Showing;
import io.chargeproof.sandbox.user.User;
import io.chargeproof.sandbox.user.UserReference;
import io.chargeproof.sandbox.user.UserRendering;
import io.chargeproof.sandbox.wire.Exchanging;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Defects of the user calls by which one call has to do with another: on its connection, before it, or beside it. */
final class UserTrafficDefects {
    private static final String SESSION = "session=4711";

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-connection-shows-its-key-once", keyOnce()),
            entry("oioi-refused-key-sticks-to-connection", keyRefusalSticks()),
            entry("oioi-connection-shows-a-token-once", tokenOnce()),
            entry("oioi-failure-sticks-to-connection", failureSticks()),
            entry("oioi-first-rfid-sticks-to-connection", rfidSticks()),
            entry("oioi-cookie-stands-for-key", cookieStandsForKey()),
            entry("oioi-first-read-without-user", firstReadWithoutUser()),
            entry("oioi-key-of-another-at-once", keyOfAnother()),
            entry("oioi-user-of-another-read-at-once", userOfAnotherRead()),
            entry("oioi-user-of-another-post-at-once", userOfAnotherPost()),
            entry("oioi-two-posts-at-once-collide", postsCollide()));

    private UserTrafficDefects() {}

    private static Variation keyOnce() {
        return provider -> {
            Set<String> known = ConcurrentHashMap.newKeySet();
            return provider.withUserStep(KeyCheck.class, next -> request -> {
                Optional<ResultCode> refusal = next.refusal(request);
                if (refusal.isEmpty()) {
                    known.add(request.connection());
                }
                return refusal.filter(code -> !known.contains(request.connection()));
            });
        };
    }

    private static Variation keyRefusalSticks() {
        return provider -> {
            Set<String> refused = ConcurrentHashMap.newKeySet();
            return provider.withUserStep(KeyCheck.class, next -> request -> {
                Optional<ResultCode> refusal = next.refusal(request);
                if (refusal.isPresent()) {
                    refused.add(request.connection());
                }
                return refused.contains(request.connection()) ? Optional.of(ResultCode.INVALID_API_KEY) : refusal;
            });
        };
    }

    /** Who identifies a user on a connection needs to know which it is. */
    private static Provider onConnection(Provider provider, ThreadLocal<String> connection, IdentifyingOn identifying) {
        return provider.withUserStep(Exchanging.class, next -> (pipeline, request) -> {
                    connection.set(request.connection());
                    return next.answer(pipeline, request);
                })
                .withUserStep(
                        Identification.class,
                        next -> reference -> identifying.identify(connection.get(), reference, next));
    }

    /** Identifies a user on a connection. */
    @FunctionalInterface
    private interface IdentifyingOn {
        Identified identify(String connection, UserReference reference, Identification right);
    }

    private static Variation tokenOnce() {
        return provider -> {
            Map<String, User> known = new ConcurrentHashMap<>();
            return onConnection(provider, new ThreadLocal<>(), (connection, reference, right) -> {
                Identified identified = right.identify(reference);
                if (identified instanceof User user) {
                    known.put(connection + user.username(), user);
                    return user;
                }
                User before = known.get(connection + reference.identifier());
                return before == null ? identified : before;
            });
        };
    }

    private static Variation failureSticks() {
        return provider -> {
            Map<String, Identified> failed = new ConcurrentHashMap<>();
            return onConnection(provider, new ThreadLocal<>(), (connection, reference, right) -> {
                Identified identified = failed.getOrDefault(connection, right.identify(reference));
                if (identified instanceof Identified.Not) {
                    failed.put(connection, identified);
                }
                return identified;
            });
        };
    }

    private static Variation rfidSticks() {
        return provider -> {
            Map<String, Identified> first = new ConcurrentHashMap<>();
            return onConnection(provider, new ThreadLocal<>(), (connection, reference, right) -> {
                Identified identified = right.identify(reference);
                return identified instanceof User && reference.type() == IdentifierType.RFID
                        ? first.computeIfAbsent(connection, none -> identified)
                        : identified;
            });
        };
    }

    private static Variation cookieStandsForKey() {
        return provider -> provider.withUserStep(
                        KeyCheck.class,
                        next -> request -> next.refusal(request)
                                .filter(code -> !request.headers()
                                        .all("cookie")
                                        .toString()
                                        .contains(SESSION)))
                .withUserStep(
                        UserRendering.class,
                        next -> (request, outcome) ->
                                next.render(request, outcome).withHeader("set-cookie", SESSION + "; Path=/; HttpOnly"));
    }

    private static Variation firstReadWithoutUser() {
        return provider -> {
            AtomicBoolean warm = new AtomicBoolean();
            return provider.withUserStep(
                    UserRendering.class,
                    next -> (request, outcome) -> warm.getAndSet(true)
                            ? next.render(request, outcome)
                            : next.render(request, outcome).edited(body -> body.remove("user")));
        };
    }

    private static Variation keyOfAnother() {
        return provider -> {
            AtOnce<Optional<ResultCode>> verdict = new AtOnce<>();
            return provider.withUserStep(KeyCheck.class, next -> request -> verdict.lastOf(next.refusal(request)));
        };
    }

    private static Variation userOfAnotherRead() {
        return provider -> {
            AtOnce<User> current = new AtOnce<>();
            return provider.withUserStep(
                    Showing.class, next -> (user, reference) -> next.show(current.lastOf(user), reference));
        };
    }

    private static Variation userOfAnotherPost() {
        return provider -> {
            AtOnce<User> current = new AtOnce<>();
            return provider.withUserStep(
                    Posting.class, next -> (user, details) -> next.post(current.lastOf(user), details));
        };
    }

    private static Variation postsCollide() {
        return provider -> {
            Set<String> busy = ConcurrentHashMap.newKeySet();
            return provider.withUserStep(Posting.class, next -> (user, details) -> {
                if (!busy.add(user.username())) {
                    throw new IllegalStateException("deadlock found when trying to get lock");
                }
                try {
                    AtOnce.pause();
                    return next.post(user, details);
                } finally {
                    busy.remove(user.username());
                }
            });
        };
    }
}
