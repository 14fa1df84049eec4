package io.chargeproof.api.evcnet;

import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.SentRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of attaching cards.
 *
 * @param cards those that the customer has now; none unless the request was accepted
 * @param sent the request that decides, if there is one
 * @param missing why there is none
 * @param note what else is worth knowing, empty if nothing
 */
record AttachedCards(List<String> cards, @Nullable SentRequest sent, String missing, String note) {
    AttachedCards {
        cards = List.copyOf(cards);
    }

    /** Nothing can be said of the target. */
    static AttachedCards undecided(String why) {
        return new AttachedCards(List.of(), null, why, "");
    }

    /** The request that decides; ends the scenario if there is none. */
    SentRequest decisive() {
        return Optional.ofNullable(sent).orElseThrow(() -> new MissingTestDataException(missing));
    }

    /** Whether the customer has the cards. */
    boolean isAccepted() {
        return !cards.isEmpty();
    }

    /** Whether it's of no use to try once more. */
    boolean isFinal() {
        return sent == null || sent.fails() || !sent.exchange().isInconclusive();
    }
}
