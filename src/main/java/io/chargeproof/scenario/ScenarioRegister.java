package io.chargeproof.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The scopes of a run's scenarios, by the IDs that Cucumber gives them. */
public final class ScenarioRegister {
    private final Map<String, ScenarioScope> scopes = new ConcurrentHashMap<>();
    private volatile @Nullable String closed;

    void enter(String scenarioId, ScenarioScope scope) {
        scopes.put(scenarioId, scope);
    }

    /** Has no further scenario begin, for this reason. */
    public void close(String why) {
        closed = why;
    }

    /** Why no further scenario begins, if so. */
    Optional<String> whyClosed() {
        return Optional.ofNullable(closed);
    }

    /** Takes a scenario's scope out, where it got as far as to have one. */
    public Optional<ScenarioScope> take(String scenarioId) {
        return Optional.ofNullable(scopes.remove(scenarioId));
    }
}
