package io.chargeproof.api.oioi;

/** The calls about a user. */
public enum UserCall {
    /** Reads a user's details. */
    GET_DETAILS("user-get-details"),
    /** Sets a user's details. */
    POST_DETAILS("user-post-details");

    private final String label;

    UserCall(String label) {
        this.label = label;
    }

    /** The call's name in a request. */
    public String label() {
        return label;
    }
}
