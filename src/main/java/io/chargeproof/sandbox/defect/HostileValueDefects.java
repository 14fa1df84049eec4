package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.failingOn;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Single values of single members that the provider stumbles over. */
final class HostileValueDefects {
    private static final String CREATE = "POST";
    private static final String UPDATE = "PUT";

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry(
                    "evc-long-text-500",
                    failingOn(500, members -> members.values().stream().anyMatch(Value::isLong))),
            entry("evc-long-company-object-500", on(CREATE, 500, "company_object_no", Value::isLong)),
            entry("evc-long-your-reference-413", on(CREATE, 413, "your_reference", Value::isLong)),
            entry("evc-emoji-in-invoice-extension-500", on(CREATE, 500, "invoice_street_number_ext", Value::isEmoji)),
            entry("evc-emoji-in-object-id-500", on(CREATE, 500, "object_id", Value::isEmoji)),
            entry("evc-kvk-number-as-number-500", on(CREATE, 500, "kvk_number", JsonNode::isNumber)),
            entry("evc-vat-number-null-500", on(CREATE, 500, "vat_number", JsonNode::isNull)),
            entry("evc-state-as-object-500", on(CREATE, 500, "state", JsonNode::isObject)),
            entry("evc-customer-type-as-list-500", on(CREATE, 500, "customer_type", JsonNode::isArray)),
            entry("evc-gender-as-boolean-500", on(CREATE, 500, "gender", JsonNode::isBoolean)),
            entry("evc-empty-password-500", on(CREATE, 500, "password", Value::isEmpty)),
            entry("evc-empty-language-500", on(CREATE, 500, "preferred_language", Value::isEmpty)),
            entry("evc-control-character-in-bic-500", on(CREATE, 500, "bic", Value::isControl)),
            entry("evc-quote-in-billing-account-500", on(CREATE, 500, "billing_account_name", Value::isQuoted)),
            entry("evc-template-in-info-500", on(CREATE, 500, "info", Value::isTemplate)),
            entry("evc-markup-in-usergroup-406", on(CREATE, 406, "usergroup_name", Value::isMarkup)),
            entry("evc-right-to-left-payment-method-422", on(CREATE, 422, "payment_method", Value::isRightToLeft)),
            entry("evc-time-zone-null-404", on(CREATE, 404, "time_zone", JsonNode::isNull)),
            entry("evc-agreement-as-number-500", on(CREATE, 500, "agreement_condition", JsonNode::isNumber)),
            entry("evc-street-null-500-on-create", on(CREATE, 500, "street", JsonNode::isNull)),
            entry("evc-long-first-name-500-on-update", on(UPDATE, 500, "first_name", Value::isLong)),
            entry("evc-emoji-in-company-500-on-update", on(UPDATE, 500, "company_name", Value::isEmoji)),
            entry("evc-billing-account-as-number-500", on(UPDATE, 500, "billing_account_number", JsonNode::isNumber)),
            entry("evc-invoice-country-null-500", on(UPDATE, 500, "invoice_country_code", JsonNode::isNull)),
            entry("evc-electronic-invoice-as-boolean-500", on(UPDATE, 500, "electronic_invoice", JsonNode::isBoolean)),
            entry("evc-mobile-as-object-500", on(UPDATE, 500, "mobile", JsonNode::isObject)),
            entry("evc-invoice-city-as-list-500", on(UPDATE, 500, "invoice_city", JsonNode::isArray)),
            entry("evc-empty-street-extension-500", on(UPDATE, 500, "street_number_ext", Value::isEmpty)),
            entry("evc-control-character-in-phone-422", on(UPDATE, 422, "phone", Value::isControl)),
            entry("evc-quote-in-zip-code-500", on(UPDATE, 500, "zip_code", Value::isQuoted)),
            entry("evc-template-in-invoice-name-500", on(UPDATE, 500, "invoice_name", Value::isTemplate)),
            entry("evc-markup-in-street-406", on(UPDATE, 406, "street", Value::isMarkup)),
            entry("evc-right-to-left-city-500", on(UPDATE, 500, "city", Value::isRightToLeft)),
            entry("evc-email-as-number-500-on-update", on(UPDATE, 500, "email", JsonNode::isNumber)));

    private HostileValueDefects() {}

    private static Variation on(String method, int status, String member, Predicate<JsonNode> kind) {
        return failingOn(method, status, Value.of(member, kind));
    }
}
