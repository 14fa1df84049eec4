package io.chargeproof.sandbox.provider;

import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Handler;
import io.chargeproof.sandbox.wire.JsonWriting;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.StrictJson;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers {@code POST /_chargeproof/provider-states} with values that fit the state. A state never changes what other
 * clients see: it makes customers, cards and users of its own, or gives values that are refused. Where APIs have a state of
 * the same name, the parameter {@code api} says whose is meant; without it the first API's.
 */
public final class ProviderStates implements Handler {
    /** Where it listens, below the sandbox's address. */
    public static final String PATH = "/_chargeproof/provider-states";

    private final Provider provider;
    private final Map<String, Map<String, Function<JsonNode, ObjectNode>>> byState = new TreeMap<>();

    /** States of this provider. */
    public ProviderStates(Provider provider) {
        this.provider = provider;
        for (ApiSandbox.Started<?> api : provider.apis()) {
            api.states()
                    .forEach((state, values) -> byState.computeIfAbsent(state, name -> new TreeMap<>())
                            .put(api.of().api(), values));
        }
    }

    @Override
    public Answer answer(Request request) {
        if (!request.method().equals("POST")) {
            return new JsonWriting().write(refused(405, "a provider state is set up by POST"));
        }
        Decoded decoded = new StrictJson().decode(request.body());
        JsonNode body =
                decoded instanceof Decoded.Document document ? document.root() : JsonNodeFactory.instance.missingNode();
        return new JsonWriting().write(changed(body));
    }

    /** Brings about a state without parameters, and gives the values that fit it. */
    public ObjectNode values(String state) {
        JsonNode none = JsonNodeFactory.instance.missingNode();
        return chosen(Objects.requireNonNull(byState.get(state), state), none).apply(none);
    }

    private Draft changed(JsonNode body) {
        if (body.path("action").asString("setup").equals("teardown")) {
            return Draft.of(200, JsonNodeFactory.instance.objectNode());
        }
        return Optional.ofNullable(byState.get(body.path("state").asString("")))
                .map(values -> Draft.of(200, chosen(values, body.path("params")).apply(body.path("params"))))
                .orElseGet(() -> refused(
                        400,
                        "there is no provider state of that name; there are: " + String.join(", ", byState.keySet())));
    }

    private Function<JsonNode, ObjectNode> chosen(Map<String, Function<JsonNode, ObjectNode>> values, JsonNode params) {
        String first = provider.apis().get(0).of().api();
        String meant = params.path("api").asString(first);
        return values.getOrDefault(meant, values.values().iterator().next());
    }

    private static Draft refused(int status, String why) {
        return Draft.of(status, JsonNodeFactory.instance.objectNode().put("error", why));
    }
}
