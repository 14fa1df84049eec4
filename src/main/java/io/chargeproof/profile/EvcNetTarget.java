package io.chargeproof.profile;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the EVC-net Customer API is, and the test data for it.
 *
 * @param baseUrl what {@code /api/rest/customer} is appended to; no trailing slash
 * @param token the system user's token
 * @param customerIdPath where a create's answer shows the id, as member names joined by dots
 * @param customer members merged over the documented create body; values are of JSON's types
 * @param update members merged over the documented update body
 * @param emailDomain under which every customer gets an address of its own
 * @param cards the pool of cards that may be attached; an attached card is spent
 * @param cardCustomer an existing customer that cards may be attached to again and again
 * @param unknownCustomerId an id that no customer has
 */
public record EvcNetTarget(
        URI baseUrl,
        Secret token,
        @Nullable String customerIdPath,
        Map<String, Object> customer,
        Map<String, Object> update,
        String emailDomain,
        List<String> cards,
        @Nullable String cardCustomer,
        @Nullable String unknownCustomerId) {
    public EvcNetTarget {
        customer = Collections.unmodifiableMap(new LinkedHashMap<>(customer));
        update = Collections.unmodifiableMap(new LinkedHashMap<>(update));
        cards = List.copyOf(cards);
    }

    /** The same with other cards. */
    EvcNetTarget withCards(List<String> others) {
        return new EvcNetTarget(
                baseUrl, token, customerIdPath, customer, update, emailDomain, others, cardCustomer, unknownCustomerId);
    }
}
