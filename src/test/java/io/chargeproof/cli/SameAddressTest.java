package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A target that has the address of one that is gone gets nothing that was that one's. */
class SameAddressTest {
    private static final ObjectNode STRANGE =
            JsonMapper.shared().createObjectNode().put("first-name", "Somebody").put("last-name", "Else");

    @TempDir
    Path folder;

    @Test
    void details_of_a_sandbox_that_is_gone_are_not_put_onto_the_next() throws IOException {
        try (LeftBehind target = new LeftBehind(folder)) {
            List<String> before = target.users();
            target.leaveUnrestored("sandbox", "sandbox", STRANGE);

            Terminal run = run(target);

            assertThat(run.code()).isZero();
            assertThat(target.users()).isEqualTo(before);
            assertThat(target.files(".users.jsonl")).isEmpty();
        }
    }

    @Test
    void details_of_a_target_of_another_name_or_kind_stay_in_custody() throws IOException {
        try (LeftBehind target = new LeftBehind(folder)) {
            List<String> before = target.users();
            target.leaveUnrestored("acceptance", "acceptance", STRANGE);

            Terminal run = run(target);
            Terminal restore =
                    Terminal.run("restore", "--profile", target.profile().toString(), "--custody", target.custody());

            assertThat(run.code()).isZero();
            assertThat(restore.code()).isEqualTo(3);
            assertThat(restore.out())
                    .contains("Still to put back: run gone at ")
                    .contains("; give its --profile");
            assertThat(target.users()).isEqualTo(before);
            assertThat(target.files(".users.jsonl")).hasSize(1);
        }
    }

    private Terminal run(LeftBehind target) throws IOException {
        return Terminal.run(
                "run",
                "--skip-html",
                "--depth",
                "smoke",
                "--tags",
                "@oioi",
                "--profile",
                target.profile().toString(),
                "--custody",
                target.custody(),
                "--reports",
                folder.resolve("reports").toString());
    }
}
