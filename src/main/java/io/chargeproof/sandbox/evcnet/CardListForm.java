package io.chargeproof.sandbox.evcnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A list of objects, each with a card's id. */
final class CardListForm implements MemberForm {
    static final String MEMBER = "card_list";
    private static final String ID = "card_external_id";

    @Override
    public Optional<String> problem(JsonNode value) {
        if (!value.isArray()) {
            return Optional.of("is not a list");
        }
        for (JsonNode entry : value) {
            JsonNode id = entry.path(ID);
            if (!id.isString() || id.stringValue().isEmpty()) {
                return Optional.of("has an entry without a " + ID);
            }
        }
        return Optional.empty();
    }

    /** The ids in the members' card list, which is of the right form or missing. */
    static List<String> cards(JsonNode members) {
        List<String> cards = new ArrayList<>();
        for (JsonNode entry : members.path(MEMBER)) {
            cards.add(entry.path(ID).stringValue());
        }
        return cards;
    }
}
