package io.chargeproof.exchange;

/**
 * The server that stands before an API's application, and may answer in its place whatever the API's documents say: to what is
 * too large, or isn't declared as JSON and nothing else.
 */
public final class FrontDoor {
    private static final int ONE_MEBIBYTE = 1 << 20;
    private static final int LONG_ADDRESS = 2_000;
    private static final int LONG_FIELD = 8_000;

    private FrontDoor() {}

    /** Whether it may answer this request with this status. */
    public static boolean mayAnswer(HttpRequest request, int status) {
        return switch (status) {
            case 413 -> request.body().size() > ONE_MEBIBYTE;
            case 414, 431 -> request.uri().toString().length() > LONG_ADDRESS || hasLongField(request.headers());
            case 415 -> !isPlainJson(request.headers());
            default -> false;
        };
    }

    private static boolean hasLongField(Headers headers) {
        return headers.fields().stream().anyMatch(field -> field.value().length() > LONG_FIELD);
    }

    private static boolean isPlainJson(Headers headers) {
        return headers.first("content-type")
                .filter(type -> type.strip().equalsIgnoreCase("application/json"))
                .isPresent();
    }
}
