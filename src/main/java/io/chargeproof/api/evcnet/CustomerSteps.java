package io.chargeproof.api.evcnet;

import io.chargeproof.api.evcnet.CustomerBudget.Use;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.RunContext;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequests;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Customers are created, and get ids. */
public final class CustomerSteps {
    private static final int SERIES = 11;
    private static final int NEWEST = 12;

    private final CustomerFixtures customers;
    private final RequestMutations alterations;
    private final ScenarioClient wire;
    private final SentRequests sentRequests;
    private final Judge judge;
    private final RunContext setting;

    /** Steps of a scenario. */
    public CustomerSteps(
            CustomerFixtures customers,
            ScenarioClient wire,
            SentRequests sentRequests,
            Judge judge,
            RunContext setting) {
        this.customers = customers;
        this.alterations = new RequestMutations(customers, wire, setting);
        this.wire = wire;
        this.sentRequests = sentRequests;
        this.judge = judge;
        this.setting = setting;
    }

    @Given("a customer of this run")
    public void aCustomerOfThisRun() {
        customers.own(wire);
    }

    @When("a customer is created")
    public void aCustomerIsCreated() {
        sentRequests.add(wire.adopt(customers.ownCreation(wire).sent()));
    }

    @When("a customer is created with these values:")
    public void aCustomerIsCreatedWith(DataTable table) {
        alterations.of(table, CustomerBodies.createMembers()).stream()
                .reduce(RequestMutation::and)
                .ifPresent(all ->
                        sentRequests.add(customers.require(wire, all.plan()).sent()));
    }

    @When("customers are created, each with one of these values:")
    public void customersAreCreatedEachWith(DataTable table) {
        List<RequestMutation> all = alterations.of(table, CustomerBodies.createMembers());
        all.forEach(alteration -> createIfToSpare(alteration.plan().as(alteration.use())));
        if (sentRequests.all().isEmpty()) {
            RequestMutation first = all.get(0);
            sentRequests.add(
                    customers.require(wire, first.plan().as(lastResort(first))).sent());
        }
        judge.noteUnsent(sentRequests.all().size(), all.size(), "values");
    }

    /** What a customer is taken for where none is to spare, since the scenario can't do without. */
    private static Use lastResort(RequestMutation mutation) {
        return switch (mutation.use()) {
            case DOUBT, REFUSAL -> Use.REFUSAL;
            case SWEEP, SCENARIO -> Use.SCENARIO;
            case EXTRA -> Use.EXTRA;
        };
    }

    @When("a series of customers is created")
    public void aSeriesOfCustomersIsCreated() {
        aCustomerIsCreated();
        sentRequests.add(wire.adopt(customers.otherCreation(wire).sent()));
        for (int i = 0; i < SERIES && setting.isFull(); i++) {
            createIfToSpare(CustomerFixtures.Plan.PLAIN.asSweep());
        }
    }

    @Then("^(the|each) customer can be addressed( at once)?$")
    public void canBeAddressed(String which, @Nullable String atOnce) {
        if (which.equals("each")) {
            doubtful().forEach(this::isAddressable);
            return;
        }
        judge.needsAnswer(sentRequests.last());
        customers.requireNoOtherCause(wire);
        CustomerIsAddressable.Attempt attempt = customers.ownAttempt(wire);
        Exchange create = customers.addressed().sent().exchange();
        if (atOnce == null) {
            isAddressable(create, attempt)
                    .accepted()
                    .ifPresent(candidate -> judge.note("the id was taken from " + candidate.place()));
        } else {
            isAddressableAtOnce(create, attempt);
        }
    }

    private void isAddressableAtOnce(Exchange create, CustomerIsAddressable.Attempt attempt) {
        if (attempt.accepted().isEmpty()) {
            throw new MissingTestDataException("the customer can't be addressed at all");
        }
        judge.state(
                new CustomerIsAddressableAtOnce(),
                attempt,
                List.of(create, attempt.late().orElse(attempt.last())));
    }

    private void isAddressable(CreateAttempt creation) {
        isAddressable(creation.sent().exchange(), customers.addresses().find(wire, creation));
    }

    private CustomerIsAddressable.Attempt isAddressable(Exchange create, CustomerIsAddressable.Attempt attempt) {
        if (attempt.accepted().isEmpty()) {
            judge.needsNoCauseElsewhere(attempt.last());
        }
        judge.state(new CustomerIsAddressable(), attempt, List.of(create, attempt.last()));
        return attempt;
    }

    /** The customers whose answers show no id where others show theirs, and the newest. */
    private Set<CreateAttempt> doubtful() {
        List<CreateAttempt> apart = apart();
        Set<CreateAttempt> doubtful = new LinkedHashSet<>(apart.stream()
                .filter(creation -> customers.addresses().of(creation).isEmpty())
                .limit(NEWEST)
                .toList());
        apart.stream().skip(Math.max(0, apart.size() - NEWEST)).forEach(doubtful::add);
        return doubtful;
    }

    @Then("each customer has an id of its own")
    public void eachCustomerHasAnIdOfItsOwn() {
        List<String> ids = new ArrayList<>();
        List<Exchange> evidence = new ArrayList<>();
        for (CreateAttempt creation : apart()) {
            customers.addresses().of(creation).ifPresent(id -> {
                ids.add(id);
                evidence.add(creation.sent().exchange());
            });
        }
        if (ids.size() < 2) {
            throw new MissingTestDataException("fewer than two customers could be created");
        }
        judge.state(new IdsDiffer(), ids, pair(ids, evidence));
    }

    /** The first two that share an id; the last two where none do. */
    private static List<Exchange> pair(List<String> ids, List<Exchange> evidence) {
        for (int later = 1; later < ids.size(); later++) {
            int first = ids.indexOf(ids.get(later));
            if (first < later) {
                return List.of(evidence.get(first), evidence.get(later));
            }
        }
        return evidence.subList(evidence.size() - 2, evidence.size());
    }

    /** The customers that were created so far and have to get an id of their own, the shared one among them. */
    private List<CreateAttempt> apart() {
        customers.own(wire);
        return customers.created().stream().filter(CreateAttempt::isOfItsOwn).toList();
    }

    private void createIfToSpare(CustomerFixtures.Plan plan) {
        customers.create(wire, plan).ifPresent(creation -> sentRequests.add(creation.sent()));
    }
}
