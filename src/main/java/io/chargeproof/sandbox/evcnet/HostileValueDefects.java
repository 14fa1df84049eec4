package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.failingOn;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.Value;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Single values of single members that the provider stumbles over. */
final class HostileValueDefects {
    private static final String CREATE = "POST";
    private static final String UPDATE = "PUT";

    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-long-text-500")
                    .breaks("EVC-CREATE-8")
                    .says("A body with a text of thousands of characters gets 500; the status table has only "
                            + "200, 400 and 403.")
                    .by(failingOn(500, members -> members.values().stream().anyMatch(Value::isLong))),
            defect("evc-long-company-object-500")
                    .breaks("EVC-CREATE-8")
                    .says("A company_object_no of thousands of characters gets 500; the status table has no "
                            + "such status.")
                    .by(on(CREATE, 500, "company_object_no", Value::isLong)),
            defect("evc-long-your-reference-413")
                    .breaks("EVC-CREATE-8")
                    .says("A your_reference of thousands of characters gets 413; the status table has no such "
                            + "status.")
                    .by(on(CREATE, 413, "your_reference", Value::isLong)),
            defect("evc-emoji-in-invoice-extension-500")
                    .breaks("EVC-CREATE-8")
                    .says("An emoji in invoice_street_number_ext gets 500; the status table has no such status.")
                    .by(on(CREATE, 500, "invoice_street_number_ext", Value::isEmoji)),
            defect("evc-emoji-in-object-id-500")
                    .breaks("EVC-CREATE-8")
                    .says("An emoji in object_id gets 500; the status table has no such status.")
                    .by(on(CREATE, 500, "object_id", Value::isEmoji)),
            defect("evc-kvk-number-as-number-500")
                    .breaks("EVC-CREATE-8")
                    .says("A kvk_number without quotes gets 500; the status table has 400 for errors.")
                    .by(on(CREATE, 500, "kvk_number", JsonNode::isNumber)),
            defect("evc-vat-number-null-500")
                    .breaks("EVC-CREATE-8")
                    .says("A vat_number of null gets 500; the status table has 400 for errors.")
                    .by(on(CREATE, 500, "vat_number", JsonNode::isNull)),
            defect("evc-state-as-object-500")
                    .breaks("EVC-CREATE-8")
                    .says("An object for state gets 500; the status table has 400 for errors.")
                    .by(on(CREATE, 500, "state", JsonNode::isObject)),
            defect("evc-customer-type-as-list-500")
                    .breaks("EVC-CREATE-8")
                    .says("A list for customer_type gets 500; the status table has 400 for errors.")
                    .by(on(CREATE, 500, "customer_type", JsonNode::isArray)),
            defect("evc-gender-as-boolean-500")
                    .breaks("EVC-CREATE-8")
                    .says("A gender of true gets 500; the status table has 400 for errors.")
                    .by(on(CREATE, 500, "gender", JsonNode::isBoolean)),
            defect("evc-empty-password-500")
                    .breaks("EVC-CREATE-8")
                    .says("An empty password gets 500; the status table has 400 for errors.")
                    .by(on(CREATE, 500, "password", Value::isEmpty)),
            defect("evc-empty-language-500")
                    .breaks("EVC-CREATE-8")
                    .says("An empty preferred_language gets 500; the status table has 400 for errors.")
                    .by(on(CREATE, 500, "preferred_language", Value::isEmpty)),
            defect("evc-control-character-in-bic-500")
                    .breaks("EVC-CREATE-8")
                    .says("A control character in bic gets 500; the status table has 400 for errors.")
                    .by(on(CREATE, 500, "bic", Value::isControl)),
            defect("evc-quote-in-billing-account-500")
                    .breaks("EVC-CREATE-8")
                    .says("An apostrophe in billing_account_name gets 500; the status table has no such status.")
                    .by(on(CREATE, 500, "billing_account_name", Value::isQuoted)),
            defect("evc-template-in-info-500")
                    .breaks("EVC-CREATE-8")
                    .says("A template's braces in info get 500; the status table has no such status.")
                    .by(on(CREATE, 500, "info", Value::isTemplate)),
            defect("evc-markup-in-usergroup-406")
                    .breaks("EVC-CREATE-8")
                    .says("Markup in usergroup_name gets 406 from a guard in front; the status table has no "
                            + "such status.")
                    .by(on(CREATE, 406, "usergroup_name", Value::isMarkup)),
            defect("evc-right-to-left-payment-method-422")
                    .breaks("EVC-CREATE-8")
                    .says("A payment_method from right to left gets 422; the status table has no such status.")
                    .by(on(CREATE, 422, "payment_method", Value::isRightToLeft)),
            defect("evc-time-zone-null-404")
                    .breaks("EVC-CREATE-8")
                    .says("A time zone of null gets 404; the status table has 400 for errors.")
                    .by(on(CREATE, 404, "time_zone", JsonNode::isNull)),
            defect("evc-agreement-as-number-500")
                    .breaks("EVC-CREATE-8")
                    .says("A number for agreement_condition gets 500; the status table has 400 for errors.")
                    .by(on(CREATE, 500, "agreement_condition", JsonNode::isNumber)),
            defect("evc-street-null-500-on-create")
                    .breaks("EVC-CREATE-8")
                    .says("A create whose street is null gets 500, though an update may; the status table has "
                            + "400 for errors.")
                    .by(on(CREATE, 500, "street", JsonNode::isNull)),
            defect("evc-long-first-name-500-on-update")
                    .breaks("EVC-UPDATE-7")
                    .says("An update with a first name of thousands of characters gets 500; the status table "
                            + "has no such status.")
                    .by(on(UPDATE, 500, "first_name", Value::isLong)),
            defect("evc-emoji-in-company-500-on-update")
                    .breaks("EVC-UPDATE-7")
                    .says("An update with an emoji in the company's name gets 500; the status table has no such "
                            + "status.")
                    .by(on(UPDATE, 500, "company_name", Value::isEmoji)),
            defect("evc-billing-account-as-number-500")
                    .breaks("EVC-UPDATE-7")
                    .says("A billing_account_number without quotes gets 500; the status table has 400 for errors.")
                    .by(on(UPDATE, 500, "billing_account_number", JsonNode::isNumber)),
            defect("evc-invoice-country-null-500")
                    .breaks("EVC-UPDATE-7")
                    .says("An update whose invoice_country_code is null gets 500; the status table has 400 for "
                            + "errors.")
                    .by(on(UPDATE, 500, "invoice_country_code", JsonNode::isNull)),
            defect("evc-electronic-invoice-as-boolean-500")
                    .breaks("EVC-UPDATE-7")
                    .says("An update whose electronic_invoice is a boolean gets 500; the status table has 400 "
                            + "for errors.")
                    .by(on(UPDATE, 500, "electronic_invoice", JsonNode::isBoolean)),
            defect("evc-mobile-as-object-500")
                    .breaks("EVC-UPDATE-7")
                    .says("An update with an object for mobile gets 500; the status table has 400 for errors.")
                    .by(on(UPDATE, 500, "mobile", JsonNode::isObject)),
            defect("evc-invoice-city-as-list-500")
                    .breaks("EVC-UPDATE-7")
                    .says("An update with a list for invoice_city gets 500; the status table has 400 for errors.")
                    .by(on(UPDATE, 500, "invoice_city", JsonNode::isArray)),
            defect("evc-empty-street-extension-500")
                    .breaks("EVC-UPDATE-7")
                    .says("An update with an empty street_number_ext gets 500; the status table has no such status.")
                    .by(on(UPDATE, 500, "street_number_ext", Value::isEmpty)),
            defect("evc-control-character-in-phone-422")
                    .breaks("EVC-UPDATE-7")
                    .says("An update with a control character in phone gets 422; the status table has 400 for "
                            + "errors.")
                    .by(on(UPDATE, 422, "phone", Value::isControl)),
            defect("evc-quote-in-zip-code-500")
                    .breaks("EVC-UPDATE-7")
                    .says("An update with an apostrophe in zip_code gets 500; the status table has no such status.")
                    .by(on(UPDATE, 500, "zip_code", Value::isQuoted)),
            defect("evc-template-in-invoice-name-500")
                    .breaks("EVC-UPDATE-7")
                    .says("An update with a template's braces in invoice_name gets 500; the status table has no "
                            + "such status.")
                    .by(on(UPDATE, 500, "invoice_name", Value::isTemplate)),
            defect("evc-markup-in-street-406")
                    .breaks("EVC-UPDATE-7")
                    .says("An update with markup in street gets 406 from a guard in front; the status table has "
                            + "no such status.")
                    .by(on(UPDATE, 406, "street", Value::isMarkup)),
            defect("evc-right-to-left-city-500")
                    .breaks("EVC-UPDATE-7")
                    .says("An update with a city from right to left gets 500; the status table has no such status.")
                    .by(on(UPDATE, 500, "city", Value::isRightToLeft)),
            defect("evc-email-as-number-500-on-update")
                    .breaks("EVC-UPDATE-7")
                    .says("An update with a number for email gets 500; the status table has 400 for errors.")
                    .by(on(UPDATE, 500, "email", JsonNode::isNumber)));

    private HostileValueDefects() {}

    private static Variation<CustomerRecords> on(String method, int status, String member, Predicate<JsonNode> kind) {
        return failingOn(method, status, Value.of(member, kind));
    }
}
