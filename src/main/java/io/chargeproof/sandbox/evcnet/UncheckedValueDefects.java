package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import java.util.List;

/** Members of a new customer that take any value: a defect for each of those that have a plain form. */
final class UncheckedValueDefects {
    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            unchecked("email", "A create takes any email; the example has an address there."),
            unchecked("invoice_email", "A create takes any invoice_email; the example has an address there."),
            unchecked("country_code", "A create takes any country_code; the example has two letters there."),
            unchecked(
                    "invoice_country_code",
                    "A create takes any invoice_country_code; the example has two letters there."),
            unchecked("time_zone", "A create takes any time zone; the example has the form of a zone's name."),
            unchecked("gender", "A create takes any gender; the example has one letter of a known few."),
            unchecked(
                    "receive_newsletters",
                    "A create takes anything for receive_newsletters; the example has a boolean."),
            unchecked("mandate_accepted", "A create takes anything for mandate_accepted; the example has a boolean."),
            unchecked(
                    "agreement_condition",
                    "A create takes anything for agreement_condition; the example has a boolean."),
            unchecked("public_rechgroups", "A create takes anything for public_rechgroups; the example has a boolean."),
            unchecked("disabled_login", "A create takes anything for disabled_login; the example has a boolean."),
            unchecked("send_email", "A create takes anything for send_email; the example has a boolean."));

    private UncheckedValueDefects() {}

    private static Deviation<CustomerRecords> unchecked(String member, String sentence) {
        return defect("evc-" + member.replace('_', '-') + "-not-checked")
                .breaks("EVC-CREATE-7")
                .says(sentence)
                .by(notChecked(member));
    }

    private static Variation<CustomerRecords> notChecked(String member) {
        return ofCustomers(
                CreationRules.class,
                next -> members -> next.complaints(members).stream()
                        .filter(complaint -> !complaint.part().equals(member))
                        .toList());
    }
}
