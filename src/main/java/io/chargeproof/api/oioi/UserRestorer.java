package io.chargeproof.api.oioi;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.policy.Sleeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the test users' details back at the end of a run, and says what the target doesn't take back. */
final class UserRestorer {
    private static final int LOOKS = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final int LOOKS_BACK = 4;
    private static final Duration BETWEEN_LOOKS_BACK = Duration.ofMillis(500);

    private final Transport transport;
    private final UserFixtures users;
    private final Accounts accounts;
    private final Sleeper pause;

    UserRestorer(Transport transport, UserFixtures users) {
        this(transport, users, Sleeper.SLEEPING);
    }

    UserRestorer(Transport transport, UserFixtures users, Sleeper pause) {
        this.transport = transport;
        this.users = users;
        this.accounts = users.accounts();
        this.pause = pause;
    }

    /**
     * Puts back whatever differs in a letter; a sentence for each user who isn't as before then. What a target makes of any
     * text that it stores is no difference.
     */
    List<String> restore() {
        List<String> leftovers = new ArrayList<>();
        if (accounts.mayHaveChangedAny()) {
            accounts.allOwn().forEach((role, own) -> {
                TestUser user = users.find(role);
                if (user != null) {
                    restore(role, user, own).ifPresent(leftovers::add);
                }
            });
        }
        return leftovers;
    }

    private Optional<String> restore(Role role, TestUser user, ObjectNode own) {
        wait(users.stillSettling(role));
        Exchange now = read(user);
        boolean others = isOthers(now);
        boolean elsewhere = UserAnswer.of(now)
                .user()
                .filter(shown -> accounts.isOfAnotherTarget(role, shown))
                .isPresent();
        if (elsewhere || shows(now, own, Details::isSame) || (others && !accounts.mayHaveChanged(role))) {
            return Optional.empty();
        }
        if (others && shows(afterOthers(user), own, Details::isSame)) {
            return Optional.empty();
        }
        Exchange post = transport.send(users.post(user, own));
        Exchange read = readBack(user, own);
        if (!shows(read, own, Details::isSameInMeaning)) {
            return Optional.of(leftover(AccountClaim.name(role), own, post, read));
        }
        accounts.isPutBack(role);
        return Optional.empty();
    }

    /** A read that shows what was put back, for which a target may need a moment. */
    private Exchange readBack(TestUser user, ObjectNode own) {
        return readUntil(
                user,
                LOOKS_BACK,
                BETWEEN_LOOKS_BACK,
                read -> UserAnswer.of(read).user().isEmpty() || shows(read, own, Details::isSameInMeaning));
    }

    /** Another run that is going puts the user back itself; one that is gone never does. */
    private Exchange afterOthers(TestUser user) {
        return readUntil(user, LOOKS, BETWEEN_LOOKS, read -> !isOthers(read));
    }

    private Exchange readUntil(TestUser user, int looks, Duration between, Predicate<Exchange> done) {
        Exchange read = read(user);
        for (int look = 0; look < looks && !done.test(read) && wait(between); look++) {
            read = read(user);
        }
        return read;
    }

    private boolean wait(Duration duration) {
        try {
            if (!duration.isZero()) {
                pause.last(duration);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isOthers(Exchange read) {
        return UserAnswer.of(read).user().flatMap(accounts::otherRunIn).isPresent();
    }

    private static String leftover(String user, ObjectNode own, Exchange post, Exchange read) {
        return read.isInconclusive()
                ? "nobody could see whether the details of " + user + " are as before: " + read.outcomeInWords()
                        + "; put them back with 'chargeproof restore' once the target answers"
                : "the details of " + user + " aren't as before" + where(own, read) + "; the target answered "
                        + UserAnswer.of(post).inWords();
    }

    private static String where(ObjectNode own, Exchange read) {
        List<String> differing = UserAnswer.of(read)
                .user()
                .map(now -> Details.differing(now, own))
                .orElse(List.of());
        return differing.isEmpty() ? "" : " in " + String.join(", ", differing);
    }

    private Exchange read(TestUser user) {
        return transport.send(users.read(IdentifierType.USERNAME, user.username(), user));
    }

    private static boolean shows(Exchange read, ObjectNode before, BiPredicate<JsonNode, JsonNode> same) {
        return UserAnswer.of(read).user().filter(now -> same.test(now, before)).isPresent();
    }
}
