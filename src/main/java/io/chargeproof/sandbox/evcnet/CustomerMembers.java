package io.chargeproof.sandbox.evcnet;

import java.util.List;
import java.util.Set;

/** The names of the members that are documented. */
final class CustomerMembers {
    static final Set<String> TRUTHS = Set.of(
            "receive_newsletters",
            "mandate_accepted",
            "agreement_condition",
            "public_rechgroups",
            "disabled_login",
            "send_email");
    static final Set<String> OF_A_FORM = Set.of(
            "email",
            "invoice_email",
            "country_code",
            "invoice_country_code",
            "time_zone",
            "gender",
            "preferred_language");
    static final List<String> ALL = List.of(
            "object_id",
            "first_name",
            "last_name",
            "street",
            "street_number",
            "street_number_ext",
            "zip_code",
            "country_code",
            "city",
            "phone",
            "mobile",
            "email",
            "bic",
            "invoice_name",
            "invoice_street",
            "invoice_street_number",
            "invoice_street_number_ext",
            "invoice_zip_code",
            "invoice_city",
            "invoice_country_code",
            "invoice_email",
            "time_zone",
            "preferred_language",
            "info",
            "receive_newsletters",
            "password",
            "state",
            "billing_account_name",
            "mandate_accepted",
            "customer_type",
            "agreement_condition",
            "reimbursement_mode",
            "electronic_invoice",
            "kvk_number",
            "vat_number",
            "payment_method",
            "public_rechgroups",
            "your_reference",
            "company_object_no",
            "disabled_login",
            "company_name",
            "gender",
            "send_email",
            "usergroup_name");

    private CustomerMembers() {}

    /** The documents show no form that a value of the member has. */
    static boolean isFree(String member) {
        return !OF_A_FORM.contains(member) && !TRUTHS.contains(member) && !member.equals("card_list");
    }

    static boolean isDocumented(String member) {
        return ALL.contains(member) || member.equals("card_list") || member.equals("billing_account_number");
    }
}
