package io.chargeproof.api.oioi;

/** Which of a scenario's posts are judged. */
public enum PostChoice {
    /** Those that were accepted; there has to be one. */
    ACCEPTED,
    /** Those that were accepted, be it none. */
    ACCEPTED_IF_ANY,
    /** Those that were accepted, but for the first; there has to be one. */
    REPEATED,
    /** Those that were refused; there has to be one. */
    REFUSED
}
