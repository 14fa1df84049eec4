package io.chargeproof.toy;

import io.chargeproof.api.ApiRun;
import io.chargeproof.api.ClientSettings;
import io.chargeproof.api.RunSetup;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import io.chargeproof.scenario.Causes;
import java.util.List;
import java.util.Map;

/** What gates do in one run: the gate is shut at its end. */
public final class GateRun implements ApiRun {
    private final GateTarget target;
    private final RunSetup setup;

    GateRun(GateTarget target, RunSetup setup) {
        this.target = target;
        this.setup = setup;
    }

    @Override
    public GateTarget target() {
        return target;
    }

    @Override
    public List<HttpRequest> healthProbes() {
        return List.of(target.read());
    }

    @Override
    public boolean look(Transport transport, Transport once) {
        return !transport.send(target.read()).isInconclusive();
    }

    @Override
    public ClientSettings client() {
        return new ClientSettings(
                target::read,
                GateModule.invariants(Map.of(target.key().value(), "the key")),
                "GATE-READ-1",
                Causes.NONE,
                Exchange::outcomeInWords);
    }

    @Override
    public List<Object> components() {
        return List.of(this);
    }

    @Override
    public List<String> cleanUp(Transport transport) {
        if (!setup.readOnly()) {
            Exchange unused = transport.send(target.set(false));
        }
        return List.of();
    }

    @Override
    public List<String> notices() {
        return List.of("gates: " + target.gate() + " is shut again");
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("made-up-in-the-run-" + setup.identity().run(), "GATE_NEW_KEY");
    }
}
