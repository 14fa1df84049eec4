package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.JsonWriting;
import io.chargeproof.sandbox.wire.Pipeline;
import io.chargeproof.sandbox.wire.RequestPipeline;
import io.chargeproof.sandbox.wire.StrictJson;
import io.chargeproof.sandbox.wire.Writing;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/** The EVC-net Customer API as documented. */
public final class CustomerApi {
    private CustomerApi() {}

    /** The steps of a provider without fault, on these records. */
    public static Pipeline correct(CustomerRecords records, String token) {
        RequestPipeline exchanging = (pipeline, request) -> {
            RequestResult outcome = pipeline.step(CustomerFlow.class).proceed(pipeline, request);
            return pipeline.step(Writing.class)
                    .write(pipeline.step(CustomerRendering.class).render(request, outcome));
        };
        return Pipeline.of(exchanging)
                .with(CustomerFlow.class, new AuthenticateFirst())
                .with(Routing.class, new DocumentedRoutes())
                .with(Authentication.class, new TokenAuthentication(token))
                .with(Decoding.class, new StrictJson())
                .with(CreationRules.class, DocumentedMembers.creation())
                .with(UpdateRules.class, DocumentedMembers.update())
                .with(Registration.class, members -> new Accepted(Accepted.Operation.CREATE, records.add(members)))
                .with(Updating.class, (id, members) -> update(records, id, members))
                .with(CustomerRendering.class, new DataRendering())
                .with(Writing.class, new JsonWriting());
    }

    private static RequestResult update(CustomerRecords records, String id, ObjectNode members) {
        OptionalLong customer = records.find(id);
        if (customer.isEmpty()) {
            String problem = CustomerRecords.looksLikeAnId(id) ? "belongs to no customer" : "is not a customer id";
            return Refusal.of(Refusal.Reason.INVALID, "customerId", problem);
        }
        List<Complaint> complaints = records.cards().attach(customer.getAsLong(), CardListForm.cards(members));
        if (!complaints.isEmpty()) {
            return new Refusal(Refusal.Reason.INVALID, complaints);
        }
        records.change(customer.getAsLong(), members);
        return new Accepted(Accepted.Operation.UPDATE, customer.getAsLong());
    }
}
