package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.creationRefused;
import static io.chargeproof.sandbox.evcnet.CustomerDeviations.failingOn;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.Value;
import io.chargeproof.sandbox.provider.Deviation;
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

    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-create-without-reimbursement")
                    .breaks("EVC-CREATE-1")
                    .says("A create with a reimbursement_mode is refused; the example has one.")
                    .by(refused("reimbursement_mode", "is not a member of a customer")),
            defect("evc-create-without-invoice-extension")
                    .breaks("EVC-CREATE-1")
                    .says("A create with an extension to the invoice's street number is refused; the example "
                            + "has one.")
                    .by(refused("invoice_street_number_ext", "is not a member of a customer")),
            defect("evc-create-of-few-members")
                    .breaks("EVC-CREATE-1")
                    .says("A create of more than forty members is refused; the example has 44.")
                    .by(creationRefused(members -> members.size() > 40, "body", "has too many members")),
            defect("evc-create-wants-a-card")
                    .breaks("EVC-CREATE-1")
                    .says("A create without a card_list is refused; the example has none.")
                    .by(creationRefused(members -> !members.has("card_list"), "card_list", "is missing")),
            defect("evc-third-create-refused")
                    .breaks("EVC-CREATE-1")
                    .says("Every third create is refused; nothing is wrong with it.")
                    .by(everyThirdRefused()),
            defect("evc-booleans-in-strings-refused")
                    .breaks("EVC-CREATE-4")
                    .says("Booleans have to be JSON's own; the example writes them in quotes.")
                    .by(truthsRefused(TRUTHS, Set.of("true", "false"))),
            defect("evc-true-in-string-refused")
                    .breaks("EVC-CREATE-4")
                    .says("A mandate_accepted of \"true\" is refused; the example has that very value.")
                    .by(truthsRefused(List.of("mandate_accepted"), Set.of("true"))),
            defect("evc-false-in-string-refused")
                    .breaks("EVC-CREATE-4")
                    .says("A disabled_login of \"false\" is refused; the example has that very value.")
                    .by(truthsRefused(List.of("disabled_login"), Set.of("false"))),
            defect("evc-send-email-true-500")
                    .breaks("EVC-CREATE-4")
                    .says("A send_email of \"true\" gets 500; the example writes booleans in quotes.")
                    .by(failingOn("POST", 500, Value.of("send_email", is("true")))),
            defect("evc-public-groups-true-refused")
                    .breaks("EVC-CREATE-4")
                    .says("A public_rechgroups of \"true\" is refused; the example writes booleans in quotes.")
                    .by(truthsRefused(List.of("public_rechgroups"), Set.of("true"))),
            defect("evc-names-in-ascii-alone")
                    .breaks("EVC-CREATE-9")
                    .says("A create whose names or places have a letter beyond ASCII is refused; JSON is in "
                            + "UTF-8, which has them all.")
                    .by(namesRefused(NAMES, Value.beyond(LAST_OF_ASCII))),
            defect("evc-names-in-latin-1-alone")
                    .breaks("EVC-CREATE-9")
                    .says("A create whose names have a letter beyond Latin-1 is refused; JSON is in UTF-8, "
                            + "which has them all.")
                    .by(namesRefused(List.of("first_name", "last_name"), Value.beyond(LAST_OF_LATIN_1))),
            defect("evc-names-in-alphabets-alone")
                    .breaks("EVC-CREATE-9")
                    .says("A create whose names are in Chinese characters is refused; JSON is in UTF-8, which "
                            + "has them all.")
                    .by(namesRefused(List.of("first_name", "last_name"), Value.beyond(LAST_OF_ALPHABETS))),
            defect("evc-last-name-in-ascii-alone")
                    .breaks("EVC-CREATE-9")
                    .says("A create whose last name has a letter beyond ASCII is refused; JSON is in UTF-8, "
                            + "which has them all.")
                    .by(namesRefused(List.of("last_name"), Value.beyond(LAST_OF_ASCII))),
            defect("evc-extra-member-500")
                    .breaks("EVC-CREATE-11")
                    .says("A create with a member that isn't documented gets 500; the status table has 200 and 400.")
                    .by(failingOn("POST", 500, CreationDefects::hasExtra)),
            defect("evc-extra-member-422")
                    .breaks("EVC-CREATE-11")
                    .says("A create with a member that isn't documented gets 422; the status table has 200 and 400.")
                    .by(failingOn("POST", 422, CreationDefects::hasExtra)));

    private CreationDefects() {}

    private static Variation<CustomerRecords> refused(String member, String problem) {
        return creationRefused(members -> members.has(member), member, problem);
    }

    private static Variation<CustomerRecords> everyThirdRefused() {
        return service -> {
            AtomicInteger count = new AtomicInteger();
            return creationRefused(members -> count.incrementAndGet() % 3 == 0, "object_id", "can't be saved")
                    .vary(service);
        };
    }

    private static Variation<CustomerRecords> truthsRefused(List<String> members, Set<String> spellings) {
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

    private static Variation<CustomerRecords> namesRefused(List<String> members, Predicate<JsonNode> when) {
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
