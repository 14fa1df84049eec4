package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that overlap on the same users blame no target, and leave the users as they were. */
@Tag("slow")
class TwoRunsOnOneAccountTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, 700})
    void blame_no_target_and_put_users_back(long milliseconds) throws IOException {
        PairOfRuns came = PairOfRuns.of(
                folder,
                Duration.ofMillis(milliseconds),
                "--tags",
                "(@OIOI-POST-5 or @OIOI-POST-14 or @OIOI-GET-18) and not @hostile");

        assertThat(came.violations()).isEmpty();
        assertThat(came.usersAsBefore()).isTrue();
        assertThat(came.first()).isIn(0, 2, 3);
        assertThat(came.second()).isIn(0, 2, 3);
    }
}
