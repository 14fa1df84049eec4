package io.chargeproof.api.evcnet;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import io.chargeproof.scenario.SentRequests;
import io.chargeproof.scenario.TableRow;
import io.chargeproof.testdata.RawMember;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.List;

/** Cards are attached to customers. */
public final class CardSteps {
    private static final String SOME_CARD = "NL-ZZZ9999999-Z9";

    private final CustomerFixtures customers;
    private final CardFixtures attachments;
    private final ScenarioClient wire;
    private final SentRequests sentRequests;
    private final Judge judge;
    private CardSource supply = CardSource.SPARE;
    private int count;
    private List<String> cards = List.of();

    /** Steps of a scenario. */
    public CardSteps(
            CustomerFixtures customers,
            CardFixtures attachments,
            ScenarioClient wire,
            SentRequests sentRequests,
            Judge judge) {
        this.customers = customers;
        this.attachments = attachments;
        this.wire = wire;
        this.sentRequests = sentRequests;
        this.judge = judge;
    }

    @Given("{int} {supply} card(s)")
    public void cards(int howMany, CardSource from) {
        count = howMany;
        supply = from;
        if (from == CardSource.SPARE) {
            AttachedCards there = attachments.inUse(howMany, wire);
            wire.needed(there.decisive());
            if (!there.isAccepted()) {
                throw new MissingTestDataException("the customer has no card to try this with: "
                        + there.decisive().exchange().outcomeInWords());
            }
            cards = there.cards().subList(0, howMany);
        }
    }

    @When("{cards} is/are attached to the customer")
    public void attachedToTheCustomer(CardSelection chosen) {
        switch (chosen) {
            case HELD -> held();
            case HELD_ALONE -> heldAlone();
            case UNKNOWN ->
                attach(
                        AttachAttempt.withCards(customers, wire, List.of(unknownCard()))
                                .toString(),
                        "an unknown card");
        }
    }

    private void held() {
        add(supply == CardSource.SPARE ? attachments.inUse(count, wire) : attachments.of(count, false, wire));
    }

    private void heldAlone() {
        if (supply == CardSource.FRESH) {
            add(attachments.of(count, true, wire));
            return;
        }
        SentRequest alone = send(
                AttachAttempt.withCards(customers, wire, cards)
                        .retain("card_list")
                        .toString(),
                "nothing but the card list");
        if (!AttachAttempt.isAccepted(alone)) {
            wire.needed(alone);
            SentRequest complete =
                    send(AttachAttempt.withCards(customers, wire, cards).toString(), "a card that the customer has");
            wire.needed(complete);
            if (!AttachAttempt.isAccepted(complete)) {
                throw new MissingTestDataException("the target takes no card that the customer has already ("
                        + complete.exchange().outcomeInWords() + "), and no other is to spare");
            }
        }
        sentRequests.add(alone);
    }

    private void add(AttachedCards attachment) {
        cards = attachment.cards();
        sentRequests.add(wire.adopt(attachment.decisive()));
        if (!attachment.note().isEmpty()) {
            judge.note(attachment.note());
        }
    }

    @When("the card is attached to another customer")
    public void attachedToAnotherCustomer() {
        if (attachments.stay()) {
            throw new MissingTestDataException(
                    "a card of evc-net.card-customer isn't given to another customer, as it might not" + " come back");
        }
        CreateAttempt another = customers.otherCreation(wire);
        wire.needed(another.sent());
        String id = customers
                .addresses()
                .of(another)
                .orElseThrow(() -> new MissingTestDataException("the second customer can't be addressed"));
        HttpRequest request = customers
                .requests()
                .attach(id, CustomerFixtures.body(AttachAttempt.withCards(customers, wire, some())));
        sentRequests.add(wire.send(request.named("a card that another customer has")));
    }

    @When("the customer gets each of these card lists:")
    public void theCustomerGetsCardLists(DataTable table) {
        String card = count == 0 ? SOME_CARD : some().get(0);
        for (TableRow row : TableRow.of(table)) {
            String list = row.get("card list").replace("<card>", card).replace("<unknown card>", unknownCard());
            attach(
                    RawMember.replace(AttachAttempt.withCards(customers, wire, List.of()), "card_list", list),
                    row.get("which is"));
        }
    }

    /** The scenario's cards, taken from those that were never attached if it has none yet. */
    private List<String> some() {
        if (cards.isEmpty()) {
            cards = attachments.untouched(count);
        }
        return cards;
    }

    private void attach(String text, String variant) {
        sentRequests.add(send(text, variant));
    }

    private SentRequest send(String text, String variant) {
        Customer holder = customers.cardHolder(wire);
        HttpRequest request = customers.requests().attach(holder.id(), Body.of(text));
        return wire.send(request.named(variant));
    }

    private String unknownCard() {
        List<String> pool = customers.target().cards();
        String like = pool.isEmpty() ? SOME_CARD : pool.get(0).replaceAll("\\d(?=.*\\d)", "9");
        return pool.contains(like) ? SOME_CARD : like;
    }
}
