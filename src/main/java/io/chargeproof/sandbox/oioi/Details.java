package io.chargeproof.sandbox.oioi;

import java.util.List;

/** The names of the members of a user's details. */
final class Details {
    static final List<String> TEXTS =
            List.of("first-name", "last-name", "billing-name", "locale", "vat", "social-security-number", "phone");
    static final List<String> ADDRESSES = List.of("address", "billing-address");
    static final List<String> ADDRESS_TEXTS = List.of("street", "street-number", "zip", "city");
    static final String COUNTRY = "country";

    private Details() {}
}
