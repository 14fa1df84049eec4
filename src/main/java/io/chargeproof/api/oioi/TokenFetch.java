package io.chargeproof.api.oioi;

import io.chargeproof.api.ForeignAnswer;
import io.chargeproof.api.Preflight;
import io.chargeproof.api.UsageException;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import io.chargeproof.profile.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Logs in the test users of whom a profile gives the password alone, so that the other calls can be made with their tokens. */
final class TokenFetch {
    private static final Set<Integer> USER_REFUSED = ResultCode.authenticationFailures();

    private final UserFixtures users;

    TokenFetch(UserFixtures users) {
        this.users = users;
    }

    /**
     * Logs in those of some users whose token isn't known.
     *
     * @return false if the target gave no answer
     * @throws UsageException if a user gets no token
     */
    boolean fetch(List<Role> roles, Transport transport) {
        for (Role role : roles) {
            TestUser user = users.find(role);
            if (user != null && !user.hasToken() && !fetch(role, user, transport)) {
                return false;
            }
        }
        return true;
    }

    private boolean fetch(Role role, TestUser user, Transport transport) {
        Exchange exchange = new TokenWatchingTransport(users.accounts(), transport).send(request(user));
        if (exchange.isInconclusive()) {
            return false;
        }
        UserAnswer answer = UserAnswer.of(exchange);
        if (answer.isCodeZero() && answer.token().isPresent()) {
            users.accounts().use(role, answer.token().get());
            return true;
        }
        if (ForeignAnswer.is(exchange, "result")) {
            String sent = "one request, nothing was written";
            throw Preflight.stranger(users.endpoint().toString(), "OIOI", "oioi.endpoint", exchange, sent);
        }
        throw new UsageException("user-verify gave no token for " + AccountClaim.name(role) + ": " + answer.inWords()
                + "; " + cure(answer) + " (nothing was written)");
    }

    /** The log-in of a user whose password is known. */
    HttpRequest request(TestUser user) {
        String password = Optional.ofNullable(user.password())
                .map(Secret::value)
                .orElseThrow(() -> new IllegalArgumentException(user.username() + " has no password"));
        HttpRequest request = users.requests().logIn(user.username(), password, false);
        return request.named("the password that the profile gives");
    }

    /** What to do about a log-in that gave no token. */
    static String cure(UserAnswer answer) {
        if (answer.isCodeZero()) {
            return "it succeeded without one, so give the user's token in the profile";
        }
        if (answer.code().isPresent() && answer.means(ResultCode.OF_THE_KEY)) {
            return "look at oioi.api-key, or give the user's token in place of the password";
        }
        return answer.means(USER_REFUSED)
                ? "look at the user's username and password"
                : "if the target doesn't offer that call, give the user's token in place of the password";
    }
}
