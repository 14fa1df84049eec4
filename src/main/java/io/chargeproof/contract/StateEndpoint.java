package io.chargeproof.contract;

import au.com.dius.pact.core.model.ProviderState;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.Transport;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An address that sets up states: it is sent Pact's {@code action}, {@code state} and {@code params}. */
final class StateEndpoint implements StateSource {
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final URI address;
    private final Transport transport;

    StateEndpoint(URI address, Transport transport) {
        this.address = address;
        this.transport = transport;
    }

    @Override
    public Optional<StateValues> beforehand(List<ProviderState> states) {
        return states.isEmpty() ? Optional.of(new StateValues.Given(Map.of())) : Optional.empty();
    }

    @Override
    public StateValues setUp(List<ProviderState> states) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ProviderState state : states) {
            StateValues one = setUp(state);
            if (!(one instanceof StateValues.Given given)) {
                return one;
            }
            values.putAll(given.values());
        }
        return new StateValues.Given(values);
    }

    private StateValues setUp(ProviderState state) {
        Exchange exchange = transport.send(request(state));
        if (!(exchange.reply() instanceof HttpAnswer answer)) {
            return new StateValues.Failed(
                    address + " didn't set up '" + state.getName() + "': " + exchange.outcomeInWords());
        }
        if (answer.status() == 400 || answer.status() == 404) {
            return new StateValues.Nobody(
                    address + " doesn't provide the state '" + state.getName() + "': HTTP " + answer.status());
        }
        return answer.status() / 100 == 2
                ? values(state, answer)
                : new StateValues.Failed(address + " didn't set up '" + state.getName() + "': HTTP " + answer.status());
    }

    private StateValues values(ProviderState state, HttpAnswer answer) {
        if (answer.body().text().isBlank()) {
            return new StateValues.Given(Map.of());
        }
        try {
            Map<String, Object> values = new LinkedHashMap<>(
                    JsonMapper.shared().readValue(answer.body().bytes(), VALUES));
            values.values().removeIf(value -> value == null);
            return new StateValues.Given(values);
        } catch (JacksonException | NullPointerException e) {
            return new StateValues.Failed(
                    address + " answered the state '" + state.getName() + "' with what isn't a JSON object");
        }
    }

    private HttpRequest request(ProviderState state) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("action", "setup");
        body.put("state", state.getName());
        body.put("params", state.getParams());
        return new HttpRequest(
                HttpMethod.POST,
                address,
                new Headers(List.of(
                        new Headers.Field("content-type", "application/json"),
                        new Headers.Field("accept", "application/json"))),
                Body.of(JsonMapper.shared().writeValueAsString(body)),
                RequestPurpose.of("", "provider state"),
                Idempotency.SAFE);
    }
}
