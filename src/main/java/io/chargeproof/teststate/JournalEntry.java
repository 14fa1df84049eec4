package io.chargeproof.teststate;

import java.time.Instant;

/** A line of the ledger about something that can't be taken back. */
public sealed interface JournalEntry {
    /**
     * A customer is about to be created.
     *
     * @param number which creation of the run it is
     * @param objectId the object ID that is sent; empty where the request has none that can be read
     * @param at when
     */
    record CustomerAsked(long number, String objectId, Instant at) implements JournalEntry {}

    /**
     * What came of a creation.
     *
     * @param number which creation of the run it was
     * @param fate whether there is a customer now
     * @param id the customer's likeliest id, empty where none was shown
     */
    record CustomerAnswered(long number, Fate fate, String id) implements JournalEntry {}

    /**
     * A card is about to be attached, and spent by that.
     *
     * @param card the card
     * @param customer the id of the customer that gets it
     * @param at when
     */
    record CardSpent(String card, String customer, Instant at) implements JournalEntry {}

    /**
     * A card wasn't spent after all: the request never left.
     *
     * @param card the card
     */
    record CardKept(String card) implements JournalEntry {}

    /** Whether a creation left a customer. */
    enum Fate {
        CREATED,
        NOT_CREATED,
        /** It may have: the target gave no answer that tells. */
        UNKNOWN
    }
}
