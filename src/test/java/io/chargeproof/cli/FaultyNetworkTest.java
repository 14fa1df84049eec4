package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of each kind over a bad network; the script {@code figures} makes thirty of each. */
@Tag("slow")
class FaultyNetworkTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1})
    void is_never_taken_for_a_fault_of_the_target(long seed) throws Exception {
        Written report = BadNetwork.run(folder, seed, List.of());

        assertThat(report.byOutcome()).doesNotContainKeys("violation", "harness-error");
        assertThat(report.conformance().path("leftovers").size()).isZero();
        boolean open = Stream.of("inconclusive", "not-tested")
                .anyMatch(outcome -> !BadNetwork.musts(report, outcome).isEmpty());
        assertThat(report.conformance().path("verdict").asString()).isEqualTo(open ? "incomplete" : "conforming");
        assertThat(report.conformance().path("exit-code").asInt()).isEqualTo(open ? 3 : 0);
    }

    @ParameterizedTest
    @CsvSource("5, oioi-token-not-checked, OIOI-AUTH-2")
    void hides_no_fault_of_the_target(long seed, String defect, String requirement) throws Exception {
        Written report = BadNetwork.run(folder, seed, List.of(defect));

        assertThat(report.conformance().path("verdict").asString()).isEqualTo("non-conforming");
        assertThat(report.byOutcome().get("violation")).contains(requirement);
    }
}
