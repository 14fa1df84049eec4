package io.chargeproof.api.oioi;

import java.util.List;

/** The calls of OIOI that are about a user. */
public enum UserCall {
    /** Reads a user's details. */
    GET_DETAILS("user-get-details"),
    /** Sets a user's details. */
    POST_DETAILS("user-post-details"),
    /** Logs a user in. */
    VERIFY("user-verify");

    private final String label;

    UserCall(String label) {
        this.label = label;
    }

    /** The calls that bear a {@code user}, who is named and authenticated in one way in all of them. */
    public static List<UserCall> onDetails() {
        return List.of(GET_DETAILS, POST_DETAILS);
    }

    /** The call's name in a request. */
    public String label() {
        return label;
    }
}
