package io.chargeproof.api.evcnet;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.ParameterTypes;
import io.chargeproof.scenario.RunContext;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import io.chargeproof.scenario.SentRequests;
import io.chargeproof.scenario.TableRow;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import tools.jackson.databind.node.ObjectNode;

/** Customers are updated, known and unknown. */
public final class UpdateSteps {
    private static final int OK = 200;
    private static final String LARGEST = "2147483647";

    private final CustomerFixtures customers;
    private final TargetedRequests requests;
    private final RequestMutations alterations;
    private final ScenarioClient wire;
    private final SentRequests sentRequests;
    private final RunContext setting;

    /** Steps of a scenario. */
    public UpdateSteps(
            CustomerFixtures customers,
            TargetedRequests requests,
            ScenarioClient wire,
            SentRequests sentRequests,
            RunContext setting) {
        this.customers = customers;
        this.requests = requests;
        this.alterations = new RequestMutations(customers, wire, setting);
        this.wire = wire;
        this.sentRequests = sentRequests;
        this.setting = setting;
    }

    @When("^the customer is updated (once|twice|\\d+ times in a row|with the largest request ID)$")
    public void theCustomerIsUpdated(String how) {
        if (how.startsWith("with")) {
            updateWithTheLargestId();
            return;
        }
        int often = new ParameterTypes().often(how);
        Body same = often == 1 ? requests.rightUpdate().body() : unlikeAnyOther();
        for (int i = 0; i < often; i++) {
            sentRequests.add(wire.send(requests.rightUpdate().withBody(same)));
        }
    }

    /** The same update again is one that no other scenario has sent meanwhile. */
    private Body unlikeAnyOther() {
        ObjectNode body = customers.bodies().update(customers.own(wire).body());
        if (!customers.target().update().containsKey("first_name")) {
            body.set("first_name", customers.bodies().create().path("first_name"));
        }
        return CustomerFixtures.body(body);
    }

    @When("the customer is updated with each of these values:")
    public void theCustomerIsUpdatedWithEach(DataTable table) {
        Customer own = customers.own(wire);
        for (RequestMutation alteration : alterations.of(table, CustomerBodies.updateMembers())) {
            ObjectNode body = alteration.body().apply(customers.bodies().update(own.body()));
            HttpRequest request = customers.requests().update(own.id(), CustomerFixtures.body(body));
            sentRequests.add(wire.send(alteration.inRequest(request)));
        }
    }

    /** A run before may have sent that ID, which counts only where the target minds. */
    private void updateWithTheLargestId() {
        SentRequest largest = wire.send(identified(LARGEST).named("the X-Request-ID " + LARGEST));
        if (!largest.exchange().isInconclusive() && largest.exchange().status().orElse(0) != OK && takesNoIdTwice()) {
            throw new MissingTestDataException(
                    "the target takes no X-Request-ID twice, so that an earlier run may have used up " + LARGEST);
        }
        sentRequests.add(largest);
    }

    private boolean takesNoIdTwice() {
        String fresh = requests.rightUpdate()
                .headers()
                .first(CustomerRequests.REQUEST_ID)
                .orElseThrow();
        SentRequest once = wire.send(identified(fresh).named("a fresh X-Request-ID"));
        SentRequest twice =
                wire.send(identified(fresh).withBody(unlikeAnyOther()).named("the same X-Request-ID once more"));
        return once.exchange().status().orElse(0) == OK
                && twice.exchange().status().orElse(0) != OK;
    }

    private HttpRequest identified(String id) {
        HttpRequest update = requests.rightUpdate();
        return update.withHeaders(update.headers().with(CustomerRequests.REQUEST_ID, id));
    }

    /** A hit on somebody else's customer is all but impossible twice. */
    @When("an unknown customer is updated")
    public void anUnknownCustomerIsUpdated() {
        SentRequest first = updateUnknown(0);
        boolean hit = first.exchange().status().filter(status -> status == 200).isPresent();
        sentRequests.add(hit && customers.target().unknownCustomerId() == null ? updateUnknown(1) : first);
    }

    @When("the customer of each of these ids is updated:")
    public void theCustomerOfEachIdIsUpdated(DataTable table) {
        Body body = requests.rightUpdate().body();
        Customer own = customers.own(wire);
        for (TableRow row : TableRow.of(table)) {
            HttpRequest request =
                    customers.requests().of(HttpMethod.PUT, path(row.get("id"), own), body, Operation.UPDATE);
            sentRequests.add(wire.sweep(request.withPurpose(
                    request.purpose().as("the id " + row.get("id")).with(RequestTrait.STATUS_OPEN))));
        }
    }

    private SentRequest updateUnknown(int variant) {
        String id = customers.unknownId(wire, variant);
        boolean somebodys = customers.target().unknownCustomerId() == null && !setting.isPrivate();
        Body body = somebodys
                ? Body.of("{\"card_list\":[]}")
                : CustomerFixtures.body(customers.bodies().updateOfAnyone());
        HttpRequest request = customers.requests().update(id, body);
        return wire.send(request.named("an unknown customer"));
    }

    private static String path(String written, Customer own) {
        return switch (written) {
            case "of 200 digits" -> "/" + "1".repeat(200);
            case "the customer's own, and letters" -> CustomerRequests.pathTo(own.id() + "abc");
            default -> "/" + written;
        };
    }
}
