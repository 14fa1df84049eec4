package io.chargeproof.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of requests. */
final class Bodies {
    private static final List<String> TEXTS = List.of(
            "object_id",
            "first_name",
            "last_name",
            "street",
            "street_number",
            "street_number_ext",
            "zip_code",
            "city",
            "phone",
            "mobile",
            "bic",
            "invoice_name",
            "invoice_street",
            "invoice_street_number",
            "invoice_street_number_ext",
            "invoice_zip_code",
            "invoice_city",
            "info",
            "password",
            "state",
            "billing_account_name",
            "customer_type",
            "reimbursement_mode",
            "electronic_invoice",
            "kvk_number",
            "vat_number",
            "payment_method",
            "your_reference",
            "company_object_no",
            "company_name",
            "usergroup_name");
    static final List<String> TRUTHS = List.of(
            "receive_newsletters",
            "mandate_accepted",
            "agreement_condition",
            "public_rechgroups",
            "disabled_login",
            "send_email");

    private Bodies() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** All 44 members of a new customer. */
    static ObjectNode customer() {
        ObjectNode body = object();
        TEXTS.forEach(name -> body.put(name, "Some " + name));
        TRUTHS.forEach(name -> body.put(name, "false"));
        return body.put("email", "jo@example.com")
                .put("invoice_email", "invoice@example.com")
                .put("country_code", "NL")
                .put("invoice_country_code", "DE")
                .put("time_zone", "Europe/Amsterdam")
                .put("preferred_language", "en")
                .put("gender", "F");
    }

    static ObjectNode cards(String... ids) {
        ObjectNode body = object();
        var list = body.putArray("card_list");
        for (String id : ids) {
            list.addObject().put("card_external_id", id);
        }
        return body;
    }

    static ObjectNode get(String type, String identifier, @Nullable String token) {
        return call("user-get-details", type, identifier, token);
    }

    static ObjectNode post(String type, String identifier, @Nullable String token, ObjectNode details) {
        ObjectNode call = call("user-post-details", type, identifier, token);
        call.withObject("user-post-details").set("details", details);
        return call;
    }

    private static ObjectNode call(String name, String type, String identifier, @Nullable String token) {
        ObjectNode call = object();
        ObjectNode user = call.putObject(name).putObject("user");
        user.put("identifier-type", type).put("identifier", identifier);
        if (token != null) {
            user.put("token", token);
        }
        return call;
    }

    static ObjectNode address(String country) {
        return object().put("street", "Dam")
                .put("street-number", "1")
                .put("zip", "1012 JS")
                .put("city", "Amsterdam")
                .put("country", country);
    }

    static ObjectNode details() {
        ObjectNode details = object().put("first-name", "Zoë")
                .put("last-name", "Żółć")
                .put("billing-name", "山田")
                .put("locale", "pl")
                .put("vat", "NL 0044.95445-B01")
                .put("social-security-number", "1")
                .put("phone", "+31 (0)20-1234");
        details.set("address", address("NL"));
        details.set("billing-address", address("AT").put("street", "Ring"));
        return details;
    }
}
