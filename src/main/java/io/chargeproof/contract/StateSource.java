package io.chargeproof.contract;

import au.com.dius.pact.core.model.ProviderState;
import java.util.List;
import java.util.Optional;

/** Whoever sets up provider states. */
interface StateSource {
    /** What is known of these states without asking anybody; nothing where they are set up only on request. */
    Optional<StateValues> beforehand(List<ProviderState> states);

    /** Sets them up. */
    StateValues setUp(List<ProviderState> states);
}
