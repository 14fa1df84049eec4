package io.chargeproof.contract;

import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import java.util.List;

/**
 * A consumer and what it expects.
 *
 * @param name the consumer's name
 * @param provider the provider's name
 * @param expectations what it expects, in the order of the pact
 */
record Consumer(String name, String provider, List<Expectation> expectations) {
    /** Everybody whose expectations are kept. */
    static List<Consumer> all() {
        return List.of(PartnerBackoffice.consumer(), DriverApp.consumer());
    }

    /** The pact of all that it expects. */
    V4Pact pact() {
        return pact(expectations);
    }

    /** The pact of some of it. */
    V4Pact pact(List<Expectation> some) {
        PactBuilder builder = new PactBuilder(name, provider, PactSpecVersion.V4);
        some.forEach(each -> builder.expectsToReceiveHttpInteraction(
                each.description(), interaction -> each.interaction().apply(interaction)));
        return builder.toPact();
    }

    /** The name of its file. */
    String file() {
        return name + "-" + provider + ".json";
    }
}
