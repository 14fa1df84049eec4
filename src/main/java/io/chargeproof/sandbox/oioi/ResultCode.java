package io.chargeproof.sandbox.oioi;

/** The results that this provider gives, and the HTTP status of each. */
public enum ResultCode {
    SUCCESS(0, 200, "Success."),
    NOT_AUTHENTICATED(140, 401, "Authentication failed: No positive authentication response"),
    WRONG_PASSWORD(141, 401, "Authentication failed: Invalid email or password"),
    UNKNOWN_USERNAME(144, 401, "Authentication failed: Email does not exist"),
    WRONG_TOKEN(145, 401, "Authentication failed: User token not valid"),
    INVALID_API_KEY(210, 403, "Invalid API key"),
    INVALID_REQUEST(230, 400, "Invalid request format");

    private final int code;
    private final int status;
    private final String message;

    ResultCode(int code, int status, String message) {
        this.code = code;
        this.status = status;
        this.message = message;
    }

    /** The number in {@code result.code}. */
    public int code() {
        return code;
    }

    /** The HTTP status that goes with it, unless the request wasn't even a call. */
    public int status() {
        return status;
    }

    /** The text in {@code result.message}. */
    public String message() {
        return message;
    }
}
