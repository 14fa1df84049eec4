package io.chargeproof.contract;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.ProviderState;
import io.chargeproof.requirement.RequirementId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One interaction of a pact.
 *
 * @param pact the pact it is in
 * @param interaction the interaction
 * @param location where it stands, as {@code pacts/….json:12}
 */
record Contract(Pact pact, Interaction interaction, String location) {
    private static final Pattern REQUIREMENT = Pattern.compile("\\b(EVC|OIOI)-[A-Z]+-[1-9][0-9]{0,2}\\b");

    String consumer() {
        return pact.getConsumer().getName();
    }

    String provider() {
        return pact.getProvider().getName();
    }

    String description() {
        return interaction.getDescription();
    }

    List<ProviderState> states() {
        return interaction.getProviderStates();
    }

    String statesInWords() {
        return states().stream()
                .map(state -> state.getParams().isEmpty() ? state.getName() : state.getName() + " " + state.getParams())
                .collect(Collectors.joining(", "));
    }

    boolean isHttp() {
        return interaction.isSynchronousRequestResponse();
    }

    /** The requirements that its description names. */
    List<RequirementId> requirements() {
        return REQUIREMENT
                .matcher(description())
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(RequirementId::new)
                .toList();
    }
}
