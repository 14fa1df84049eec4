package io.chargeproof.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.contract.matching.Mismatch;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.sandbox.Defect;
import io.chargeproof.sandbox.SandboxCatalogue;
import io.chargeproof.sandbox.Variant;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the sandbox to the pacts, and the pacts to what the documents leave open. */
class SandboxContractsTest {
    /** What these consumers rely on beyond the documents: codes written as whole numbers, and a form with nothing in it. */
    private static final Set<String> BEYOND_THE_DOCUMENTS = Set.of("oioi-codes-as-decimals", "oioi-all-nulls-refused");

    @ParameterizedTest
    @ValueSource(strings = {ProviderAddress.CUSTOMER_API, ProviderAddress.USER_API})
    void are_kept(String provider) {
        List<VerifiedInteraction> verified = Commands.verified(provider, List.of(), List.of());
        assertThat(Commands.faults(verified)).isEmpty();
        VerificationReport report =
                new VerificationReport(RequirementCatalogue.shipped(), verified, List.of(), List.of());
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMING);
        assertThat(report.exitCode()).isZero();
    }

    @TestFactory
    Stream<DynamicTest> are_kept_however_the_sandbox_differs() {
        return SandboxCatalogue.variants().stream()
                .map(Variant::id)
                .map(id -> dynamicTest(id, () -> {
                    String provider = id.startsWith("evc") ? ProviderAddress.CUSTOMER_API : ProviderAddress.USER_API;
                    List<String> faults = Commands.faults(Commands.verified(provider, List.of(), List.of(id)));
                    if (BEYOND_THE_DOCUMENTS.contains(id)) {
                        assertThat(faults).isNotEmpty();
                    } else {
                        assertThat(faults).isEmpty();
                    }
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "evc-create-answers-201, evc-net-customer-api, a create with all documented members, status",
        "evc-token-not-checked-on-put, evc-net-customer-api, an update with a wrong token, status",
        "evc-400-without-data, evc-net-customer-api, a create whose body isn't an object, $.data",
        "oioi-failure-500, oioi-user-api, a wrong user token isn't authenticated, status",
        "oioi-code-in-string, oioi-user-api, 'nulls are taken', $.result.code",
        "oioi-token-not-checked, oioi-user-api, a wrong user token isn't authenticated, $.result.code",
        "oioi-country-by-name, oioi-user-api, by username and token, $.user.address.country",
        "oioi-vat-not-validated, oioi-user-api, a VAT number of the wrong format, $.user-post-details"
    })
    void are_broken_by(String defect, String provider, String interaction, String place) {
        List<VerifiedInteraction> verified = Commands.verified(provider, List.of(defect), List.of());
        assertThat(verified)
                .filteredOn(each -> each.outcome() == Outcome.VIOLATION)
                .anySatisfy(each -> {
                    assertThat(each.interaction().description()).contains(interaction);
                    assertThat(each.mismatches()).extracting(Mismatch::place).contains(place);
                });
        VerificationReport report =
                new VerificationReport(RequirementCatalogue.shipped(), verified, List.of(), List.of());
        assertThat(report.exitCode()).isEqualTo(1);
    }

    /** A contract that names a requirement sees a defect of it; of which, the requirement's scenarios see the others. */
    @TestFactory
    Stream<DynamicTest> are_broken_by_a_defect_of_each_requirement_that_they_name() {
        return Stream.of(ProviderAddress.CUSTOMER_API, ProviderAddress.USER_API)
                .flatMap(provider -> named(provider).stream()
                        .map(id -> dynamicTest(
                                id.value(),
                                () -> assertThat(defects(id)).anyMatch(defect -> breaks(defect, provider, id)))));
    }

    private static Set<RequirementId> named(String provider) {
        return Commands.verification(provider, URI.create("http://127.0.0.1:1")).plan().stream()
                .flatMap(each -> each.requirements().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> defects(RequirementId requirement) {
        return SandboxCatalogue.defects().stream()
                .filter(defect -> defect.requirement().equals(requirement))
                .map(Defect::id)
                .toList();
    }

    private static boolean breaks(String defect, String provider, RequirementId requirement) {
        return Commands.verified(provider, List.of(defect), List.of()).stream()
                .filter(each -> each.requirements().contains(requirement))
                .anyMatch(each -> each.outcome() == Outcome.VIOLATION);
    }

    @Test
    void say_which_member_isnt_as_promised() {
        List<VerifiedInteraction> verified =
                Commands.verified(ProviderAddress.USER_API, List.of("oioi-failure-500"), List.of());
        assertThat(verified.stream().flatMap(each -> each.mismatches().stream()).map(Mismatch::inWords))
                .contains("status: it is to be HTTP 4xx or HTTP 200, and it is HTTP 500");
    }
}
