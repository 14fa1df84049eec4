package io.chargeproof.sandbox.oioi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Compares the password, or the token in its place, with the user's own. */
final class PasswordCheck implements LoggingIn {
    private final UserRecords records;

    PasswordCheck(UserRecords records) {
        this.records = records;
    }

    @Override
    public CallResult logIn(Call.LogIn call) {
        Optional<User> found = records.find(IdentifierType.USERNAME, call.username());
        if (found.isEmpty()) {
            return CallResult.failed(ResultCode.UNKNOWN_USERNAME);
        }
        User user = found.get();
        if (isSame(call.password(), call.isToken() ? user.token() : user.password())) {
            return new CallResult.LoggedIn(user.token());
        }
        return CallResult.failed(call.isToken() ? ResultCode.WRONG_TOKEN : ResultCode.WRONG_PASSWORD);
    }

    private static boolean isSame(String sent, String own) {
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), own.getBytes(StandardCharsets.UTF_8));
    }
}
