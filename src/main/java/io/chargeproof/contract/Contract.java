package io.chargeproof.contract;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import io.chargeproof.contract.matching.Promise;
import io.chargeproof.contract.matching.PromisedRequest;
import io.chargeproof.contract.matching.UnreadablePact;
import io.chargeproof.requirement.RequirementId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One interaction of a pact.
 *
 * @param consumer who relies on it
 * @param provider who is to keep it
 * @param description what is promised; no other interaction of the pact has the same
 * @param source where it comes from
 * @param read what was read of it, or null
 * @param fault why it can't be verified, whoever the provider is, or null
 */
record Contract(
        String consumer,
        String provider,
        String description,
        InteractionSource source,
        @Nullable Read read,
        @Nullable String fault) {
    private static final Pattern REQUIREMENT = Pattern.compile("\\b(EVC|OIOI)-[A-Z]+-[1-9][0-9]{0,2}\\b");

    /**
     * An interaction that can be understood.
     *
     * @param interaction request, states and generators
     * @param request what is asked
     * @param promise the answer
     */
    record Read(Interaction interaction, PromisedRequest request, Promise promise) {}

    /** Where it stands, as {@code pacts/….json:12}. */
    String location() {
        return source.location();
    }

    /** Who relies on it, with the version where there may be several. */
    String consumerInWords() {
        BrokeredPact pact = source.pact();
        return pact == null ? consumer : pact.inWords();
    }

    List<ProviderState> states() {
        return read == null ? List.of() : read.interaction().getProviderStates();
    }

    String statesInWords() {
        return states().stream()
                .map(state -> state.getParams().isEmpty() ? state.getName() : state.getName() + " " + state.getParams())
                .collect(Collectors.joining(", "));
    }

    /** Whether nothing stands against its verification but what the provider lacks. */
    boolean isSound() {
        return fault == null && read != null;
    }

    /** Request and answer of a sound contract. */
    SynchronousRequestResponse http() {
        SynchronousRequestResponse http = sound().interaction().asSynchronousRequestResponse();
        if (http == null) {
            throw new UnreadablePact("it is no HTTP interaction");
        }
        return http;
    }

    /** The answer that a sound contract promises. */
    Promise promise() {
        return sound().promise();
    }

    /** The request of a sound contract. */
    PromisedRequest request() {
        return sound().request();
    }

    /** The interaction of a sound contract. */
    Interaction interaction() {
        return sound().interaction();
    }

    private Read sound() {
        if (read == null) {
            throw new UnreadablePact(fault == null ? "it can't be read" : fault);
        }
        return read;
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
