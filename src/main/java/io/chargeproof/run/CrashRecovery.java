package io.chargeproof.run;

import io.chargeproof.api.ApiModules;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Profile;
import io.chargeproof.teststate.AccountLock;
import io.chargeproof.teststate.FileStateStore;
import io.chargeproof.teststate.PendingRestore;
import io.chargeproof.teststate.RunIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Puts back what runs that were cut off had changed at a target. Doing it twice does no harm. */
public final class CrashRecovery {
    private final Profile profile;
    private final FileStateStore custody;
    private final List<String> restored = new ArrayList<>();
    private final List<String> leftovers = new ArrayList<>();

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
        RunIdentity self =
                RunIdentity.of(profile, "restore-" + ProcessHandle.current().pid(), Instant.now());
        AccountLock lease = custody.lease(self);
        try (JdkTransport adapter = new JdkTransport(TransportChain.settings(profile))) {
            Transport transport = TransportChain.patient(adapter, profile.limits());
            profile.apis().forEach(each -> putBack(self, each, transport));
            return new Result(restored, leftovers);
        } finally {
            lease.close();
        }
    }

    private void putBack(RunIdentity self, ApiTarget target, Transport transport) {
        List<PendingRestore> left =
                new ArrayList<>(custody.unrestored(target.api().label(), target.address()));
        left.removeIf(each -> !self.isOfTheTargetOf(each.run()));
        Collections.reverse(left);
        for (PendingRestore each : left) {
            List<String> remaining = ApiModules.of(target.api()).putBack(target, each, transport);
            if (remaining.isEmpty()) {
                each.forget();
                restored.add(each.run().run());
            }
            leftovers.addAll(remaining);
        }
    }
}
