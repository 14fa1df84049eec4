package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that may create no more customers than a profile allows that says nothing of it. */
class FewCustomersTest {
    private static final int MOST = 10;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void decide_everything_and_send_all_that_has_to_be_refused(int threads) throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            String profile = sandbox.profile()
                    .replace("max-customers: 100000", "max-customers: " + MOST)
                    .replace("depth: full", "depth: standard");
            Path file = Files.writeString(folder.resolve("profile.yaml"), profile);

            Terminal terminal = Terminal.run(
                    "run",
                    "--skip-html",
                    "--tags",
                    "@evc-net",
                    "--threads",
                    Integer.toString(threads),
                    "--custody",
                    folder + "/custody",
                    "--profile",
                    file.toString(),
                    "--reports",
                    folder + "/reports");

            assertThat(terminal.code()).isZero();
            Written written = Written.latestIn(folder.resolve("reports"));
            // Odd bodies that a lax target takes come last as a rule, yet which scenario is last is up to the threads.
            assertThat(unsent(written))
                    .contains("EVC-HTTP-2", "EVC-HTTP-5")
                    .isSubsetOf("EVC-HTTP-2", "EVC-HTTP-5", "EVC-CREATE-5");
            assertThat(created(written)).isLessThanOrEqualTo(MOST);
        }
    }

    /** The requirements for which some requests that any target may take weren't sent. */
    private static List<String> unsent(Written written) {
        return written.requirements().stream()
                .filter(each -> each.path("observations")
                        .toString()
                        .contains(" were sent: limits.max-customers has none to spare for more"))
                .map(each -> each.path("id").asString())
                .toList();
    }

    private static int created(Written written) {
        return written.codes("evc-net").stream()
                .filter(each -> each.path("operation").asString().equals("create")
                        && each.path("status").asInt() == 200)
                .mapToInt(each -> each.path("count").asInt())
                .sum();
    }
}
