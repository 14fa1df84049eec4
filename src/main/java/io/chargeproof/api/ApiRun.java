package io.chargeproof.api;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import io.chargeproof.profile.ApiTarget;
import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.scenario.ApiLines;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an API does in one run, from before the first request until everything is as before. The core calls the methods in the
 * order in which they stand here, those of all APIs before the next; what a method says of nothing it leaves to the default.
 */
public interface ApiRun {
    /** The part of the profile that it is about. */
    ApiTarget target();

    /** Which API it is. */
    default Api api() {
        return target().api();
    }

    /** Stands before whatever is sent to the target for scenarios, to take down what it uses up, or to keep it from others. */
    default Transport before(Transport next) {
        return next;
    }

    /** Requests that change nothing, and that the API has an answer to as long as it answers anything. */
    List<HttpRequest> healthProbes();

    /** Takes over what runs before didn't put back. */
    default void adopt() {}

    /**
     * Looks whether there is anything to judge; writes nothing. False if no request got an answer that the API gave.
     *
     * @param transport what requests go through
     * @param once what they go through, without retries, once one of them got no answer
     * @throws UsageException if the API refuses whatever the profile gives, or isn't where the profile says
     */
    boolean look(Transport transport, Transport once);

    /** Puts back what was taken over, now that the API is known to answer. */
    default void putBackAdopted(Transport transport) {}

    /**
     * Gets the test data ready, if scenarios about the API are executed and it answers.
     *
     * @param requirements those that the scenarios to execute decide
     * @throws ProfileMisfit if a value of the profile is shown to be wrong
     */
    default void prepare(Collection<RequirementId> requirements, Transport transport) {}

    /** How scenarios deal with the API. */
    ClientSettings client();

    /**
     * Creates what all scenarios share, before any of them begins.
     *
     * @throws UsageException if it isn't the API that answers
     * @throws ProfileMisfit if a value of the profile is shown to be wrong
     */
    default void begin(ApiLines clients) {}

    /**
     * Keeps others off what scenarios are about to change; called if any of them writes.
     *
     * @throws UsageException if somebody else is using it
     */
    default void claim() {}

    /** What is injected into step definitions, the same for all scenarios. */
    default List<Object> components() {
        return List.of();
    }

    /** Why what is written couldn't be put back, if so. */
    default Optional<String> reasonNotToWrite() {
        return Optional.empty();
    }

    /** Puts back what was changed, and lists for whoever cleans up what can't be; a sentence for what isn't as before. */
    default List<String> cleanUp(Transport transport) {
        return List.of();
    }

    /** What is worth knowing afterwards, a sentence each. */
    default List<String> notices() {
        return List.of();
    }

    /** What no output may show beside the profile's secrets: from each value to the name that stands for it. */
    default Map<String, String> secrets() {
        return Map.of();
    }

    /** What scenarios say they sent where secrets stand, and what is none, so that a report may show it. */
    default Set<String> said() {
        return Set.of();
    }
}
