package io.chargeproof.sandbox.evcnet;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The provider states of the Customer API, with the values that fit each. */
final class CustomerStates {
    private static final int FIRST_CARD = 500_001;
    private static final int MOST_CARDS = 1000;
    private static final long NOBODY = 987_654_321_098L;

    private final AtomicInteger nextCard = new AtomicInteger(FIRST_CARD);
    private final CustomerRecords customers;

    private CustomerStates(CustomerRecords customers) {
        this.customers = customers;
    }

    static Map<String, Function<JsonNode, ObjectNode>> of(CustomerRecords customers) {
        CustomerStates states = new CustomerStates(customers);
        return Map.of(
                "a customer exists", params -> values().put("customer-id", customers.add(values())),
                "no such customer exists", params -> values().put("unknown-customer-id", NOBODY),
                "cards exist", states::cards,
                "the API key is accepted", params -> values().put("api-key", CustomerTestData.TOKEN));
    }

    private static ObjectNode values() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode cards(JsonNode params) {
        int count = Math.max(1, Math.min(MOST_CARDS, params.path("count").asInt(1)));
        int first = nextCard.getAndAdd(count);
        List<String> cards = IntStream.range(first, first + count)
                .mapToObj(CustomerTestData::card)
                .toList();
        customers.cards().add(cards);
        ObjectNode values = values();
        cards.forEach(values.putArray("cards")::add);
        IntStream.range(0, count).forEach(at -> values.put("card-" + (at + 1), cards.get(at)));
        return values;
    }
}
