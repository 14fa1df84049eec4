package io.chargeproof.api.oioi;

import io.chargeproof.exchange.NoAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run may change a user.
 *
 * @param against why not, or null
 * @param isFinal whether it stays so for the run
 * @param since from when on the user bore the run's mark, or null where it never did
 */
record AccountClaim(
        @Nullable NoAnswer against,
        boolean isFinal,
        @Nullable Instant since) {
    static AccountClaim holding(@Nullable Instant since) {
        return new AccountClaim(null, true, since);
    }

    /** The account isn't used: what is changed there couldn't be put back. */
    static AccountClaim withheld(String why) {
        return new AccountClaim(new NoAnswer(NoAnswer.Cause.WITHHELD, why + "; nothing was changed"), true, null);
    }

    /** It can't be told for the moment. */
    static AccountClaim undecided(String why) {
        return new AccountClaim(new NoAnswer(NoAnswer.Cause.GIVEN_UP, why + "; nothing was sent"), false, null);
    }

    /** Another run has the account. */
    static AccountClaim lost(Role role, String run) {
        return new AccountClaim(inUse(role, run), true, null);
    }

    /** Whether another run has the account. */
    boolean isLost() {
        return isFinal && against != null && against.cause() == NoAnswer.Cause.IN_USE;
    }

    /** Why the run may not change the user; empty where it may. */
    String detail() {
        return against == null ? "" : against.detail();
    }

    static NoAnswer inUse(Role role, String run) {
        return new NoAnswer(
                NoAnswer.Cause.IN_USE,
                "another run (" + run + ") is using " + name(role)
                        + " at the same time, and the values there are its own;"
                        + " keep runs on the same accounts apart");
    }

    static NoAnswer changedByOthers(Role role) {
        return new NoAnswer(
                NoAnswer.Cause.IN_USE,
                "somebody else changed the details of " + name(role) + " while the run was using them; keep runs on the"
                        + " same accounts apart");
    }

    static String name(Role role) {
        return "oioi.users." + role.label();
    }
}
