package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.guard.RunPermission;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.ProfileReader;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every scenario passes on each adapter alone. */
class AdaptersTest {
    @ParameterizedTest
    @EnumSource(names = {"REST_ASSURED_ONLY", "JDK_ONLY"})
    void conforms_through(RunOptions.Adapters adapters) {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            RunReport report = new Run(options(sandbox, adapters), RunProgress.NONE).execute();

            assertThat(report.requirements().stream()
                            .filter(result -> result.outcome() != Outcome.CONFORMS
                                    && result.outcome() != Outcome.OBSERVATION
                                    && result.outcome() != Outcome.OUT_OF_SCOPE)
                            .map(RequirementResult::toString))
                    .isEmpty();
            assertThat(report.verdict()).isEqualTo(Verdict.CONFORMING);
            assertThat(report.scope().text()).isEqualTo("73 of 73 MUSTs");
        }
    }

    static RunOptions options(Sandbox sandbox, RunOptions.Adapters adapters) {
        RequirementCatalogue catalogue = RequirementCatalogue.shipped();
        Profile profile = new ProfileReader(catalogue, Clock.systemUTC())
                .parse(sandbox.profile(), "sandbox", Map.of())
                .profile()
                .withDepth(Depth.STANDARD);
        return new RunOptions(
                profile,
                new RunPermission(false, true),
                catalogue,
                Path.of("features"),
                List.of(),
                null,
                null,
                4,
                1,
                true,
                adapters,
                false,
                "test",
                null);
    }
}
