package io.chargeproof.steps;

import io.chargeproof.evcnet.CustomerBodies;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.testdata.RawMember;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Cards are attached to customers. */
public final class CardSteps {
    private static final String SOME_CARD = "NL-ZZZ9999999-Z9";

    private final Customers customers;
    private final Wire wire;
    private final Deeds deeds;
    private final List<String> cards = new ArrayList<>();

    /** Steps of a scenario. */
    public CardSteps(Customers customers, Wire wire, Deeds deeds) {
        this.customers = customers;
        this.wire = wire;
        this.deeds = deeds;
    }

    @Given("{int} fresh card(s)")
    public void freshCards(int count) {
        hold(customers.cards().take(count), count);
    }

    @Given("{int} spare card(s)")
    public void spareCards(int count) {
        hold(customers.cards().takeSpare(count), count);
    }

    @When("the card(s) is/are attached to the customer")
    public void theCardsAreAttached() {
        attach(withCards(cards).toString(), cards.size() == 1 ? "one card" : cards.size() + " cards");
    }

    @When("the card(s) is/are attached with no other member")
    public void theCardsAreAttachedAlone() {
        ObjectNode body = withCards(cards);
        body.retain("card_list");
        attach(body.toString(), "nothing but the card list");
    }

    @When("an unknown card is attached to the customer")
    public void anUnknownCardIsAttached() {
        attach(withCards(List.of(unknownCard())).toString(), "an unknown card");
    }

    @When("the customer gets each of these card lists:")
    public void theCustomerGetsCardLists(DataTable table) {
        String card = cards.isEmpty() ? SOME_CARD : cards.get(0);
        for (TableRow row : TableRow.of(table)) {
            String list = row.get("card list").replace("<card>", card).replace("<unknown card>", unknownCard());
            attach(RawMember.replace(withCards(List.of()), "card_list", list), row.get("which is"));
        }
    }

    @When("the card is attached to one customer and then to another")
    public void theCardIsAttachedToTwo() {
        theCardsAreAttached();
        Creation second = customers
                .create(wire, Customers.Plan.PLAIN.asSweep())
                .orElseThrow(() -> new TestDataMissing("limits.max-customers leaves no customer to create"));
        String id =
                customers.idOf(second).orElseThrow(() -> new TestDataMissing("the second customer can't be addressed"));
        HttpRequest request = customers.requests().attach(id, Customers.body(withCards(cards)));
        deeds.add(wire.send(request.withPurpose(request.purpose().as("a card that another customer has"))));
    }

    private void attach(String text, String variant) {
        Customer holder = customers.cardHolder(wire);
        HttpRequest request = customers.requests().attach(holder.id(), Body.of(text));
        deeds.add(wire.send(request.withPurpose(request.purpose().as(variant))));
    }

    private ObjectNode withCards(List<String> attached) {
        ObjectNode body = customers.bodies().update(customers.cardHolder(wire).body());
        body.set("card_list", CustomerBodies.cardList(attached));
        return body;
    }

    private String unknownCard() {
        List<String> pool = customers.target().cards();
        String like = pool.isEmpty() ? SOME_CARD : pool.get(0).replaceAll("\\d(?=.*\\d)", "9");
        return pool.contains(like) ? SOME_CARD : like;
    }

    private void hold(Optional<List<String>> taken, int count) {
        cards.addAll(taken.orElseThrow(() -> new TestDataMissing("test data spent: the scenario needs " + count
                + (count == 1 ? " card" : " cards") + ", and "
                + customers.cards().left()
                + " are left; add cards that were never attached to evc-net.cards")));
    }
}
