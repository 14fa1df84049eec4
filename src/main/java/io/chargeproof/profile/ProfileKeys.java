package io.chargeproof.profile;

import java.util.List;

/** The keys that a profile may have, section by section. */
final class ProfileKeys {
    static final List<String> TOP =
            List.of("name", "kind", "evc-net", "oioi", "limits", "connection", "states", "depth", "waivers");
    static final List<String> EVC_NET = List.of(
            "base-url",
            "token",
            "customer-id-path",
            "customer",
            "update",
            "email-domain",
            "cards",
            "card-customer",
            "unknown-customer-id");
    static final List<String> OIOI = List.of("endpoint", "api-key", "valid-vat", "users");
    static final List<String> USERS = List.of("primary", "secondary", "sparse");
    static final List<String> USER = List.of("username", "token", "evco-id", "rfid", "details");
    static final List<String> ADDRESS = List.of("street", "street-number", "zip", "city", "country");
    static final List<String> DETAILS = List.of(
            "first-name",
            "last-name",
            "address",
            "locale",
            "vat",
            "social-security-number",
            "billing-name",
            "billing-address",
            "phone");
    static final List<String> LIMITS =
            List.of("requests-per-second", "timeout", "retries", "max-requests", "max-customers");
    static final List<String> CONNECTION = List.of("proxy", "ca", "client-certificate");
    static final List<String> WAIVER = List.of("requirement", "where", "reason", "until");
    static final List<String> WHERE = List.of("operation", "status", "code");

    private ProfileKeys() {}
}
