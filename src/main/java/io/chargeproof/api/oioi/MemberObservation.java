package io.chargeproof.api.oioi;

/** What is recorded of the members of users, and never judged. */
public enum MemberObservation {
    /** What became of the members that posts were about. */
    POSTED,
    /** The members of a user that the documents don't know. */
    UNDOCUMENTED
}
