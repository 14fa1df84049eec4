package io.chargeproof.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.sandbox.SandboxCatalogue;
import io.chargeproof.sandbox.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the judge finds in the traffic of an ordinary client, and that it finds nothing where nothing is wrong. */
class OrdinaryTrafficTest {
    @Test
    void finds_nothing_wrong_where_nothing_is() {
        Judged judged = Judged.of(OrdinaryClient.session(List.of(), List.of()));

        assertThat(judged.broken()).isEmpty();
        assertThat(judged.with(Outcome.NOT_TESTED))
                .containsExactlyInAnyOrder("EVC-CLIENT-7", "EVC-CLIENT-10", "OIOI-CLIENT-10");
    }

    @ParameterizedTest
    @CsvSource({
        "evc-create-answers-201, EVC-HTTP-2",
        "oioi-phone-is-a-number, OIOI-GET-6",
        "oioi-city-in-capitals, OIOI-POST-5",
        "oioi-billing-name-not-stored, OIOI-POST-5"
    })
    void finds_defects_of_the_provider(String defect, String requirement) {
        Judged judged = Judged.of(OrdinaryClient.session(List.of(defect), List.of()));

        assertThat(judged.broken())
                .contains(requirement)
                .allSatisfy(id -> assertThat(id).doesNotContain("CLIENT"));
    }

    @Test
    void no_variant_of_a_provider_alarms() {
        Map<String, Object> alarms = new TreeMap<>();
        for (Variant variant : SandboxCatalogue.variants()) {
            Judged judged = Judged.of(OrdinaryClient.session(List.of(), List.of(variant.id())));
            if (!judged.broken().isEmpty()) {
                alarms.put(variant.id(), judged.broken());
            }
        }
        assertThat(alarms).isEmpty();
    }

    @Test
    void repeated_reads_and_retries_do_not_alarm() {
        List<Exchange> session = new ArrayList<>();
        for (Exchange each : OrdinaryClient.session(List.of(), List.of())) {
            session.add(each);
            session.add(new Exchange(
                    each.number(),
                    each.request(),
                    each.reply(),
                    1,
                    each.started().plusMillis(900),
                    each.duration()));
        }
        assertThat(Judged.of(session).broken()).isEmpty();
    }
}
