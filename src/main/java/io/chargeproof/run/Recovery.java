package io.chargeproof.run;

import io.chargeproof.custody.CustodyFolder;
import io.chargeproof.custody.Lease;
import io.chargeproof.custody.RunIdentity;
import io.chargeproof.custody.Unrestored;
import io.chargeproof.custody.UserBefore;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.oioi.UserRequests;
import io.chargeproof.steps.Accounts;
import io.chargeproof.steps.Role;
import io.chargeproof.steps.Users;
import io.chargeproof.target.OioiTarget;
import io.chargeproof.target.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Puts back what runs that were cut off had changed at a target. Doing it twice does no harm. */
public final class Recovery {
    private final Profile profile;
    private final CustodyFolder custody;

    /** A recovery at a profile's target of what is in custody. */
    public Recovery(Profile profile, CustodyFolder custody) {
        this.profile = profile;
        this.custody = custody;
    }

    /**
     * What came of it.
     *
     * @param restored the runs whose users are as before
     * @param leftovers what isn't as before, a sentence each
     */
    public record Result(List<String> restored, List<String> leftovers) {
        public Result {
            restored = List.copyOf(restored);
            leftovers = List.copyOf(leftovers);
        }
    }

    /**
     * Puts back, run by run; the newest first, so that what the oldest saw stays.
     *
     * @throws io.chargeproof.custody.CustodyException if a run is using the same accounts
     */
    public Result execute() {
        OioiTarget oioi = profile.oioi();
        if (oioi == null) {
            return new Result(List.of(), List.of());
        }
        Instant now = Instant.now();
        RunIdentity self =
                Custodian.identity(profile, "restore-" + ProcessHandle.current().pid(), now);
        Lease lease = custody.lease(self);
        try (JdkTransport adapter = new JdkTransport(TargetLink.settings(profile))) {
            return putBack(self, oioi, TargetLink.patient(adapter, profile.limits()));
        } finally {
            lease.close();
        }
    }

    private Result putBack(RunIdentity self, OioiTarget oioi, Transport transport) {
        List<String> restored = new ArrayList<>();
        List<String> leftovers = new ArrayList<>();
        List<Unrestored> left = new ArrayList<>(custody.unrestored(oioi.endpoint()));
        left.removeIf(each -> !self.isOfTheTargetOf(each.run()));
        Collections.reverse(left);
        for (Unrestored each : left) {
            List<String> remaining = putBack(oioi, transport, each);
            if (remaining.isEmpty()) {
                each.forget();
                restored.add(each.run().run());
            }
            leftovers.addAll(remaining);
        }
        return new Result(restored, leftovers);
    }

    private static List<String> putBack(OioiTarget oioi, Transport transport, Unrestored left) {
        Users users = new Users(oioi, new UserRequests(oioi), 1, Accounts.unshared(oioi));
        List<String> strangers = new ArrayList<>();
        for (UserBefore user : left.users()) {
            Role role = Custodian.roleOf(users, user);
            if (role == null) {
                strangers.add("run " + left.run().run() + " changed the user " + user.username()
                        + ", who isn't in the profile; give the profile that the run had");
            } else {
                users.accounts().adopt(role, user.details(), left.run().run());
            }
        }
        return Stream.concat(strangers.stream(), new Restoration(transport, users).restore().stream())
                .toList();
    }
}
