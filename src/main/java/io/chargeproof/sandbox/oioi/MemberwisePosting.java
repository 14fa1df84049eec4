package io.chargeproof.sandbox.oioi;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sets the members that were sent, all at once; keeps the others, also those of an address. */
final class MemberwisePosting implements Posting {
    @Override
    public CallResult post(User user, ObjectNode details) {
        user.change(before -> merged(before, details));
        return new CallResult.Posted();
    }

    private static ObjectNode merged(ObjectNode record, ObjectNode posted) {
        Details.TEXTS.forEach(name -> posted.optional(name).ifPresent(value -> record.set(name, value)));
        Details.ADDRESSES.forEach(name ->
                posted.optional(name).ifPresent(value -> record.set(name, address(record.path(name), value))));
        return record;
    }

    private static JsonNode address(JsonNode before, JsonNode posted) {
        if (!(posted instanceof ObjectNode sent)) {
            return posted;
        }
        ObjectNode address = sent.objectNode();
        for (String name : Details.ADDRESS_TEXTS) {
            address.put(name, sent.path(name).asString(before.path(name).asString("")));
        }
        return address.set(Details.COUNTRY, sent.path(Details.COUNTRY));
    }
}
