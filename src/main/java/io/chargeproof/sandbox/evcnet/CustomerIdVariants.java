package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.variant;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.RequestPipeline;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the ids of customers look like, and where a create shows them. */
final class CustomerIdVariants {
    private static final String ID = "customer_id";
    private static final long FACTOR = 1_000_003;
    private static final long UUID_START = 0x6d1f0c5a9b7e4c21L;
    private static final long UUID_VARIANT = 0x8000_0000_0000_0000L;

    static final List<Deviation<CustomerRecords>> VARIANTS = List.of(
            variant("evc-ids-beyond-32-bits")
                    .of("EVC-CREATE-2")
                    .says("A customer's id is a number of more than 32 bits; the page doesn't say how long it is.")
                    .feltByClients()
                    .by(spelled(CustomerIdVariants::multiplied, CustomerIdVariants::divided)),
            variant("evc-id-is-a-string")
                    .of("EVC-CREATE-2")
                    .says("A customer's id is shown in quotes; the page doesn't say of which type it is.")
                    .feltByClients()
                    .by(spelled(CustomerIdVariants::quoted, id -> id)),
            variant("evc-id-is-a-uuid")
                    .of("EVC-CREATE-2")
                    .says("A customer's id is a UUID; the page doesn't say of which form it is.")
                    .feltByClients()
                    .by(spelled(CustomerIdVariants::asUuid, CustomerIdVariants::fromUuid)),
            variant("evc-id-is-called-id")
                    .of("EVC-CREATE-2")
                    .says("A create shows the id as data.id; the page doesn't say where it stands.")
                    .feltByClients()
                    .by(moved((body, id) -> body.withObject("data").set("id", id))),
            variant("evc-id-in-camel-case")
                    .of("EVC-CREATE-2")
                    .says("A create shows the id as data.customerId; the page doesn't say where it stands.")
                    .by(moved((body, id) -> body.withObject("data").set("customerId", id))),
            variant("evc-id-within-customer")
                    .of("EVC-CREATE-2")
                    .says("A create shows the id as data.customer.id; the page doesn't say where it stands.")
                    .feltByClients()
                    .by(moved((body, id) ->
                            body.withObject("data").putObject("customer").set("id", id))),
            variant("evc-id-at-the-top")
                    .of("EVC-CREATE-2")
                    .says("A create shows the id outside of data; the page doesn't say where it stands.")
                    .feltByClients()
                    .by(moved((body, id) -> body.set(ID, id))),
            variant("evc-id-under-a-longer-name")
                    .of("EVC-CREATE-2")
                    .says("A create shows the id as data.evc_net_customer_id; the page doesn't say what it is "
                            + "called.")
                    .by(moved((body, id) -> body.withObject("data").set("evc_net_customer_id", id))),
            variant("evc-id-in-location")
                    .of("EVC-CREATE-2")
                    .says("A create shows the id in Location alone; the page doesn't say where it stands.")
                    .feltByClients()
                    .by(located("/api/rest/customer/%s")),
            variant("evc-id-in-absolute-location")
                    .of("EVC-CREATE-2")
                    .says("A create shows the id in an absolute Location alone; the page doesn't say where it "
                            + "stands.")
                    .by(located("https://evc-a.evc-net.com/api/rest/customer/%s")),
            variant("evc-id-in-location-before-a-slash")
                    .of("EVC-CREATE-2")
                    .says("A create shows the id in a Location that ends with a slash; the page doesn't say "
                            + "where it stands.")
                    .by(located("/api/rest/customer/%s/")),
            variant("evc-object-id-is-the-id")
                    .of("EVC-CREATE-2")
                    .says("A create shows no id, and PUT takes the object_id that was sent; the page doesn't "
                            + "say which id it takes.")
                    .by(byObjectId()));

    private CustomerIdVariants() {}

    /** An id is shown in another spelling, and that is understood in paths. */
    private static Variation<CustomerRecords> spelled(UnaryOperator<JsonNode> shown, UnaryOperator<String> read) {
        return CustomerLiberties.rendering(
                        RequestResults::isCreated,
                        draft -> draft.edited(body -> body.path("data")
                                .optional(ID)
                                .ifPresent(id -> body.withObject("data").set(ID, shown.apply(id)))))
                .and(ofCustomers(
                        RequestPipeline.class,
                        next -> (pipeline, request) -> next.answer(pipeline, read(request, read))));
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
    private static Variation<CustomerRecords> moved(BiConsumer<ObjectNode, JsonNode> put) {
        return CustomerLiberties.rendering(
                RequestResults::isCreated,
                draft -> draft.edited(body -> {
                    JsonNode id = body.path("data").path(ID);
                    if (!id.isMissingNode()) {
                        body.remove("data");
                        put.accept(body, id);
                    }
                }));
    }

    private static Variation<CustomerRecords> located(String form) {
        return CustomerLiberties.rendering(RequestResults::isCreated, draft -> located(draft, form));
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
    private static Variation<CustomerRecords> byObjectId() {
        return service -> {
            Map<String, String> ids = new ConcurrentHashMap<>();
            return CustomerLiberties.rendering(
                            RequestResults::isCreated, draft -> draft.edited(body -> body.remove("data")))
                    .and(ofCustomers(
                            Registration.class, next -> members -> remembered(next.register(members), members, ids)))
                    .and(ofCustomers(
                            Updating.class, next -> (id, members) -> next.update(ids.getOrDefault(id, id), members)))
                    .vary(service);
        };
    }

    private static RequestResult remembered(RequestResult outcome, ObjectNode members, Map<String, String> ids) {
        if (outcome instanceof Accepted done && members.path("object_id").isString()) {
            ids.put(members.path("object_id").stringValue(), Long.toString(done.customer()));
        }
        return outcome;
    }
}
