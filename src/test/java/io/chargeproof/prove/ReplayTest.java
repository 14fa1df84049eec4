package io.chargeproof.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.requirement.RequirementId;
import io.chargeproof.sandbox.Defect;
import io.chargeproof.sandbox.SandboxCatalogue;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    private static final String SHOWN = "shown, and not by the clean sandbox";

    private final ReplayFigures figures = new ReplayFigures();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evc-second-update-refused",
                "oioi-same-post-clears-vat",
                "oioi-log-in-token-of-nobody",
                "oioi-zero-stored-as-null"
            })
    void what_is_printed_of_a_finding_shows_the_fault_in_a_shell(String defect) {
        assertThat(figures.replay(defect(defect)).words()).isEqualTo(SHOWN);
    }

    @Test
    @Tag("slow")
    void what_is_printed_shows_a_fault_of_every_requirement() {
        Set<RequirementId> seen = new HashSet<>();
        Map<String, String> others = new TreeMap<>();
        for (Defect defect : SandboxCatalogue.defects()) {
            if (seen.add(defect.requirement())) {
                String words = figures.replay(defect).words();
                if (!words.equals(SHOWN)) {
                    others.put(defect.id(), words);
                }
            }
        }

        assertThat(others).isEmpty();
    }

    private static Defect defect(String id) {
        return SandboxCatalogue.defects().stream()
                .filter(defect -> defect.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
