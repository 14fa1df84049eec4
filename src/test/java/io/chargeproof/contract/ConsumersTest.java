package io.chargeproof.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import au.com.dius.pact.consumer.ConsumerPactRunnerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.consumer.model.MockServerImplementation;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import io.chargeproof.exchange.Exchange;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Has each consumer make its requests with the real clients, of a server that knows nothing but the expectation. */
class ConsumersTest {
    @TestFactory
    Stream<DynamicTest> rely_on_what_they_expect() {
        return Consumer.all().stream()
                .flatMap(consumer -> consumer.expectations().stream()
                        .map(each ->
                                dynamicTest(consumer.name() + ": " + each.description(), () -> use(consumer, each))));
    }

    private static void use(Consumer consumer, Expectation expectation) {
        V4Pact pact = consumer.pact(List.of(expectation));
        MockProviderConfig config = new MockProviderConfig(
                "127.0.0.1", 0, PactSpecVersion.V4, "http", MockServerImplementation.JavaHttpServer, true);
        PactVerificationResult result = ConsumerPactRunnerKt.runConsumerTest(pact, config, (server, context) -> {
            Exchange exchange = expectation.use().apply(URI.create(server.getUrl()));
            assertThat(exchange.status()).hasValue(expectedStatus(pact));
            return exchange;
        });
        assertThat(result).as(result.getDescription()).isInstanceOf(PactVerificationResult.Ok.class);
    }

    private static int expectedStatus(V4Pact pact) {
        return ((V4Interaction.SynchronousHttp) pact.getInteractions().get(0))
                .getResponse()
                .getStatus();
    }
}
