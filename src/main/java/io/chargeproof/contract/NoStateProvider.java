package io.chargeproof.contract;

import au.com.dius.pact.core.model.ProviderState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nobody who sets up states. */
final class NoStateProvider implements StateSource {
    @Override
    public Optional<StateValues> beforehand(List<ProviderState> states) {
        return Optional.of(setUp(states));
    }

    @Override
    public StateValues setUp(List<ProviderState> states) {
        return states.isEmpty()
                ? new StateValues.Given(Map.of())
                : new StateValues.Nobody("nobody provides the state '"
                        + states.get(0).getName() + "'; give --state-url, or a profile that does");
    }
}
