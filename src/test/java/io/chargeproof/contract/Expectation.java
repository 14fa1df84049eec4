package io.chargeproof.contract;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import io.chargeproof.exchange.Exchange;
import java.net.URI;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a consumer expects of a provider, and how it comes to rely on it.
 *
 * @param description what is asked and answered, with the requirements that promise it
 * @param interaction request and answer, with the states that they need
 * @param use what the consumer does, given the provider's address
 */
record Expectation(
        String description, UnaryOperator<HttpInteractionBuilder> interaction, Function<URI, Exchange> use) {}
