package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.provider.Deviation.variant;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Variants of logging in. */
public final class LogInVariants {
    private static final BiPredicate<Request, CallResult> LOG_IN = Answers.to("user-verify");

    static final List<Deviation<UserRecords>> VARIANTS = List.of(
            variant("oioi-log-in-not-offered")
                    .of("OIOI-VERIFY-1")
                    .leavesOpen()
                    .says(
                            "Logging in is a call that doesn't exist; a provider of the calls on details needn't offer it.")
                    .by(LookupChanges.unreadable(Call.LogIn.class::isInstance)),
            variant("oioi-log-in-not-allowed")
                    .of("OIOI-VERIFY-1")
                    .leavesOpen()
                    .says("The API key isn't allowed to log in users; the transport chapter has a code for that.")
                    .by(Answers.coded(LOG_IN, 220, "API key not allowed")
                            .and(Answers.status(LOG_IN, 403))
                            .and(Answers.body(LOG_IN, body -> body.remove("user")))),
            variant("oioi-log-in-unknown-is-140")
                    .of("OIOI-VERIFY-1")
                    .leavesOpen()
                    .says(
                            "Every call of an unknown name, a log-in among them, isn't authenticated; 140 may stand for it.")
                    .by(LookupChanges.unreadable(Call.LogIn.class::isInstance)
                            .and(Answers.coded(
                                    Answers.failed(ResultCode.INVALID_REQUEST)
                                            .and((request, outcome) ->
                                                    request.body().text().contains("verify")),
                                    ResultCode.NOT_AUTHENTICATED))),
            variant("oioi-log-in-shows-more")
                    .of("OIOI-VERIFY-2")
                    .says("The user that a log-in gives has a name and an e-mail address beside the token; answers may "
                            + "have more than is documented.")
                    .by(Answers.body(
                            (request, outcome) -> outcome instanceof CallResult.LoggedIn,
                            body -> body.withObject("user")
                                    .put("first-name", "A")
                                    .put("email", "a@example.com"))),
            variant("oioi-log-in-failures-140")
                    .of("OIOI-VERIFY-3")
                    .says("A wrong password and an unknown username alike get code 140; so nobody learns who is there.")
                    .by(Answers.coded(
                            LOG_IN.and(Answers.failed(ResultCode.WRONG_PASSWORD)
                                    .or(Answers.failed(ResultCode.UNKNOWN_USERNAME))),
                            ResultCode.NOT_AUTHENTICATED)),
            variant("oioi-password-in-any-case")
                    .of("OIOI-VERIFY-3")
                    .says(
                            "A password is compared without its letters' case, for whom the caps lock was on; how they are "
                                    + "compared isn't said.")
                    .by(LogInDefects.taking((sent, own) -> sent.equalsIgnoreCase(own))),
            variant("oioi-log-in-unknown-141")
                    .of("OIOI-VERIFY-4")
                    .says("An unknown username gets code 141, of a wrong email or password; either may be meant.")
                    .by(Answers.coded(
                            LOG_IN.and(Answers.failed(ResultCode.UNKNOWN_USERNAME)), ResultCode.WRONG_PASSWORD)),
            variant("oioi-log-in-by-token-refused")
                    .of("OIOI-VERIFY-6")
                    .says("A token in place of the password is refused as malformed; what it gets is left open.")
                    .by(LookupChanges.unreadable(call -> call instanceof Call.LogIn in && in.isToken())),
            variant("oioi-log-in-gives-new-token")
                    .of("OIOI-VERIFY-7")
                    .says("Each log-in gives another token, and all of them stay valid; whether they do isn't said.")
                    .by(newTokens(false)),
            variant("oioi-log-in-ends-older-tokens")
                    .of("OIOI-VERIFY-7")
                    .says("Each log-in gives another token, and the ones before end; whether they do isn't said.")
                    .by(newTokens(true)),
            variant("oioi-log-in-without-language")
                    .of("OIOI-VERIFY-8")
                    .says("A log-in with a language is refused as malformed; what it gets is recorded.")
                    .by(CallChanges.root(root -> {
                        if (root.path("user-verify").has("language")) {
                            root.removeAll();
                        }
                    })));

    private LogInVariants() {}

    private static Variation<UserRecords> newTokens(boolean endsOlder) {
        return service -> {
            Tokens tokens = new Tokens(endsOlder);
            return service.with(
                            LoggingIn.class,
                            next -> call -> next.logIn(tokens.known(call)) instanceof CallResult.LoggedIn in
                                    ? new CallResult.LoggedIn(tokens.another(in.token()))
                                    : next.logIn(tokens.known(call)))
                    .with(Identification.class, next -> reference -> next.identify(tokens.known(reference)));
        };
    }

    /** The tokens that log-ins gave, each of which stands for the one on record. */
    private static final class Tokens {
        private final boolean endOlder;
        private final Map<String, String> originals = new ConcurrentHashMap<>();
        private final Map<String, String> latest = new ConcurrentHashMap<>();
        private final AtomicInteger given = new AtomicInteger();

        Tokens(boolean endOlder) {
            this.endOlder = endOlder;
        }

        String another(String original) {
            String token = String.format(Locale.ROOT, "%032x", 0x5EED_0000_0000L + given.incrementAndGet());
            originals.put(token, original);
            latest.put(original, token);
            return token;
        }

        UserReference known(UserReference reference) {
            return reference.type() == IdentifierType.TOKEN
                    ? new UserReference(reference.type(), known(reference.identifier()), reference.token())
                    : reference.withToken(orNull(reference.token()));
        }

        Call.LogIn known(Call.LogIn call) {
            return call.isToken() ? new Call.LogIn(call.username(), known(call.password()), true) : call;
        }

        private @Nullable String orNull(@Nullable String token) {
            return token == null ? null : known(token);
        }

        private String known(String token) {
            String original = Optional.ofNullable(originals.get(token)).orElse(token);
            boolean ended = endOlder && !token.equals(latest.getOrDefault(original, original));
            return ended ? "ended" : original;
        }
    }
}
