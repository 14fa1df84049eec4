package io.chargeproof.steps;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The scopes of a run's scenarios, by the IDs that Cucumber gives them. */
public final class ScenarioRegister {
    private final Map<String, ScenarioScope> scopes = new ConcurrentHashMap<>();

    void enter(String scenarioId, ScenarioScope scope) {
        scopes.put(scenarioId, scope);
    }

    /** Takes a scenario's scope out, where it got as far as to have one. */
    public Optional<ScenarioScope> take(String scenarioId) {
        return Optional.ofNullable(scopes.remove(scenarioId));
    }
}
