package io.chargeproof.toy;

import io.chargeproof.api.ApiModule;
import io.chargeproof.api.ApiRun;
import io.chargeproof.api.CheckUp;
import io.chargeproof.api.Diagnosis.State;
import io.chargeproof.api.Rehearsal;
import io.chargeproof.api.RunSetup;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Secrets;
import io.chargeproof.profile.Section;
import io.chargeproof.profile.TargetKind;
import io.chargeproof.profile.WebAddress;
import io.chargeproof.requirement.Api;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gates that are opened and shut. */
public final class GateModule implements ApiModule {
    /** The API itself. */
    public static final Api API = new Api("gate", "Gate", "GATE");

    @Override
    public Api api() {
        return API;
    }

    @Override
    public String title() {
        return "Gate API";
    }

    @Override
    public Map<String, String> areas() {
        return Map.of("READ", "look at gates", "KEY", "keys of gates");
    }

    @Override
    public List<Operation> operations() {
        return List.of(new Operation("read-gate", List.of(200), true), new Operation("set-gate", List.of(200), false));
    }

    @Override
    public List<String> keys() {
        return List.of("base-url", "key", "gate");
    }

    @Override
    public GateTarget read(Section section, TargetKind kind) {
        String example = "https://gates.example.com";
        return new GateTarget(
                WebAddress.of(section.text("base-url", example), section.place("base-url"), example),
                new Secrets(section).required("key", "GATE_KEY"),
                section.text("gate", "north"));
    }

    @Override
    public List<Class<?>> scenarioComponents() {
        return List.of();
    }

    @Override
    public List<Invariant> invariants() {
        return invariants(Map.of());
    }

    static List<Invariant> invariants(Map<String, String> secrets) {
        return List.of(new KeyStaysSecret(new SecretsStayAway(secrets)));
    }

    @Override
    public Set<String> decidedBySecrets() {
        return Set.of("GATE-KEY-1");
    }

    @Override
    public ApiRun open(ApiTarget target, RunSetup setup) {
        return new GateRun((GateTarget) target, setup);
    }

    @Override
    public void checkUp(ApiTarget target, CheckUp checkUp) {
        Exchange exchange = checkUp.send(((GateTarget) target).read());
        checkUp.clock(exchange);
        boolean known = exchange.status().filter(status -> status == 200).isPresent();
        checkUp.tell(
                "gate key",
                known ? State.FINE : State.WRONG,
                known ? "accepted" : exchange.outcomeInWords(),
                known ? "" : "put the key in gate.key");
    }

    @Override
    public List<String> estimate(Rehearsal rehearsal) {
        return List.of("gates set: " + rehearsal.succeeded("set-gate").count());
    }
}
