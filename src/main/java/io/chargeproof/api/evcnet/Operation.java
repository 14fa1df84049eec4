package io.chargeproof.api.evcnet;

import java.util.Locale;

/** What the Customer API is asked for. */
public enum Operation {
    /** {@code POST /api/rest/customer}. */
    CREATE,
    /** {@code PUT /api/rest/customer/{customerId}} without cards. */
    UPDATE,
    /** {@code PUT /api/rest/customer/{customerId}} with a list of cards. */
    ATTACH_CARD,
    /** Any other method, or a path that the documents don't offer for it. */
    OTHER;

    /** The name in reports, such as {@code attach-card}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
