package io.chargeproof.run;

import io.chargeproof.custody.Custody;
import io.chargeproof.custody.Gate;
import io.chargeproof.evcnet.CustomerRequests;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.oioi.UserRequests;
import io.chargeproof.steps.Role;
import io.chargeproof.steps.Users;
import io.chargeproof.target.EvcNetTarget;
import io.chargeproof.target.OioiTarget;
import io.chargeproof.target.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Custody for requests to a profile's target that no scenario sends, such as those of contracts: the target is looked at
 * before, what they use up is taken down, and what they change is put back.
 */
public final class Safekeeping implements AutoCloseable {
    private final Profile profile;
    private final boolean readOnly;
    private final JdkTransport adapter;
    private final Transport transport;
    private final Gate gate = new Gate();
    private final Custodian custodian;
    private final @Nullable Users users;
    private final Aftermath aftermath;

    /**
     * Takes the profile's accounts into custody.
     *
     * @param readOnly whether nothing is written to the target
     * @param id what the ledger calls it
     * @param stopped hears, if the process is told to stop, what isn't as before, a sentence each
     * @throws io.chargeproof.custody.CustodyException if a run is using the same accounts
     */
    public Safekeeping(Profile profile, boolean readOnly, Custody custody, String id, Consumer<List<String>> stopped) {
        this.profile = profile;
        this.readOnly = readOnly;
        this.adapter = new JdkTransport(TargetLink.settings(profile));
        this.transport = TargetLink.patient(adapter, profile.limits());
        this.custodian = new Custodian(custody, profile, readOnly, id, Instant.now());
        OioiTarget oioi = profile.oioi();
        this.users = oioi == null ? null : new Users(oioi, new UserRequests(oioi), 1, custodian::keep);
        this.aftermath = new Aftermath(
                custodian,
                transport,
                gate,
                readOnly ? null : users,
                profile.limits().timeout(),
                stopped);
        aftermath.arm();
    }

    /**
     * Looks at the target before anything is written, and keeps what its users' details are.
     *
     * @throws UsageException if it isn't the target that the profile describes, or refuses all credentials
     */
    public void look() {
        boolean adopted = users != null && custodian.adopt(users);
        Preflight preflight = new Preflight(transport, adapter);
        EvcNetTarget evcNet = profile.evcNet();
        if (evcNet != null && !readOnly) {
            preflight.customers(evcNet, new CustomerRequests(evcNet, 1));
        }
        if (users != null && preflight.users(users, List.of(Role.values())) == Preflight.Result.ANSWERS && adopted) {
            new Restoration(transport, users).restore();
        }
    }

    /** Why what is written to the users couldn't be put back, if so. */
    public Optional<String> whyNotToWrite() {
        Users all = users;
        boolean known =
                all == null || all.find(Role.PRIMARY) == null || all.allBefore().containsKey(Role.PRIMARY);
        return known
                ? Optional.empty()
                : Optional.of(
                        "the details of oioi.users.primary can't be read, so they couldn't be put back afterwards");
    }

    /** The cards that nobody has spent. */
    public List<String> unspentCards() {
        EvcNetTarget evcNet = profile.evcNet();
        return evcNet == null ? List.of() : custodian.unspent(evcNet);
    }

    /** Has what passes taken down before it leaves. */
    public Transport before(Transport next) {
        return gate.before(custodian.watch(next));
    }

    /** Puts the users' details back; a sentence for each user who isn't as before. */
    public List<String> putInOrder() {
        return aftermath.putInOrder();
    }

    /** What is worth knowing afterwards, a sentence each. */
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
