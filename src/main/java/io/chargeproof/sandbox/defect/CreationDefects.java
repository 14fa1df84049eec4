package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.creationRefused;
import static io.chargeproof.sandbox.defect.CustomerBreach.failingOn;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Right creations that are refused. */
final class CreationDefects {
    private static final List<String> TRUTHS = List.of(
            "receive_newsletters",
            "mandate_accepted",
            "agreement_condition",
            "public_rechgroups",
            "disabled_login",
            "send_email");
    private static final List<String> NAMES =
            List.of("first_name", "last_name", "company_name", "street", "city", "invoice_name", "invoice_city");
    private static final Pattern DOCUMENTED =
            Pattern.compile("(first|last|company|usergroup|billing_account|invoice)_name"
                    + "|(invoice_)?(street(_number(_ext)?)?|zip_code|city|country_code|email)"
                    + "|object_id|phone|mobile|bic|time_zone|preferred_language|info|password|state|customer_type|gender"
                    + "|reimbursement_mode|electronic_invoice|kvk_number|vat_number|payment_method|your_reference"
                    + "|company_object_no");
    private static final int LAST_OF_ASCII = 0x7F;
    private static final int LAST_OF_LATIN_1 = 0xFF;
    private static final int LAST_OF_ALPHABETS = 0x2E7F;

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-create-without-reimbursement", refused("reimbursement_mode", "is not a member of a customer")),
            entry(
                    "evc-create-without-invoice-extension",
                    refused("invoice_street_number_ext", "is not a member of a customer")),
            entry(
                    "evc-create-of-few-members",
                    creationRefused(members -> members.size() > 40, "body", "has too many members")),
            entry(
                    "evc-create-wants-a-card",
                    creationRefused(members -> !members.has("card_list"), "card_list", "is missing")),
            entry("evc-third-create-refused", everyThirdRefused()),
            entry("evc-booleans-in-strings-refused", truthsRefused(TRUTHS, Set.of("true", "false"))),
            entry("evc-true-in-string-refused", truthsRefused(List.of("mandate_accepted"), Set.of("true"))),
            entry("evc-false-in-string-refused", truthsRefused(List.of("disabled_login"), Set.of("false"))),
            entry("evc-send-email-true-500", failingOn("POST", 500, Value.of("send_email", is("true")))),
            entry("evc-public-groups-true-refused", truthsRefused(List.of("public_rechgroups"), Set.of("true"))),
            entry("evc-names-in-ascii-alone", namesRefused(NAMES, Value.beyond(LAST_OF_ASCII))),
            entry(
                    "evc-names-in-latin-1-alone",
                    namesRefused(List.of("first_name", "last_name"), Value.beyond(LAST_OF_LATIN_1))),
            entry(
                    "evc-names-in-alphabets-alone",
                    namesRefused(List.of("first_name", "last_name"), Value.beyond(LAST_OF_ALPHABETS))),
            entry("evc-last-name-in-ascii-alone", namesRefused(List.of("last_name"), Value.beyond(LAST_OF_ASCII))),
            entry("evc-extra-member-500", failingOn("POST", 500, CreationDefects::hasExtra)),
            entry("evc-extra-member-422", failingOn("POST", 422, CreationDefects::hasExtra)));

    private CreationDefects() {}

    private static Variation refused(String member, String problem) {
        return creationRefused(members -> members.has(member), member, problem);
    }

    private static Variation everyThirdRefused() {
        return provider -> {
            AtomicInteger count = new AtomicInteger();
            return creationRefused(members -> count.incrementAndGet() % 3 == 0, "object_id", "can't be saved")
                    .vary(provider);
        };
    }

    private static Variation truthsRefused(List<String> members, Set<String> spellings) {
        return creationRefused(
                body -> members.stream()
                        .map(body::path)
                        .anyMatch(value -> spellings.stream()
                                .anyMatch(spelling -> is(spelling).test(value))),
                members.get(0),
                "is not a boolean");
    }

    private static Predicate<JsonNode> is(String text) {
        return value -> value.isString() && value.stringValue().equals(text);
    }

    private static Variation namesRefused(List<String> members, Predicate<JsonNode> when) {
        return creationRefused(
                body -> members.stream().map(body::path).anyMatch(when), members.get(0), "has invalid characters");
    }

    private static boolean hasExtra(ObjectNode members) {
        return members.propertyStream()
                .map(Map.Entry::getKey)
                .anyMatch(name ->
                        !TRUTHS.contains(name) && !DOCUMENTED.matcher(name).matches());
    }
}
