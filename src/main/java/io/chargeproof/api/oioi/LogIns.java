package io.chargeproof.api.oioi;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import io.chargeproof.testdata.SecretVariants;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Log-ins of the primary user, and reads with the tokens that they give, by the names that features give them. A target needn't
 * offer to log in users; where it doesn't, the scenario isn't tested. Wrong passwords may lock an account, so a run sends a
 * single one, and the right one after it.
 */
public final class LogIns {
    /** The password that nobody has. */
    static final String NOBODYS_PASSWORD = "chargeproof-of-nobody-7";

    private final UserFixtures users;
    private final ScenarioClient wire;
    private final Judge judge;

    /** Log-ins of a scenario. */
    public LogIns(UserFixtures users, ScenarioClient wire, Judge judge) {
        this.users = users;
        this.wire = wire;
        this.judge = judge;
    }

    /** Makes a call by a user of this name; nothing where the name isn't one of a log-in, nor of what came of one. */
    Optional<SentRequest> make(UserCall call, String name) {
        if (call == UserCall.VERIFY) {
            return Optional.of(logIn(name));
        }
        if (call != UserCall.GET_DETAILS) {
            return Optional.empty();
        }
        return switch (name) {
            case "the username with the token of a log-in" -> Optional.of(wire.send(readWith(tokenOf(right()), name)));
            case "the username with the token from before a log-in" -> Optional.of(readWithTokenFromBefore());
            default -> Optional.empty();
        };
    }

    private SentRequest logIn(String name) {
        return switch (name) {
            case "the username with the password" -> right();
            case "the username with a wrong password" -> wrong(name);
            case "an unknown username" -> unknown(name);
            case "the username with the token for a password" -> {
                right();
                yield kept(wire.send(
                        users.requests().logIn(user().username(), token(), true).named(name)));
            }
            case "the username and a language" ->
                special(members().put("is-token", false).put("language", "en"), name);
            case "the username without is-token" -> special(members(), name);
            default -> throw new IllegalArgumentException("nobody logs in as '" + name + "'");
        };
    }

    /** A log-in by the right password; ends the scenario if the target doesn't offer to log in users. */
    private SentRequest right() {
        SentRequest sent = wire.ask(users.logIn(Role.PRIMARY).named("the username and its password"));
        UserAnswer answer = UserAnswer.of(sent.exchange());
        if (!LogInOffer.isShownBy(answer, this::answerToAnUnknownCall)) {
            throw new MissingTestDataException("the target doesn't offer user-verify: " + answer.inWords()
                    + "; without oioi.users.primary.password the requirements on it are out of scope");
        }
        return kept(sent);
    }

    /** The right password follows, so that two wrong ones in a row never come, whichever run follows. */
    private SentRequest wrong(String name) {
        String password = SecretVariants.otherEnd(users.password(Role.PRIMARY));
        HttpRequest request = users.requests().failingLogIn(user().username(), password);
        SentRequest sent = wire.unjudged(() -> wire.send(request.named(name)));
        right();
        return wire.judged(sent);
    }

    private SentRequest unknown(String name) {
        right();
        String nobody = new UserReference(user(), users.otherThan(Role.PRIMARY))
                .named(name)
                .map(reference -> reference.path("identifier").asString())
                .orElseThrow(() -> new MissingTestDataException("there is no username that is known to be nobody's"));
        // There is no account that tries could lock.
        return wire.send(users.requests().logIn(nobody, NOBODYS_PASSWORD, false).named(name));
    }

    private SentRequest special(ObjectNode members, String name) {
        right();
        return kept(wire.send(users.requests().logIn(members).named(name)));
    }

    private SentRequest readWithTokenFromBefore() {
        String before = token();
        boolean isSame = before.equals(tokenOf(right()));
        return wire.send(readWith(
                before,
                isSame
                        ? "the token from before a log-in, which gave the same"
                        : "the token from before a log-in, which gave another"));
    }

    private String tokenOf(SentRequest logIn) {
        UserAnswer answer = UserAnswer.of(logIn.exchange());
        return answer.token()
                .orElseThrow(() -> new MissingTestDataException(
                        "the log-in gave no token: " + answer.inWords() + " (see OIOI-VERIFY-1)"));
    }

    private UserAnswer answerToAnUnknownCall() {
        SentRequest unknown = wire.unjudged(() -> wire.send(users.requests().unknownCall()));
        judge.needsAnswer(unknown);
        return UserAnswer.of(unknown.exchange());
    }

    /** A target may end a token as it gives another; then all that follows is sent with the new one. */
    private SentRequest kept(SentRequest sent) {
        String known = token();
        UserAnswer.of(sent.exchange())
                .token()
                .filter(token -> !token.equals(known) && !isValid(known) && isValid(token))
                .ifPresent(token -> users.accounts().use(Role.PRIMARY, token));
        return sent;
    }

    private boolean isValid(String token) {
        SentRequest read = wire.unjudged(() -> wire.send(readWith(token, "a token that may have ended")));
        judge.needsAnswer(read);
        return UserAnswer.of(read.exchange()).isCodeZero();
    }

    private HttpRequest readWith(String token, String what) {
        return users.requests()
                .read(UserRequests.user(IdentifierType.USERNAME, user().username(), token))
                .named(what);
    }

    private ObjectNode members() {
        return UserRequests.logInCall(user().username(), users.password(Role.PRIMARY));
    }

    private TestUser user() {
        return users.get(Role.PRIMARY);
    }

    private String token() {
        return user().token().value();
    }
}
