package io.chargeproof.steps;

import io.chargeproof.evcnet.CustomerBodies;
import io.chargeproof.evcnet.CustomerIsAddressable;
import io.chargeproof.evcnet.IdsDiffer;
import io.chargeproof.evcnet.Operation;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Trait;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Customers are created, addressed and updated. */
public final class CustomerSteps {
    private static final Set<String> TRIGGER_MAIL = Set.of("send_email", "receive_newsletters");
    private static final int SERIES = 11;

    private final Customers customers;
    private final Wire wire;
    private final Deeds deeds;
    private final Judge judge;
    private final RunSetting setting;

    /** Steps of a scenario. */
    public CustomerSteps(Customers customers, Wire wire, Deeds deeds, Judge judge, RunSetting setting) {
        this.customers = customers;
        this.wire = wire;
        this.deeds = deeds;
        this.judge = judge;
        this.setting = setting;
    }

    @Given("a customer of this run")
    public void aCustomerOfThisRun() {
        customers.own(wire);
    }

    @When("a customer is created")
    public void aCustomerIsCreated() {
        deeds.add(wire.adopt(customers.ownCreation(wire).sent()));
    }

    @When("a customer is created with each boolean the other way round")
    public void aCustomerIsCreatedWithOtherBooleans() {
        create(Customers.Plan.of(this::withOtherBooleans, as("each boolean the other way round")));
    }

    @When("a customer is created with these values:")
    public void aCustomerIsCreatedWith(DataTable table) {
        Map<String, String> values = new HashMap<>();
        TableRow.of(table).forEach(row -> values.put(row.get("member"), row.get("value")));
        create(Customers.Plan.of(body -> with(body, values), as("other " + String.join(", ", values.keySet()))));
    }

    @When("customers are created, each with one of these values:")
    public void customersAreCreatedEachWith(DataTable table) {
        for (TableRow row : TableRow.of(table)) {
            String member = row.get("member");
            String value = row.get("value");
            Customers.Plan plan =
                    Customers.Plan.of(body -> with(body, Map.of(member, value)), as(member + " '" + value + "'"));
            customers.create(wire, plan.asSweep()).ifPresent(creation -> deeds.add(creation.sent()));
        }
    }

    @When("a series of customers is created")
    public void aSeriesOfCustomersIsCreated() {
        aCustomerIsCreated();
        create(Customers.Plan.PLAIN);
        for (int i = 0; i < SERIES && setting.isFull(); i++) {
            customers.create(wire, Customers.Plan.PLAIN.asSweep()).ifPresent(creation -> deeds.add(creation.sent()));
        }
    }

    @When("the customer is updated")
    @When("the customer is updated in the same way again")
    public void theCustomerIsUpdated() {
        Customer own = customers.own(wire);
        deeds.add(wire.send(customers
                .requests()
                .update(own.id(), Customers.body(customers.bodies().update(own.body())))));
    }

    @When("the customer is updated with these values:")
    public void theCustomerIsUpdatedWith(DataTable table) {
        Customer own = customers.own(wire);
        for (TableRow row : TableRow.of(table)) {
            String text = with(customers.bodies().update(own.body()), Map.of(row.get("member"), row.get("value")));
            HttpRequest request = customers.requests().update(own.id(), Body.of(text));
            deeds.add(wire.send(
                    as(row.get("member") + " '" + row.get("value") + "'").apply(request)));
        }
    }

    /** A hit on somebody else's customer is all but impossible twice. */
    @When("an unknown customer is updated")
    public void anUnknownCustomerIsUpdated() {
        Sent first = updateUnknown(0);
        boolean hit = first.exchange().status().filter(status -> status == 200).isPresent();
        deeds.add(hit && customers.target().unknownCustomerId() == null ? updateUnknown(1) : first);
    }

    @When("customers with each of these ids are updated:")
    public void customersWithTheseIdsAreUpdated(DataTable table) {
        Customer own = customers.own(wire);
        Body body = Customers.body(customers.bodies().update(own.body()));
        for (TableRow row : TableRow.of(table)) {
            HttpRequest request =
                    customers.requests().of(HttpMethod.PUT, "/" + id(row.get("id")), body, Operation.UPDATE);
            deeds.add(wire.sweep(request.withPurpose(
                    request.purpose().as("the id " + row.get("id")).with(Trait.STATUS_OPEN))));
        }
    }

    @When("customers are created, each without one of the documented members")
    public void customersAreCreatedWithout() {
        for (String member : CustomerBodies.createMembers()) {
            Customers.Plan plan = Customers.Plan.of(body -> body.without(member).toString(), as("no " + member));
            customers.create(wire, plan.asSweep()).ifPresent(creation -> deeds.add(creation.sent()));
        }
    }

    @When("customers are created that share these members with the run's own:")
    public void customersAreCreatedThatShare(DataTable table) {
        ObjectNode own = customers.ownCreation(wire).body();
        for (TableRow row : TableRow.of(table)) {
            String member = row.get("member");
            Customers.Plan plan = Customers.Plan.of(
                    body -> with(body, Map.of(member, own.path(member).asString(""))), as("a known " + member));
            customers.create(wire, plan.asSweep()).ifPresent(creation -> deeds.add(creation.sent()));
        }
    }

    @Then("the customer can be addressed")
    public void theCustomerCanBeAddressed() {
        judge.needsAnswer(deeds.last());
        CustomerIsAddressable.Attempt attempt = customers.ownAttempt(wire);
        judge.state(new CustomerIsAddressable(), attempt, List.of(deeds.last().exchange(), attempt.last()));
        attempt.accepted().ifPresent(candidate -> judge.note("the id was taken from " + candidate.place()));
    }

    @Then("each customer has an id of its own")
    public void eachCustomerHasAnIdOfItsOwn() {
        List<String> ids = new ArrayList<>();
        List<Exchange> evidence = new ArrayList<>();
        customers.own(wire);
        List<Creation> apart =
                customers.created().stream().filter(Creation::isOfItsOwn).toList();
        for (Creation creation : apart) {
            customers.idOf(creation).ifPresent(id -> {
                ids.add(id);
                evidence.add(creation.sent().exchange());
            });
        }
        if (ids.size() < 2) {
            throw new TestDataMissing("fewer than two customers could be created");
        }
        judge.state(new IdsDiffer(), ids, evidence.subList(evidence.size() - 2, evidence.size()));
    }

    private void create(Customers.Plan plan) {
        Creation creation = customers
                .create(wire, plan)
                .orElseThrow(() -> new TestDataMissing("limits.max-customers leaves no customer to create"));
        deeds.add(creation.sent());
    }

    private Sent updateUnknown(int variant) {
        String id = customers.unknownId(wire, variant);
        boolean somebodys = customers.target().unknownCustomerId() == null && !setting.isPrivate();
        Body body = somebodys
                ? Body.of("{\"card_list\":[]}")
                : Customers.body(customers.bodies().updateOfAnyone());
        HttpRequest request = customers.requests().update(id, body);
        return wire.send(request.withPurpose(request.purpose().as("an unknown customer")));
    }

    private String withOtherBooleans(ObjectNode body) {
        for (String member : CustomerBodies.createMembers()) {
            String value = body.path(member).asString("");
            boolean mail = TRIGGER_MAIL.contains(member) && !setting.isSandbox();
            if (!mail && (value.equals("true") || value.equals("false"))) {
                body.put(member, value.equals("true") ? "false" : "true");
            }
        }
        return body.toString();
    }

    private static String with(ObjectNode body, Map<String, String> values) {
        values.forEach(body::put);
        return body.toString();
    }

    private static UnaryOperator<HttpRequest> as(String variant) {
        return request -> request.withPurpose(request.purpose().as(variant));
    }

    private static String id(String written) {
        return written.equals("of 200 digits") ? "1".repeat(200) : written;
    }
}
