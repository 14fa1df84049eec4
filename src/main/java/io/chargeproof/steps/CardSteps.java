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

    @Given("{int} {supply} card(s)")
    public void cards(int count, CardSupply supply) {
        Optional<List<String>> taken = switch (supply) {
            case FRESH -> customers.cards().take(count);
            case SPARE -> customers.cards().takeSpare(count);
        };
        cards.addAll(
                taken.orElseThrow(() -> new TestDataMissing(customers.cards().shortage(count))));
    }

    @When("{cards} is/are attached to the customer")
    public void attachedToTheCustomer(CardChoice chosen) {
        switch (chosen) {
            case HELD -> attach(withCards(cards).toString(), cards.size() == 1 ? "one card" : cards.size() + " cards");
            case HELD_ALONE -> attach(withCards(cards).retain("card_list").toString(), "nothing but the card list");
            case UNKNOWN -> attach(withCards(List.of(unknownCard())).toString(), "an unknown card");
        }
    }

    @When("the card is attached to another customer")
    public void attachedToAnotherCustomer() {
        Creation another = customers.require(wire, Customers.Plan.PLAIN.asSweep());
        wire.needed(another.sent());
        String id = customers
                .addresses()
                .of(another)
                .orElseThrow(() -> new TestDataMissing("the second customer can't be addressed"));
        HttpRequest request = customers.requests().attach(id, Customers.body(withCards(cards)));
        deeds.add(wire.send(request.withPurpose(request.purpose().as("a card that another customer has"))));
    }

    @When("the customer gets each of these card lists:")
    public void theCustomerGetsCardLists(DataTable table) {
        String card = cards.isEmpty() ? SOME_CARD : cards.get(0);
        for (TableRow row : TableRow.of(table)) {
            String list = row.get("card list").replace("<card>", card).replace("<unknown card>", unknownCard());
            attach(RawMember.replace(withCards(List.of()), "card_list", list), row.get("which is"));
        }
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
}
