package io.chargeproof.run;

import io.chargeproof.api.evcnet.CustomerRequests;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.Role;
import io.chargeproof.api.oioi.UserFixtures;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.profile.Profile;
import io.chargeproof.teststate.ShutdownGate;
import io.chargeproof.teststate.StateStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Safekeeping of a profile's accounts. */
final class ProfileAccountGuard implements AccountGuard {
    private final Profile profile;
    private final boolean readOnly;
    private final JdkTransport adapter;
    private final Transport once;
    private final Transport transport;
    private final ShutdownGate gate = new ShutdownGate();
    private final RunState custodian;
    private final @Nullable UserFixtures users;
    private final RunCleanup aftermath;
    private volatile Runnable reporting = () -> {};

    ProfileAccountGuard(
            Profile profile, boolean readOnly, StateStore custody, String id, Consumer<List<String>> stopped) {
        this.profile = profile;
        this.readOnly = readOnly;
        this.adapter = new JdkTransport(TargetLink.settings(profile));
        this.once = ReadOnlyTarget.guard(TargetLink.own(adapter, profile), profile, readOnly);
        this.transport = TargetLink.patient(once, profile.limits());
        this.custodian = new RunState(custody, profile, readOnly, id, Instant.now());
        this.users = custodian.users(1);
        this.aftermath = new RunCleanup(
                custodian,
                transport,
                gate,
                readOnly ? null : users,
                profile.limits().timeout(),
                left -> {
                    stopped.accept(left);
                    reporting.run();
                });
        aftermath.arm(false);
    }

    @Override
    public void look() {
        if (users != null) {
            custodian.adopt(users);
        }
        Preflight preflight = new Preflight(transport, once);
        EvcNetTarget evcNet = EvcNetTarget.of(profile);
        if (evcNet != null && !readOnly) {
            Preflight.Result result = preflight.customers(evcNet, new CustomerRequests(evcNet, 1));
            Exchange came = preflight.last();
            if (result == Preflight.Result.STRANGE && came != null) {
                throw Preflight.stranger(evcNet, came, "whatever is asked, nothing was written");
            }
        }
        if (users != null
                && preflight.users(users, List.of(Role.values())) == Preflight.Result.ANSWERS
                && !readOnly
                && users.accounts().haveBeenAdopted()) {
            new UserRestorer(transport, users).restore();
            users.accounts().arePutBack();
        }
    }

    @Override
    public Optional<String> whyNotToWrite() {
        UserFixtures all = users;
        boolean known = all == null
                || all.find(Role.PRIMARY) == null
                || all.accounts().own(Role.PRIMARY).isPresent();
        return known
                ? Optional.empty()
                : Optional.of(
                        "the details of oioi.users.primary can't be read, so they couldn't be put back afterwards");
    }

    @Override
    public Profile unspent(Profile described) {
        EvcNetTarget evcNet = EvcNetTarget.of(described);
        return evcNet == null ? described : EvcNetTarget.withCards(described, custodian.unspent(evcNet));
    }

    @Override
    public Transport before(Transport next) {
        return gate.before(custodian.watch(users, true).apply(next));
    }

    @Override
    public void whenStopped(Runnable report) {
        reporting = report;
    }

    @Override
    public List<String> putInOrder() {
        return aftermath.putInOrder();
    }

    @Override
    public List<String> notices() {
        return custodian.notices(aftermath.customers());
    }

    @Override
    public void close() {
        aftermath.putInOrder();
        aftermath.close();
        adapter.close();
    }
}
