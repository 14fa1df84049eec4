package io.chargeproof.sandbox.evcnet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The members that are documented, their forms, and which of them a new customer can't do without. */
final class DocumentedMembers {
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
    private static final List<String> TRUTHS = List.of(
            "receive_newsletters",
            "mandate_accepted",
            "agreement_condition",
            "public_rechgroups",
            "disabled_login",
            "send_email");
    private static final Set<String> REQUIRED =
            Set.of("first_name", "last_name", "email", "country_code", "usergroup_name");

    private DocumentedMembers() {}

    /** Judges a new customer. */
    static CreationRules creation() {
        Map<String, MemberForm> forms = creationForms();
        return members -> {
            List<Complaint> complaints = misshapen(members, forms);
            REQUIRED.stream()
                    .filter(name -> members.path(name).isMissingNode()
                            || members.path(name).isNull())
                    .sorted()
                    .forEach(name -> complaints.add(new Complaint(name, "is missing")));
            REQUIRED.stream()
                    .filter(name -> members.path(name).isString()
                            && members.path(name).stringValue().isBlank())
                    .sorted()
                    .forEach(name -> complaints.add(new Complaint(name, "is empty")));
            return complaints;
        };
    }

    /** Judges an update; a member that is null or left out stays as it is. */
    static UpdateRules update() {
        Map<String, MemberForm> forms = creationForms();
        forms.put("billing_account_number", MemberForms.text());
        forms.put(CardListForm.MEMBER, new CardListForm());
        return members -> misshapen(members, forms);
    }

    private static Map<String, MemberForm> creationForms() {
        Map<String, MemberForm> forms = new LinkedHashMap<>();
        TEXTS.forEach(name -> forms.put(name, MemberForms.text()));
        TRUTHS.forEach(name -> forms.put(name, MemberForms.truth()));
        forms.put("email", MemberForms.email());
        forms.put("invoice_email", MemberForms.email());
        forms.put("country_code", MemberForms.country());
        forms.put("invoice_country_code", MemberForms.country());
        forms.put("time_zone", MemberForms.timeZone());
        forms.put("preferred_language", MemberForms.language());
        forms.put("gender", MemberForms.gender());
        return forms;
    }

    private static List<Complaint> misshapen(ObjectNode members, Map<String, MemberForm> forms) {
        List<Complaint> complaints = new ArrayList<>();
        forms.forEach((name, form) ->
                problem(members.path(name), form).ifPresent(problem -> complaints.add(new Complaint(name, problem))));
        return complaints;
    }

    private static Optional<String> problem(JsonNode value, MemberForm form) {
        boolean leftOut = value.isMissingNode() || (value.isNull() && !(form instanceof CardListForm));
        return leftOut ? Optional.empty() : form.problem(value);
    }
}
