package io.chargeproof.api.oioi;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.policy.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Claims a user for a run before it changes anything there. The user's own details are posted once, so that it is known that
 * they can be put back; then they are posted with the run's mark. Runs that claim at the same moment wait longer than it took
 * them, and look whose mark has stayed.
 */
final class AccountClaiming {
    private static final Duration SHORTEST = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int TIMES = 4;

    private final UserFixtures users;
    private final Accounts accounts;
    private final Role role;
    private final TestUser user;
    private final Transport transport;
    private final Sleeper pause;

    AccountClaiming(UserFixtures users, Role role, TestUser user, Transport transport, Sleeper pause) {
        this.users = users;
        this.accounts = users.accounts();
        this.role = role;
        this.user = user;
        this.transport = request -> {
            Exchange exchange = transport.send(request);
            users.keepUnjudged(exchange);
            return exchange;
        };
        this.pause = pause;
    }

    /**
     * Claims it.
     *
     * @param visibly whether the user bears the mark from now on
     * @param first a look at the user, which serves if it was just now, or null
     */
    AccountClaim claim(boolean visibly, @Nullable Exchange first) {
        Exchange look = first == null || isOld(first) ? read() : first;
        Optional<ObjectNode> shown = UserAnswer.of(look).user();
        if (shown.isEmpty()) {
            String why = "the details of " + AccountClaim.name(role) + " can't be read ("
                    + (look.isInconclusive()
                            ? look.outcomeInWords()
                            : UserAnswer.of(look).inWords())
                    + "), so they couldn't be put back";
            return look.isInconclusive() ? AccountClaim.undecided(why) : AccountClaim.withheld(why);
        }
        Optional<String> other = accounts.otherRunIn(shown.get());
        if (other.isPresent()) {
            return AccountClaim.lost(role, other.get());
        }
        if (!isAsLeft(shown.get())) {
            return new AccountClaim(AccountClaim.changedByOthers(role), false, null);
        }
        accounts.found(role, shown.get());
        return postOwn(look.started(), visibly);
    }

    /** As long as between its look and its mark, and longer, a run waits for others. */
    private static boolean isOld(Exchange look) {
        return look.started().isBefore(Instant.now().minus(SHORTEST));
    }

    /** Nobody else is at work there, not even in a moment in which a post of theirs has taken their mark away. */
    private boolean isAsLeft(ObjectNode shown) {
        if (accounts.bearsOwnMark(shown)) {
            return true;
        }
        ObjectNode left = accounts.left(role).orElse(shown);
        if (!Details.isSame(shown, left)) {
            return false;
        }
        if (Details.textPaths().stream()
                .noneMatch(path -> Details.at(shown, path).isString())) {
            wait(Duration.ofSeconds(2));
            return UserAnswer.of(read())
                    .user()
                    .filter(now -> Details.isSame(now, left))
                    .isPresent();
        }
        return true;
    }

    private AccountClaim postOwn(Instant begin, boolean visibly) {
        ObjectNode own = accounts.own(role).orElseThrow();
        Exchange post = null;
        for (ObjectNode form : EqualForms.of(Details.postable(own))) {
            accounts.change(role);
            Exchange next = transport.send(users.post(user, form));
            if (next.isInconclusive()) {
                return AccountClaim.undecided("it isn't known whether the details of " + AccountClaim.name(role)
                        + " could be put back: the post of its own details got " + next.outcomeInWords());
            }
            if (UserAnswer.of(next).isSuccess()) {
                if (!form.equals(Details.postable(own))) {
                    accounts.settle(role, form);
                }
                accounts.take(role);
                users.posted(role, form);
                return visibly ? mark(begin) : AccountClaim.holding(null);
            }
            post = post == null ? next : post;
        }
        return AccountClaim.withheld("the target refuses the own details of " + AccountClaim.name(role) + " ("
                + UserAnswer.of(java.util.Objects.requireNonNull(post)).inWords()
                + "), so they couldn't be put back; correct them there, or give " + AccountClaim.name(role)
                + ".details that the target takes");
    }

    private AccountClaim mark(Instant begin) {
        Exchange post = transport.send(users.post(user, accounts.resting(role)));
        if (!UserAnswer.of(post).isSuccess()) {
            return post.isInconclusive()
                    ? AccountClaim.undecided(AccountClaim.name(role) + " couldn't be claimed: " + post.outcomeInWords())
                    : AccountClaim.holding(null);
        }
        users.posted(role, accounts.resting(role));
        wait(Duration.between(begin, Instant.now()).multipliedBy(TIMES));
        Optional<ObjectNode> shown = UserAnswer.of(read()).user();
        Optional<String> other = shown.flatMap(accounts::otherRunIn);
        if (other.isPresent()) {
            accounts.leave(role);
            return AccountClaim.lost(role, other.get());
        }
        return AccountClaim.holding(shown.filter(accounts::bearsOwnMark).isPresent() ? Instant.now() : null);
    }

    private void wait(Duration wanted) {
        Duration least = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
        try {
            pause.last(least.compareTo(LONGEST) > 0 ? LONGEST : least);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** By whatever identifier it succeeds. */
    private Exchange read() {
        Exchange last = transport.send(request(IdentifierType.USERNAME, user.username()));
        for (IdentifierType type : List.of(IdentifierType.EVCO_ID, IdentifierType.RFID)) {
            Optional<String> identifier = type.of(user);
            if (UserAnswer.of(last).user().isEmpty() && identifier.isPresent() && !last.isInconclusive()) {
                last = transport.send(request(type, identifier.get()));
            }
        }
        return last;
    }

    private HttpRequest request(IdentifierType type, String identifier) {
        HttpRequest request = users.read(type, identifier, user);
        return request.named("a look before the user is changed");
    }
}
