package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.provider.Variation.ofCustomers;

import io.chargeproof.sandbox.customer.CreationRules;
import io.chargeproof.sandbox.provider.Variation;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Members of a new customer that take any value: a defect for each of those that have a plain form. */
final class UncheckedValueDefects {
    static final Map<String, Variation> BEHAVIOURS = Stream.of(
                    "email",
                    "invoice_email",
                    "country_code",
                    "invoice_country_code",
                    "time_zone",
                    "gender",
                    "receive_newsletters",
                    "mandate_accepted",
                    "agreement_condition",
                    "public_rechgroups",
                    "disabled_login",
                    "send_email")
            .collect(Collectors.toUnmodifiableMap(UncheckedValueDefects::id, UncheckedValueDefects::notChecked));

    private UncheckedValueDefects() {}

    private static String id(String member) {
        return "evc-" + member.replace('_', '-') + "-not-checked";
    }

    private static Variation notChecked(String member) {
        return ofCustomers(
                CreationRules.class,
                next -> members -> next.complaints(members).stream()
                        .filter(complaint -> !complaint.part().equals(member))
                        .toList());
    }
}
