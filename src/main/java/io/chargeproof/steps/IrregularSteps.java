package io.chargeproof.steps;

import io.chargeproof.evcnet.Operation;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Purpose;
import io.chargeproof.exchange.Trait;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import java.util.HashSet;
import java.util.Set;

/** Requests to the Customer API that the documents don't show, or leave open. */
public final class IrregularSteps {
    private final Customers customers;
    private final TargetedRequests requests;
    private final Wire wire;
    private final Deeds deeds;

    /** Steps of a scenario. */
    public IrregularSteps(Customers customers, TargetedRequests requests, Wire wire, Deeds deeds) {
        this.customers = customers;
        this.requests = requests;
        this.wire = wire;
        this.deeds = deeds;
    }

    @When("these requests are sent:")
    public void theseRequestsAreSent(DataTable table) {
        for (TableRow row : TableRow.of(table)) {
            deeds.add(wire.sweep(irregular(row.get("request"))));
        }
    }

    @When("the list of customers is asked for")
    public void theListIsAskedFor() {
        HttpRequest get = customers.requests().of(HttpMethod.GET, "", Body.EMPTY, Operation.OTHER);
        deeds.add(wire.sweep(get.withPurpose(get.purpose().as("GET of the list").with(Trait.STATUS_OPEN))));
    }

    /** The header values are documented, so the status isn't left open. */
    @When("updates are sent with each of these header values:")
    public void updatesAreSentWithHeaderValues(DataTable table) {
        for (TableRow row : TableRow.of(table)) {
            HttpRequest request = irregular(row.get("request"));
            deeds.add(wire.send(request.withPurpose(withoutTraits(request.purpose()))));
        }
    }

    @When("customers are created with each of these header values:")
    public void customersAreCreatedWithHeaderValues(DataTable table) {
        for (TableRow row : TableRow.of(table)) {
            Customers.Plan plan = Customers.Plan.of(
                    Object::toString, request -> IrregularRequest.withHeader(row.get("request"), request));
            customers.create(wire, plan.asSweep()).ifPresent(creation -> deeds.add(creation.sent()));
        }
        if (deeds.all().isEmpty()) {
            throw new TestDataMissing("limits.max-customers leaves no customer to create");
        }
    }

    @When("the customer is updated {int} times in a row")
    public void theCustomerIsUpdatedInARow(int times) {
        for (int i = 0; i < times; i++) {
            deeds.add(wire.send(requests.rightUpdate()));
        }
    }

    @When("a customer made for it is deleted")
    public void aCustomerMadeForItIsDeleted() {
        Creation creation = customers
                .create(wire, Customers.Plan.PLAIN.asSweep())
                .orElseThrow(() -> new TestDataMissing("limits.max-customers leaves no customer to create"));
        customers.own(wire);
        String id = customers
                .idOf(creation)
                .orElseThrow(() -> new TestDataMissing("the customer that was created can't be addressed"));
        deeds.add(wire.sweep(IrregularRequest.of("DELETE of the customer", requests.rightUpdate(), customers, id)));
    }

    private HttpRequest irregular(String name) {
        return IrregularRequest.of(
                name, requests.rightUpdate(), customers, customers.own(wire).id());
    }

    private static Purpose withoutTraits(Purpose purpose) {
        Set<Trait> traits = new HashSet<>(purpose.traits());
        traits.remove(Trait.STATUS_OPEN);
        return new Purpose(purpose.api(), purpose.operation(), purpose.variant(), traits);
    }

    /** Whether an answer repeats the number that the request bore, for an observation. */
    static boolean echoesRequestId(Exchange exchange) {
        return exchange.request()
                .headers()
                .first("X-Request-ID")
                .flatMap(id -> exchange.answer()
                        .map(answer -> answer.headers().fields().stream()
                                .anyMatch(field -> field.value().equals(id))))
                .orElse(false);
    }
}
