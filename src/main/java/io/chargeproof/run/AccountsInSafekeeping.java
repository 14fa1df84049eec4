package io.chargeproof.run;

import io.chargeproof.custody.Custody;
import io.chargeproof.custody.Gate;
import io.chargeproof.evcnet.CustomerRequests;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.steps.Role;
import io.chargeproof.steps.Users;
import io.chargeproof.target.EvcNetTarget;
import io.chargeproof.target.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Safekeeping of a profile's accounts. */
final class AccountsInSafekeeping implements Safekeeping {
    private final Profile profile;
    private final boolean readOnly;
    private final JdkTransport adapter;
    private final Transport once;
    private final Transport transport;
    private final Gate gate = new Gate();
    private final Custodian custodian;
    private final @Nullable Users users;
    private final Aftermath aftermath;

    AccountsInSafekeeping(
            Profile profile, boolean readOnly, Custody custody, String id, Consumer<List<String>> stopped) {
        this.profile = profile;
        this.readOnly = readOnly;
        this.adapter = new JdkTransport(TargetLink.settings(profile));
        this.once = ReadOnlyTarget.guard(adapter, profile, readOnly);
        this.transport = TargetLink.patient(once, profile.limits());
        this.custodian = new Custodian(custody, profile, readOnly, id, Instant.now());
        this.users = custodian.users(1);
        this.aftermath = new Aftermath(
                custodian,
                transport,
                gate,
                readOnly ? null : users,
                profile.limits().timeout(),
                stopped);
        aftermath.arm();
    }

    @Override
    public void look() {
        if (users != null) {
            custodian.adopt(users);
        }
        Preflight preflight = new Preflight(transport, once);
        EvcNetTarget evcNet = profile.evcNet();
        if (evcNet != null && !readOnly) {
            preflight.customers(evcNet, new CustomerRequests(evcNet, 1));
        }
        if (users != null
                && preflight.users(users, List.of(Role.values())) == Preflight.Result.ANSWERS
                && !readOnly
                && users.accounts().haveBeenAdopted()) {
            new Restoration(transport, users).restore();
            users.accounts().arePutBack();
        }
    }

    @Override
    public Optional<String> whyNotToWrite() {
        Users all = users;
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
        EvcNetTarget evcNet = described.evcNet();
        return evcNet == null ? described : described.withCards(custodian.unspent(evcNet));
    }

    @Override
    public Transport before(Transport next) {
        return gate.before(custodian.watch(users, true).apply(next));
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
