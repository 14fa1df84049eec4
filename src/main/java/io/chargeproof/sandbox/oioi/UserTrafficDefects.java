package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.AtOnce;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Service;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.RequestPipeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Defects of the user calls by which one call has to do with another: on its connection, before it, or beside it. */
public final class UserTrafficDefects {
    private static final String SESSION = "session=4711";

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-connection-shows-its-key-once")
                    .breaks("OIOI-KEY-1")
                    .says("Once a connection has carried the right API key, wrong ones are taken on it; the "
                            + "transport chapter asks for the key on each call.")
                    .by(keyOnce()),
            defect("oioi-refused-key-sticks-to-connection")
                    .breaks("OIOI-GET-1")
                    .says("Once a connection has carried a wrong API key, right calls are refused on it; a user "
                            + "is to be read by username.")
                    .by(keyRefusalSticks()),
            defect("oioi-connection-shows-a-token-once")
                    .breaks("OIOI-AUTH-2")
                    .says("Once a connection has carried a user's token, wrong ones are taken for that user on "
                            + "it; the page has a code for a token that isn't valid.")
                    .by(tokenOnce()),
            defect("oioi-failure-sticks-to-connection")
                    .breaks("OIOI-GET-1")
                    .says("Once a user could not be authenticated on a connection, nobody can on it; a user is "
                            + "to be read by username.")
                    .by(failureSticks()),
            defect("oioi-first-rfid-sticks-to-connection")
                    .breaks("OIOI-GET-5")
                    .says("On a connection each RFID shows the user of the first one; an identifier identifies "
                            + "its user.")
                    .by(rfidSticks()),
            defect("oioi-cookie-stands-for-key")
                    .breaks("OIOI-KEY-1")
                    .says("A cookie that comes with answers lets calls in with a wrong API key; the transport "
                            + "chapter asks for the key on each call.")
                    .by(cookieStandsForKey()),
            defect("oioi-first-read-without-user")
                    .breaks("OIOI-GET-1")
                    .says("The first answer after a start lacks its user; the page shows the user in the answer.")
                    .by(firstReadWithoutUser()),
            defect("oioi-key-of-another-at-once")
                    .breaks("OIOI-KEY-1")
                    .says("A wrong API key is taken at the moment at which a right one is checked; the "
                            + "transport chapter lets nobody in without a key.")
                    .by(keyOfAnother()),
            defect("oioi-user-of-another-read-at-once")
                    .breaks("OIOI-GET-5")
                    .says("Of two users who are read at the same moment one is shown for both; an identifier "
                            + "identifies its user.")
                    .by(userOfAnotherRead()),
            defect("oioi-user-of-another-post-at-once")
                    .breaks("OIOI-POST-18")
                    .says("Details of two users that are posted at the same moment are both set on one; a post "
                            + "is about the user whom it identifies.")
                    .by(userOfAnotherPost()),
            defect("oioi-two-posts-at-once-collide")
                    .breaks("OIOI-HTTP-4")
                    .says("Of two posts to one user at the same moment one gets 500; a failure has status 200 "
                            + "or 4xx.")
                    .by(postsCollide()),
            defect("oioi-one-of-two-rfids-at-once-refused")
                    .breaks("OIOI-GET-3")
                    .says("Of two users who are read by RFID at the same moment one isn't found; a user is to be "
                            + "read by RFID.")
                    .by(rfidAlone()),
            defect("oioi-one-of-two-posts-at-once-refused")
                    .breaks("OIOI-POST-1")
                    .says("Of two posts at the same moment one fails with 140; details are to be set by username.")
                    .by(postAlone()));

    private UserTrafficDefects() {}

    private static Variation<UserRecords> keyOnce() {
        return service -> {
            Set<String> known = ConcurrentHashMap.newKeySet();
            return service.with(KeyCheck.class, next -> request -> {
                Optional<ResultCode> refusal = next.refusal(request);
                if (refusal.isEmpty()) {
                    known.add(request.connection());
                }
                return refusal.filter(code -> !known.contains(request.connection()));
            });
        };
    }

    private static Variation<UserRecords> keyRefusalSticks() {
        return service -> {
            Set<String> refused = ConcurrentHashMap.newKeySet();
            return service.with(KeyCheck.class, next -> request -> {
                Optional<ResultCode> refusal = next.refusal(request);
                if (refusal.isPresent()) {
                    refused.add(request.connection());
                }
                return refused.contains(request.connection()) ? Optional.of(ResultCode.INVALID_API_KEY) : refusal;
            });
        };
    }

    /** Who identifies a user on a connection needs to know which it is. */
    private static Service<UserRecords> onConnection(
            Service<UserRecords> service, ThreadLocal<String> connection, IdentifyingOn identifying) {
        return service.with(RequestPipeline.class, next -> (pipeline, request) -> {
                    connection.set(request.connection());
                    return next.answer(pipeline, request);
                })
                .with(
                        Identification.class,
                        next -> reference -> identifying.identify(connection.get(), reference, next));
    }

    /** Identifies a user on a connection. */
    @FunctionalInterface
    private interface IdentifyingOn {
        Identified identify(String connection, UserReference reference, Identification right);
    }

    private static Variation<UserRecords> tokenOnce() {
        return service -> {
            Map<String, User> known = new ConcurrentHashMap<>();
            return onConnection(service, new ThreadLocal<>(), (connection, reference, right) -> {
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

    private static Variation<UserRecords> failureSticks() {
        return service -> {
            Map<String, Identified> failed = new ConcurrentHashMap<>();
            return onConnection(service, new ThreadLocal<>(), (connection, reference, right) -> {
                Identified identified = failed.getOrDefault(connection, right.identify(reference));
                if (identified instanceof Identified.Not) {
                    failed.put(connection, identified);
                }
                return identified;
            });
        };
    }

    private static Variation<UserRecords> rfidSticks() {
        return service -> {
            Map<String, Identified> first = new ConcurrentHashMap<>();
            return onConnection(service, new ThreadLocal<>(), (connection, reference, right) -> {
                Identified identified = right.identify(reference);
                return identified instanceof User && reference.type() == IdentifierType.RFID
                        ? first.computeIfAbsent(connection, none -> identified)
                        : identified;
            });
        };
    }

    private static Variation<UserRecords> cookieStandsForKey() {
        return service -> service.with(
                        KeyCheck.class,
                        next -> request -> next.refusal(request)
                                .filter(code -> !request.headers()
                                        .all("cookie")
                                        .toString()
                                        .contains(SESSION)))
                .with(
                        UserRendering.class,
                        next -> (request, outcome) ->
                                next.render(request, outcome).withHeader("set-cookie", SESSION + "; Path=/; HttpOnly"));
    }

    private static Variation<UserRecords> firstReadWithoutUser() {
        return service -> {
            AtomicBoolean warm = new AtomicBoolean();
            return service.with(
                    UserRendering.class,
                    next -> (request, outcome) -> warm.getAndSet(true)
                            ? next.render(request, outcome)
                            : next.render(request, outcome).edited(body -> body.remove("user")));
        };
    }

    private static Variation<UserRecords> keyOfAnother() {
        return service -> {
            AtOnce<Optional<ResultCode>> verdict = new AtOnce<>();
            return service.with(KeyCheck.class, next -> request -> verdict.lastOf(next.refusal(request)));
        };
    }

    private static Variation<UserRecords> userOfAnotherRead() {
        return service -> {
            AtOnce<User> current = new AtOnce<>();
            return service.with(
                    UserView.class, next -> (user, reference) -> next.show(current.lastOf(user), reference));
        };
    }

    private static Variation<UserRecords> userOfAnotherPost() {
        return service -> {
            AtOnce<User> current = new AtOnce<>();
            return service.with(Posting.class, next -> (user, details) -> next.post(current.lastOf(user), details));
        };
    }

    private static Variation<UserRecords> postsCollide() {
        return service -> {
            Set<String> busy = ConcurrentHashMap.newKeySet();
            return service.with(Posting.class, next -> (user, details) -> {
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

    private static Variation<UserRecords> rfidAlone() {
        return service -> {
            AtomicInteger underWay = new AtomicInteger();
            return service.with(
                    Identification.class,
                    next -> reference -> reference.type() == IdentifierType.RFID && isAnotherOne(underWay)
                            ? new Identified.Not(ResultCode.NOT_AUTHENTICATED)
                            : next.identify(reference));
        };
    }

    private static Variation<UserRecords> postAlone() {
        return service -> {
            AtomicInteger underWay = new AtomicInteger();
            return service.with(
                    Posting.class,
                    next -> (user, details) -> isAnotherOne(underWay)
                            ? CallResult.failed(ResultCode.NOT_AUTHENTICATED)
                            : next.post(user, details));
        };
    }

    /** Whether another one came before and is still there after a pause. */
    private static boolean isAnotherOne(AtomicInteger underWay) {
        boolean another = underWay.getAndIncrement() > 0;
        AtOnce.pause();
        underWay.decrementAndGet();
        return another;
    }
}
