package io.chargeproof.api.evcnet;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Attaches cards, and tells a card that was spent from a target that takes none. A refused card may have been attached by a
 * run of which nothing is known here, as long as anybody else can have had it: then others are tried. Several cards at once
 * are refused wrongly only if each of them is taken alone.
 */
final class AttachAttempt {
    private static final int OK = 200;

    private final CustomerFixtures customers;
    private final CardPool pool;
    private final ScenarioClient wire;
    private final int count;
    private final boolean alone;
    private final List<String> refused = new ArrayList<>();
    private @Nullable SentRequest last;
    private boolean updates;
    private boolean triedAlone;

    /**
     * A trial.
     *
     * @param count how many cards are attached at once
     * @param alone whether the list of cards is all that is sent
     */
    AttachAttempt(CustomerFixtures customers, ScenarioClient wire, int count, boolean alone) {
        this.customers = customers;
        this.pool = customers.cards();
        this.wire = wire;
        this.count = count;
        this.alone = alone;
    }

    /** Tries until cards are taken, or until there are none to try. */
    AttachedCards attach() {
        Optional<AttachedCards> decided = Optional.empty();
        while (decided.isEmpty()) {
            decided = next().map(this::attach).orElseGet(() -> Optional.of(ofNoCards()));
        }
        return decided.get();
    }

    /** Where but one card is to be had, one that the customer has already makes up the number. */
    private Optional<List<String>> next() {
        Optional<List<String>> untouched = pool.take(count);
        List<String> before = pool.attached();
        if (untouched.isPresent() || count < 2 || pool.isReusable() || before.size() < count - 1) {
            return untouched;
        }
        return pool.take(1, count).map(one -> {
            List<String> cards = new ArrayList<>(before.subList(0, count - 1));
            cards.addAll(one);
            return cards;
        });
    }

    private Optional<AttachedCards> attach(List<String> cards) {
        SentRequest sent = send(cards, count == 1 ? "one card" : count + " cards");
        if (sent.exchange().isInconclusive()) {
            pool.giveBack(cards);
            return Optional.of(new AttachedCards(List.of(), sent, "", ""));
        }
        if (isAccepted(sent)) {
            pool.attached(cards);
            return Optional.of(new AttachedCards(cards, sent, "", spentBefore()));
        }
        if (sent.exchange().status().orElse(0) < 300) {
            pool.attached(cards);
            return Optional.of(broken(sent, ""));
        }
        last = sent;
        return pool.isFresh() ? Optional.of(broken(sent, "")) : doubted(cards, sent);
    }

    private Optional<AttachedCards> doubted(List<String> cards, SentRequest sent) {
        Optional<String> why = whyNotForCards();
        if (why.isPresent()) {
            pool.giveBack(cards);
            pool.keep(cards);
            return why.map(AttachedCards::undecided);
        }
        if (!alone && !triedAlone && isTakenAlone(cards)) {
            return Optional.of(broken(
                    sent,
                    (count == 1 ? "the same card was" : "the same cards were")
                            + " accepted in a body with nothing but the list"));
        }
        if (count > 1 && isEachTaken(cards)) {
            return Optional.of(broken(sent, "each of the " + count + " cards was accepted alone"));
        }
        if (count == 1) {
            refused.addAll(cards);
        }
        return Optional.empty();
    }

    /** Why a refusal needn't have to do with cards, if so. */
    private Optional<String> whyNotForCards() {
        if (updates) {
            return Optional.empty();
        }
        Customer holder = customers.cardHolder(wire);
        HttpRequest request = customers
                .requests()
                .update(holder.id(), CustomerFixtures.body(customers.bodies().update(holder.body())));
        SentRequest without = wire.ask(request.named("the same without cards"));
        updates = isAccepted(without);
        return updates
                ? Optional.empty()
                : Optional.of("nothing was learned of cards, since the same update without any is refused too: "
                        + without.exchange().outcomeInWords());
    }

    private boolean isEachTaken(List<String> cards) {
        boolean all = true;
        for (String card : cards) {
            if (isAccepted(wire.needed(send(List.of(card), "one of the cards")))) {
                pool.attached(List.of(card));
            } else {
                all = false;
                refused.add(card);
            }
        }
        return all;
    }

    /** Whether a list is taken that was refused beside the documented members; tried but once. */
    private boolean isTakenAlone(List<String> cards) {
        triedAlone = true;
        HttpRequest bare = request(cards, true, "the same cards, and nothing but the list");
        boolean taken = isAccepted(wire.ask(bare));
        if (taken) {
            pool.attached(cards);
        }
        return taken;
    }

    /** Nothing is left to try. */
    private AttachedCards ofNoCards() {
        SentRequest decisive = last;
        if (refused.isEmpty() || decisive == null) {
            return AttachedCards.undecided(pool.shortage(count));
        }
        if (pool.attached().isEmpty() && decisive.exchange().status().orElse(0) < 500) {
            pool.keep(refused);
        }
        if (!pool.isReusable()) {
            return AttachedCards.undecided(maySpent(decisive));
        }
        pool.giveBack(refused);
        if (pool.areElsewhere(refused)) {
            return AttachedCards.undecided("test data spent: other customers than evc-net.card-customer have "
                    + (refused.size() == 1 ? "the card" : "the " + refused.size() + " cards")
                    + " of evc-net.cards, as earlier runs recorded; give cards that nobody has");
        }
        return isNamed(decisive) ? AttachedCards.undecided(unknownThere(decisive)) : broken(decisive, "");
    }

    private String maySpent(SentRequest decisive) {
        return "test data spent, it seems: the target refuses " + refusedInWords() + " (the last with "
                + decisive.exchange().outcomeInWords() + "), and " + pool.whatIsLeft(count)
                + "; runs whose custody folder wasn't kept may have attached them, or the target takes no card: "
                + pool.advice() + ", which decides it";
    }

    private String unknownThere(SentRequest decisive) {
        return "the target refuses " + refusedInWords() + " of evc-net.cards by name (the last with "
                + decisive.exchange().outcomeInWords()
                + "); give cards that it knows, and that no other customer than evc-net.card-customer has";
    }

    private String refusedInWords() {
        return refused.size() == 1
                ? "the one card that was tried"
                : "each of the " + refused.size() + " cards that were tried";
    }

    /** Whether the answer is about the very card, not about cards. */
    private boolean isNamed(SentRequest decisive) {
        String body =
                decisive.exchange().answer().map(answer -> answer.body().text()).orElse("");
        return refused.stream().anyMatch(body::contains);
    }

    private String spentBefore() {
        return refused.isEmpty()
                ? ""
                : refused.size() + (refused.size() == 1 ? " card was" : " cards were")
                        + " refused before, and counted as spent, since another was accepted";
    }

    private static AttachedCards broken(SentRequest sent, String note) {
        return new AttachedCards(List.of(), sent, "", note);
    }

    private SentRequest send(List<String> cards, String variant) {
        return wire.send(request(cards, alone, alone ? "nothing but the card list" : variant));
    }

    private HttpRequest request(List<String> cards, boolean bare, String variant) {
        ObjectNode body = withCards(customers, wire, cards);
        String text = (bare ? body.retain("card_list") : body).toString();
        return customers
                .requests()
                .attach(customers.cardHolder(wire).id(), Body.of(text))
                .named(variant);
    }

    /** A complete update of the customer that cards are attached to, with these. */
    static ObjectNode withCards(CustomerFixtures customers, ScenarioClient wire, List<String> cards) {
        ObjectNode body = customers.bodies().update(customers.cardHolder(wire).body());
        body.set("card_list", CustomerBodies.cardList(cards));
        return body;
    }

    static boolean isAccepted(SentRequest sent) {
        return sent.exchange().status().filter(status -> status == OK).isPresent();
    }
}
