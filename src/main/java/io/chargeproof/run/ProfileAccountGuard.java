package io.chargeproof.run;

import io.chargeproof.api.ApiModules;
import io.chargeproof.api.ApiRun;
import io.chargeproof.api.RunSetup;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.exchange.policy.Sleeper;
import io.chargeproof.profile.Profile;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.scenario.Patience;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.ShutdownGate;
import io.chargeproof.teststate.StateStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Safekeeping of a profile's accounts. */
final class ProfileAccountGuard implements AccountGuard {
    private final StateStore store;
    private final RunIdentity identity;
    private final JdkTransport adapter;
    private final Transport once;
    private final Transport transport;
    private final ShutdownGate gate = new ShutdownGate();
    private final List<ApiRun> apis;
    private final RunCleanup cleanup;
    private volatile Runnable reporting = () -> {};

    ProfileAccountGuard(
            Profile profile, boolean readOnly, StateStore store, String id, Consumer<List<String>> stopped) {
        this.store = store;
        this.identity = RunIdentity.of(profile, id, Instant.now());
        this.adapter = new JdkTransport(TransportChain.settings(profile));
        this.once = ReadOnlyTarget.guard(TransportChain.own(adapter, profile), profile, readOnly);
        this.transport = TransportChain.patient(once, profile.limits());
        this.apis = ApiModules.open(new RunSetup(
                identity,
                profile,
                readOnly,
                false,
                false,
                store,
                store.ledger(identity),
                RequirementCatalogue.shipped(),
                new Patience(Sleeper.SLEEPING::last),
                new SecureRandom().nextLong()));
        this.cleanup = new RunCleanup(
                store, identity, apis, transport, gate, profile.limits().timeout(), left -> {
                    stopped.accept(left);
                    reporting.run();
                });
        cleanup.arm(false);
    }

    @Override
    public void look() {
        apis.forEach(ApiRun::adopt);
        for (ApiRun each : apis) {
            if (each.look(transport, once)) {
                each.putBackAdopted(transport);
            }
        }
    }

    @Override
    public Optional<String> whyNotToWrite() {
        return apis.stream().flatMap(each -> each.reasonNotToWrite().stream()).findFirst();
    }

    @Override
    public Profile unspent(Profile described) {
        return ApiModules.unspent(described, store, identity);
    }

    @Override
    public Transport before(Transport next) {
        return gate.before(ApiModules.before(apis, next));
    }

    @Override
    public void whenStopped(Runnable report) {
        reporting = report;
    }

    @Override
    public List<String> putInOrder() {
        return cleanup.putInOrder();
    }

    @Override
    public List<String> notices() {
        return apis.stream().flatMap(each -> each.notices().stream()).toList();
    }

    @Override
    public void close() {
        cleanup.putInOrder();
        cleanup.close();
        adapter.close();
    }
}
