package io.chargeproof.api.oioi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A result code, and the more general ones that must be taken in its place.
 *
 * @param value the number
 */
public record ResultCode(int value) {
    /** Where it stands in an answer. */
    static final String POINTER = "/result/code";

    public static final ResultCode SUCCESS = new ResultCode(0);
    public static final ResultCode AUTHENTICATION_FAILED = new ResultCode(140);
    public static final ResultCode INVALID_PASSWORD = new ResultCode(141);
    public static final ResultCode UNKNOWN_USERNAME = new ResultCode(144);
    public static final ResultCode INVALID_TOKEN = new ResultCode(145);
    public static final ResultCode INVALID_API_KEY = new ResultCode(210);
    public static final ResultCode API_KEY_NOT_ALLOWED = new ResultCode(220);
    public static final ResultCode INVALID_FORMAT = new ResultCode(230);

    /** The codes of a key that is refused. */
    static final Set<Integer> OF_THE_KEY = Set.of(INVALID_API_KEY.value, API_KEY_NOT_ALLOWED.value);

    private static final int PLATFORM = 100;
    private static final int CLIENT = 200;
    private static final Map<Integer, String> DOCUMENTED_TEXTS = Map.of(
            0, "Success",
            140, "Authentication failed: No positive authentication response",
            144, "Authentication failed: Email does not exist",
            145, "Authentication failed: User token not valid",
            230, "Invalid request format");

    /** This code and the more general ones, in ascending order. */
    public Set<Integer> orMoreGeneral() {
        Set<Integer> codes = new TreeSet<>(Set.of(value));
        if (value == SUCCESS.value) {
            return codes;
        }
        codes.add(PLATFORM);
        if (value / 10 * 10 == AUTHENTICATION_FAILED.value) {
            codes.add(AUTHENTICATION_FAILED.value);
        }
        if (value / 100 * 100 == CLIENT) {
            codes.add(CLIENT);
        }
        return codes;
    }

    /** The codes of a user who can't be authenticated, those of other calls and the more general one among them. */
    public static Set<Integer> authenticationFailures() {
        Set<Integer> codes = new TreeSet<>(Set.of(PLATFORM));
        IntStream.range(0, 10).forEach(last -> codes.add(AUTHENTICATION_FAILED.value + last));
        return codes;
    }

    /** What the HTTP status of a failure stands for that bears no code. */
    static Set<Integer> behind(int status) {
        return switch (status) {
            case 400 -> Set.of(INVALID_FORMAT.value);
            case 401, 403 -> Set.of(AUTHENTICATION_FAILED.value, INVALID_API_KEY.value);
            case 404 -> Set.of(AUTHENTICATION_FAILED.value);
            default -> Set.of();
        };
    }

    /** The codes and the more general ones of all of them, in ascending order. */
    public static Set<Integer> anyOf(List<ResultCode> codes) {
        Set<Integer> all = new TreeSet<>();
        codes.forEach(code -> all.addAll(code.orMoreGeneral()));
        return all;
    }

    /** The texts that the calls' pages give, by code. */
    static Map<Integer, String> documentedTexts() {
        return DOCUMENTED_TEXTS;
    }
}
