package io.chargeproof.run;

import io.chargeproof.api.oioi.Accounts;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.Role;
import io.chargeproof.api.oioi.UserFixtures;
import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.profile.Profile;
import io.chargeproof.teststate.AccountLock;
import io.chargeproof.teststate.FileStateStore;
import io.chargeproof.teststate.PendingRestore;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.UserSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Puts back what runs that were cut off had changed at a target. Doing it twice does no harm. */
public final class CrashRecovery {
    private final Profile profile;
    private final FileStateStore custody;

    /** A recovery at a profile's target of what is in custody. */
    public CrashRecovery(Profile profile, FileStateStore custody) {
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
     * @throws io.chargeproof.teststate.TestStateException if a run is using the same accounts
     */
    public Result execute() {
        OioiTarget oioi = OioiTarget.of(profile);
        if (oioi == null) {
            return new Result(List.of(), List.of());
        }
        Instant now = Instant.now();
        RunIdentity self =
                RunState.identity(profile, "restore-" + ProcessHandle.current().pid(), now);
        AccountLock lease = custody.lease(self);
        try (JdkTransport adapter = new JdkTransport(TargetLink.settings(profile))) {
            return putBack(self, oioi, TargetLink.patient(adapter, profile.limits()));
        } finally {
            lease.close();
        }
    }

    private Result putBack(RunIdentity self, OioiTarget oioi, Transport transport) {
        List<String> restored = new ArrayList<>();
        List<String> leftovers = new ArrayList<>();
        List<PendingRestore> left = new ArrayList<>(custody.unrestored(oioi.endpoint()));
        left.removeIf(each -> !self.isOfTheTargetOf(each.run()));
        Collections.reverse(left);
        for (PendingRestore each : left) {
            List<String> remaining = putBack(oioi, transport, each);
            if (remaining.isEmpty()) {
                each.forget();
                restored.add(each.run().run());
            }
            leftovers.addAll(remaining);
        }
        return new Result(restored, leftovers);
    }

    private static List<String> putBack(OioiTarget oioi, Transport transport, PendingRestore left) {
        UserFixtures users = new UserFixtures(oioi, new UserRequests(oioi), 1, Accounts.unshared(oioi));
        List<String> strangers = new ArrayList<>();
        for (UserSnapshot user : left.users()) {
            Role role = RunState.roleOf(users, user);
            if (role == null) {
                strangers.add("run " + left.run().run() + " changed the user " + user.username()
                        + ", who isn't in the profile; give the profile that the run had");
            } else {
                users.accounts().adopt(role, user.details(), left.run().run());
            }
        }
        return Stream.concat(strangers.stream(), new UserRestorer(transport, users).restore().stream())
                .toList();
    }
}
