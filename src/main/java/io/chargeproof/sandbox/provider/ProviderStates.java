package io.chargeproof.sandbox.provider;

import io.chargeproof.sandbox.user.User;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Answering;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.JsonWriting;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.StrictJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers {@code POST /_chargeproof/provider-states} with values that fit the state. A state never changes what other
 * clients see: it makes customers, cards and users of its own, or gives values that are refused.
 */
public final class ProviderStates implements Answering {
    /** Where it listens, below the sandbox's address. */
    public static final String PATH = "/_chargeproof/provider-states";

    private static final int FIRST_CARD = 500_001;
    private static final int MOST_CARDS = 1000;

    private static final long NOBODY = 987_654_321_098L;

    private final Map<String, Function<JsonNode, ObjectNode>> states = Map.of(
            "a customer exists", this::customer,
            "no such customer exists", params -> values().put("unknown-customer-id", NOBODY),
            "cards exist", this::cards,
            "the API key is accepted", params -> values().put("api-key", keyOf(params)),
            "a user exists", params -> user(params).put("api-key", TestData.API_KEY),
            "the API key is refused", params -> user(params).put("api-key", TestData.REFUSED_API_KEY),
            "the user can't be authenticated", this::strangeUser);
    private final AtomicInteger nextCard = new AtomicInteger(FIRST_CARD);
    private final FreshUsers fresh = new FreshUsers();
    private final Provider provider;

    /** States of this provider. */
    public ProviderStates(Provider provider) {
        this.provider = provider;
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

    private Draft changed(JsonNode body) {
        if (body.path("action").asString("setup").equals("teardown")) {
            return Draft.of(200, JsonNodeFactory.instance.objectNode());
        }
        String state = body.path("state").asString("");
        return Optional.ofNullable(states.get(state))
                .map(values -> Draft.of(200, values.apply(body.path("params"))))
                .orElseGet(() -> refused(
                        400,
                        "there is no provider state of that name; there are: "
                                + String.join(
                                        ", ", states.keySet().stream().sorted().toList())));
    }

    private static Draft refused(int status, String why) {
        return Draft.of(status, JsonNodeFactory.instance.objectNode().put("error", why));
    }

    private static ObjectNode values() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String keyOf(JsonNode params) {
        return params.path("api").asString("evc-net").equals("oioi") ? TestData.API_KEY : TestData.CUSTOMER_TOKEN;
    }

    private ObjectNode customer(JsonNode params) {
        long id = provider.customers().add(JsonNodeFactory.instance.objectNode());
        return values().put("customer-id", id);
    }

    private ObjectNode cards(JsonNode params) {
        int count = Math.max(1, Math.min(MOST_CARDS, params.path("count").asInt(1)));
        int first = nextCard.getAndAdd(count);
        List<String> cards =
                IntStream.range(first, first + count).mapToObj(TestData::card).toList();
        provider.customers().cards().add(cards);
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        cards.forEach(values.putArray("cards")::add);
        IntStream.range(0, count).forEach(at -> values.put("card-" + (at + 1), cards.get(at)));
        return values;
    }

    private ObjectNode user(JsonNode params) {
        User user = params.path("variant").asString("primary").equals("sparse") ? fresh.sparse() : fresh.populated();
        provider.users().add(user);
        return JsonNodeFactory.instance
                .objectNode()
                .put("username", user.username())
                .put("token", user.token())
                .put("evco-id", user.evcoId())
                .put("rfid", user.rfid());
    }

    private ObjectNode strangeUser(JsonNode params) {
        return user(params)
                .put("api-key", TestData.API_KEY)
                .put("token", "not-" + user(params).path("token").asString());
    }
}
