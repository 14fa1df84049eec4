package io.chargeproof.toy;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Secret;
import io.chargeproof.requirement.Api;
import java.net.URI;
import java.util.Map;

/**
 * Where gates are.
 *
 * @param address where they are, without a slash at its end
 * @param key what opens them
 * @param gate the gate that scenarios open and shut
 */
public record GateTarget(URI address, Secret key, String gate) implements ApiTarget {
    @Override
    public Api api() {
        return GateModule.API;
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of(key.value(), key.name());
    }

    @Override
    public ApiTarget standIn(ApiTarget sandbox, String spare) {
        return sandbox;
    }

    HttpRequest read() {
        return request(HttpMethod.GET, "read-gate", Body.EMPTY);
    }

    HttpRequest set(boolean open) {
        return request(HttpMethod.PUT, "set-gate", Body.of("{\"open\":" + open + "}"));
    }

    private HttpRequest request(HttpMethod method, String operation, Body body) {
        return new HttpRequest(
                method,
                URI.create(address + "/gates/" + gate),
                Headers.NONE.with("X-Gate-Key", key.value()),
                body,
                RequestPurpose.of(GateModule.API.label(), operation),
                Idempotency.SAFE);
    }
}
