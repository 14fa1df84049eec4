package io.chargeproof.api.oioi;

import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Whether a target offers to log in users, which it needn't: told by what a log-in by the right password got. One that fails
 * counts as a call that is offered where it fails as the authentication of a user does, or by an error of the server, and where
 * a call by a name that nobody knows gets something else.
 */
final class LogInOffer {
    private static final int PLATFORM = 100;
    private static final int NOT_FOUND = 180;
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;

    private LogInOffer() {}

    /**
     * Whether it is offered.
     *
     * @param right what a log-in by the right password got
     * @param unknown what a call by an unknown name gets; asked for only where it matters
     */
    static boolean isShownBy(UserAnswer right, Supplier<UserAnswer> unknown) {
        return right.isCodeZero() || (failsForItself(right) && !isAlike(right, unknown.get()));
    }

    private static boolean failsForItself(UserAnswer right) {
        OptionalInt code = right.code();
        boolean ofThePlatform = code.isPresent() && code.getAsInt() >= PLATFORM && code.getAsInt() < NOT_FOUND;
        return ofThePlatform || right.status() >= SERVER_ERROR || (code.isEmpty() && right.status() == UNAUTHORIZED);
    }

    private static boolean isAlike(UserAnswer right, UserAnswer unknown) {
        return right.status() == unknown.status() && right.code().equals(unknown.code());
    }
}
