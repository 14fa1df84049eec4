package io.chargeproof.api.evcnet;

import io.chargeproof.api.ApiModule;
import io.chargeproof.api.ApiRun;
import io.chargeproof.api.CheckUp;
import io.chargeproof.api.Diagnosis;
import io.chargeproof.api.Rehearsal;
import io.chargeproof.api.RunSetup;
import io.chargeproof.check.Invariant;
import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Section;
import io.chargeproof.profile.TargetKind;
import io.chargeproof.requirement.Api;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.StateStore;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The EVC-net Customer API. */
public final class EvcNetModule implements ApiModule {
    /** The API itself. */
    public static final Api API = new Api("evc-net", "EVC-net", "EVC");

    @Override
    public Api api() {
        return API;
    }

    @Override
    public String title() {
        return "EVC-net Customer API";
    }

    @Override
    public Map<String, String> areas() {
        return Map.of(
                "HTTP", "transport and status",
                "AUTH", "authentication",
                "CREATE", "create a customer",
                "UPDATE", "update a customer",
                "CARD", "attach cards");
    }

    @Override
    public List<Operation> operations() {
        List<Integer> statuses = List.of(200, 400, 403);
        return List.of(
                new Operation("create", statuses, false),
                new Operation("update", statuses, false),
                new Operation("attach-card", statuses, false));
    }

    @Override
    public Set<String> productionHosts() {
        return Set.of("evc-net.com", "*.evc-net.com");
    }

    @Override
    public Set<String> acceptanceHosts() {
        return Set.of("evc-a.evc-net.com");
    }

    @Override
    public List<String> keys() {
        return EvcNetSection.KEYS;
    }

    @Override
    public EvcNetTarget read(Section section, TargetKind kind) {
        return new EvcNetSection(section, kind).read();
    }

    @Override
    public List<Class<?>> scenarioComponents() {
        return List.of(TargetedRequests.class);
    }

    @Override
    public List<Invariant> invariants() {
        return CustomerInvariants.standing();
    }

    @Override
    public ApiRun open(ApiTarget target, RunSetup setup) {
        return new EvcNetRun((EvcNetTarget) target, setup);
    }

    @Override
    public Set<String> decidedBySecrets() {
        return Set.of("EVC-AUTH-6", "EVC-CREATE-10");
    }

    /** The name of the scheme, which stands alone where a token is left out. */
    @Override
    public boolean isHarmless(String sent) {
        return sent.equals("Token");
    }

    @Override
    public void checkUp(ApiTarget target, CheckUp checkUp) {
        new CustomerCheckUp((EvcNetTarget) target, checkUp).execute();
    }

    @Override
    public ApiTarget unspent(ApiTarget target, StateStore store, RunIdentity run) {
        EvcNetTarget all = (EvcNetTarget) target;
        return all.withCards(new SpentCards(store, run).left(all));
    }

    @Override
    public List<Diagnosis> supplies(ApiTarget target, ApiTarget unspent, Depth depth) {
        return List.of(
                CardStock.of((EvcNetTarget) target, (EvcNetTarget) unspent).symptom(depth));
    }

    @Override
    public List<String> estimate(Rehearsal rehearsal) {
        EvcNetTarget standIn = (EvcNetTarget) rehearsal.standIn();
        long cards = standIn.cards().stream()
                .filter(card -> rehearsal.succeeded("attach-card").anyMatch(each -> Rehearsal.bears(each, card)))
                .count();
        CardStock stock = CardStock.of((EvcNetTarget) rehearsal.described(), (EvcNetTarget) rehearsal.unspent());
        return List.of(
                "customers created: " + rehearsal.succeeded("create").count() + " of the "
                        + rehearsal.limits().maxCustomers() + " that limits.max-customers allows",
                "cards: " + stock.inWords(cards));
    }
}
