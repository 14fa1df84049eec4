package io.chargeproof.api.oioi;

import io.chargeproof.api.CheckUp;
import io.chargeproof.api.Clue;
import io.chargeproof.api.Diagnosis.State;
import io.chargeproof.api.ForeignAnswer;
import io.chargeproof.exchange.Exchange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Looks whether OIOI takes the key, whether it knows the test users, and whether those without a token can log in. */
final class UserCheckUp {
    private static final Set<Integer> USER_REFUSED = Set.of(140, 144, 145);

    private final OioiTarget target;
    private final UserFixtures users;
    private final CheckUp checkUp;

    UserCheckUp(OioiTarget target, CheckUp checkUp) {
        this.target = target;
        this.users = new UserFixtures(target, new UserRequests(target), 1, Accounts.unshared(target));
        this.checkUp = checkUp;
    }

    void execute() {
        Exchange first = checkUp.send(users.control());
        checkUp.clock(first);
        if (key(first)) {
            for (Role role : Role.values()) {
                user(role);
            }
        }
    }

    /** Whether it is of use to look at the users. */
    private boolean key(Exchange exchange) {
        String name = "oioi api-key";
        UserAnswer answer = UserAnswer.of(exchange);
        OptionalInt code = answer.code();
        if (exchange.isInconclusive()) {
            checkUp.tell(name, State.UNREACHABLE, "undecided: " + exchange.outcomeInWords(), checkUp.cure(exchange));
        } else if (isRefusedWithoutCode(exchange)) {
            String saw = "undecided: " + answer.inWords() + ", which may mean the key or the user";
            checkUp.tell(name, State.NOTE, saw, "look at oioi.api-key and at what is said of the users");
        } else if (code.isEmpty()) {
            String cure = Clue.in(exchange, false)
                    .orElse("look whether oioi.endpoint is the address that takes every call" + CheckUp.IN_BETWEEN);
            checkUp.tell(name, State.WRONG, "this isn't how OIOI answers: " + ForeignAnswer.inWords(exchange), cure);
        } else if (ResultCode.OF_THE_KEY.contains(code.getAsInt())) {
            String saw = (target.apiKey() == null ? "missing: " : "refused: ") + answer.inWords();
            checkUp.tell(name, State.WRONG, saw, "put the partner's key in oioi.api-key");
        } else if (target.apiKey() == null) {
            String saw = "the profile has none, and none is asked for";
            checkUp.tell(name, State.NOTE, saw, "OIOI-KEY rows are out of scope");
        } else {
            checkUp.tell(name, State.FINE, "accepted (" + answer.inWords() + ")", "");
        }
        boolean known = code.isPresent() && !ResultCode.OF_THE_KEY.contains(code.getAsInt());
        return (known || isRefusedWithoutCode(exchange)) && !exchange.isInconclusive();
    }

    private static boolean isRefusedWithoutCode(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        return answer.code().isEmpty() && answer.means(ResultCode.OF_THE_KEY);
    }

    private void user(Role role) {
        String key = "oioi.users." + role.label();
        TestUser user = users.find(role);
        if (user == null) {
            checkUp.tell(key, State.NOTE, "the profile has no such user", "what needs one will be not tested");
            return;
        }
        // A log-in may end the token that others use, so who has one isn't logged in to have a look.
        boolean authenticated = user.hasToken() || logIn(role, user);
        if (authenticated) {
            readByEach(key, Objects.requireNonNull(users.find(role)));
        }
    }

    /** Whether the password gets a token. */
    private boolean logIn(Role role, TestUser user) {
        String name = "oioi.users." + role.label() + " log-in";
        Exchange exchange = checkUp.send(new TokenFetch(users).request(user));
        UserAnswer answer = UserAnswer.of(exchange);
        if (exchange.isInconclusive()) {
            checkUp.tell(name, State.UNREACHABLE, "undecided: " + exchange.outcomeInWords(), checkUp.cure(exchange));
            return false;
        }
        Optional<String> token = answer.isCodeZero() ? answer.token() : Optional.empty();
        if (token.isEmpty()) {
            checkUp.tell(name, State.WRONG, "no token: " + answer.inWords(), TokenFetch.cure(answer));
            return false;
        }
        checkUp.conceal(token.get(), users.accounts().given(role, token.get()));
        users.accounts().use(role, token.get());
        checkUp.tell(name, State.FINE, "accepted, and gave a token", "");
        return true;
    }

    private void readByEach(String key, TestUser user) {
        for (IdentifierType type : List.of(IdentifierType.USERNAME, IdentifierType.EVCO_ID, IdentifierType.RFID)) {
            Optional<String> identifier = type.of(user);
            if (identifier.isPresent()) {
                read(key, type, checkUp.send(users.read(type, identifier.get(), user)));
            } else {
                String saw = "the profile has no " + type.label();
                checkUp.tell(key + " by " + type.label(), State.NOTE, saw, "put it in " + key);
            }
        }
    }

    private void read(String key, IdentifierType type, Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        String name = key + " by " + type.label();
        if (exchange.isInconclusive()) {
            checkUp.tell(name, State.UNREACHABLE, "undecided: " + exchange.outcomeInWords(), "try again later");
        } else if (answer.isCodeZero() && answer.user().isPresent()) {
            found(key, name, RunMark.in(answer.user().get()));
        } else {
            String cure = answer.means(USER_REFUSED)
                    ? "look at " + type.label() + " and token of " + key
                    : "a run will tell whether the target breaks a rule here";
            checkUp.tell(name, State.WRONG, answer.inWords(), cure);
        }
    }

    private void found(String key, String name, Optional<String> run) {
        if (run.isEmpty()) {
            checkUp.tell(name, State.FINE, "found", "");
            return;
        }
        String cure =
                "wait until that run is done, or put them back with 'chargeproof restore' where it ran, or say in "
                        + key + ".details what is to be put back";
        checkUp.tell(name, State.WRONG, "found with details that run " + run.get() + " wrote", cure);
    }
}
