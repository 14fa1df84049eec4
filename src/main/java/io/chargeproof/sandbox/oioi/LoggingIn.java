package io.chargeproof.sandbox.oioi;

/** The step that gives a user's token to whoever knows the password. */
@FunctionalInterface
public interface LoggingIn {
    /** The user's token, or why there is none. */
    CallResult logIn(Call.LogIn call);
}
