package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Done;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.customer.Registration;
import io.chargeproof.sandbox.customer.Updating;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Exchanging;
import io.chargeproof.sandbox.wire.Request;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the ids of customers look like, and where a create shows them. */
final class CustomerIdFreedoms {
    private static final String ID = "customer_id";
    private static final long FACTOR = 1_000_003;
    private static final long UUID_START = 0x6d1f0c5a9b7e4c21L;
    private static final long UUID_VARIANT = 0x8000_0000_0000_0000L;

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-ids-beyond-32-bits", spelled(CustomerIdFreedoms::multiplied, CustomerIdFreedoms::divided)),
            entry("evc-id-is-a-string", spelled(CustomerIdFreedoms::quoted, id -> id)),
            entry("evc-id-is-a-uuid", spelled(CustomerIdFreedoms::asUuid, CustomerIdFreedoms::fromUuid)),
            entry(
                    "evc-id-is-called-id",
                    moved((body, id) -> body.withObject("data").set("id", id))),
            entry(
                    "evc-id-in-camel-case",
                    moved((body, id) -> body.withObject("data").set("customerId", id))),
            entry(
                    "evc-id-within-customer",
                    moved((body, id) ->
                            body.withObject("data").putObject("customer").set("id", id))),
            entry("evc-id-at-the-top", moved((body, id) -> body.set(ID, id))),
            entry(
                    "evc-id-under-a-longer-name",
                    moved((body, id) -> body.withObject("data").set("evc_net_customer_id", id))),
            entry("evc-id-in-location", located("/api/rest/customer/%s")),
            entry("evc-id-in-absolute-location", located("https://evc-a.evc-net.com/api/rest/customer/%s")),
            entry("evc-id-in-location-before-a-slash", located("/api/rest/customer/%s/")),
            entry("evc-object-id-is-the-id", byObjectId()));

    private CustomerIdFreedoms() {}

    /** An id is shown in another spelling, and that is understood in paths. */
    private static Variation spelled(UnaryOperator<JsonNode> shown, UnaryOperator<String> read) {
        return CustomerLiberty.rendering(
                        CustomerLiberty::isCreated,
                        draft -> draft.edited(body -> body.path("data")
                                .optional(ID)
                                .ifPresent(id -> body.withObject("data").set(ID, shown.apply(id)))))
                .and(ofCustomers(
                        Exchanging.class, next -> (pipeline, request) -> next.answer(pipeline, read(request, read))));
    }

    private static Request read(Request request, UnaryOperator<String> read) {
        int start = request.rawPath().lastIndexOf('/') + 1;
        return request.withRawPath(request.rawPath().substring(0, start)
                + read.apply(request.rawPath().substring(start)));
    }

    private static JsonNode quoted(JsonNode id) {
        return JsonNodeFactory.instance.stringNode(id.asString());
    }

    private static JsonNode multiplied(JsonNode id) {
        return JsonNodeFactory.instance.numberNode(id.longValue() * FACTOR);
    }

    private static String divided(String id) {
        if (!id.matches("[1-9][0-9]{6,17}") || Long.parseLong(id) % FACTOR != 0) {
            return id;
        }
        return Long.toString(Long.parseLong(id) / FACTOR);
    }

    private static JsonNode asUuid(JsonNode id) {
        return JsonNodeFactory.instance.stringNode(uuid(Long.parseLong(id.asString())));
    }

    private static String fromUuid(String id) {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return id;
        }
        long number = UUID.fromString(id).getLeastSignificantBits() & ~UUID_VARIANT;
        return uuid(number).equals(id) ? Long.toString(number) : id;
    }

    private static String uuid(long number) {
        return new UUID(UUID_START, UUID_VARIANT | number).toString();
    }

    /** A create shows the id elsewhere. */
    private static Variation moved(BiConsumer<ObjectNode, JsonNode> put) {
        return CustomerLiberty.rendering(
                CustomerLiberty::isCreated,
                draft -> draft.edited(body -> {
                    JsonNode id = body.path("data").path(ID);
                    if (!id.isMissingNode()) {
                        body.remove("data");
                        put.accept(body, id);
                    }
                }));
    }

    private static Variation located(String form) {
        return CustomerLiberty.rendering(CustomerLiberty::isCreated, draft -> located(draft, form));
    }

    private static Draft located(Draft draft, String form) {
        JsonNode id = draft.body() == null
                ? JsonNodeFactory.instance.missingNode()
                : draft.body().path("data").path(ID);
        return id.isMissingNode()
                ? draft
                : draft.withHeader("location", form.formatted(id.asString())).edited(body -> body.remove("data"));
    }

    /** A create shows no id: the client has given it. */
    private static Variation byObjectId() {
        return provider -> {
            Map<String, String> ids = new ConcurrentHashMap<>();
            return CustomerLiberty.rendering(
                            CustomerLiberty::isCreated, draft -> draft.edited(body -> body.remove("data")))
                    .and(ofCustomers(
                            Registration.class, next -> members -> remembered(next.register(members), members, ids)))
                    .and(ofCustomers(
                            Updating.class, next -> (id, members) -> next.update(ids.getOrDefault(id, id), members)))
                    .vary(provider);
        };
    }

    private static Outcome remembered(Outcome outcome, ObjectNode members, Map<String, String> ids) {
        if (outcome instanceof Done done && members.path("object_id").isString()) {
            ids.put(members.path("object_id").stringValue(), Long.toString(done.customer()));
        }
        return outcome;
    }
}
