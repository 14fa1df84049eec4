package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The customer who keeps cards is looked at before any card is sent. */
class CardCustomerTest {
    private static final String UNKNOWN =
            "is 1, whom the target doesn't know: it answers to an empty update as to one of"
                    + " nobody, HTTP 400, {\"status\":\"error\",\"message\":\"Generic error\",\"data\":[{\"field\":\"customerId\",\"error\":"
                    + "\"belongs to no customer\"}]}";

    @TempDir
    Path folder;

    @Test
    void who_is_not_there_ends_a_run_with_the_line_of_the_profile() throws IOException {
        try (Sandbox sandbox = sandbox()) {
            Path profile = profile(sandbox, "1");

            Terminal run = run(profile);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .contains(profile + ":6: 'evc-net.card-customer' " + UNKNOWN
                            + "; write the id of a customer that was made for tests");
        }
    }

    @Test
    void who_is_not_there_is_found_by_the_doctor() throws IOException {
        try (Sandbox sandbox = sandbox()) {
            Terminal unknown = doctor(profile(sandbox, "1"));
            Terminal known = doctor(profile(sandbox, sandbox.newCustomer()));

            assertThat(unknown.code()).isEqualTo(2);
            assertThat(unknown.out()).contains("WRONG   evc-net.card-customer: " + UNKNOWN + """

                            write the id of a customer that was made for tests
                    """);
            assertThat(known.code()).isZero();
            assertThat(known.out())
                    .contains(
                            "ok      evc-net.card-customer: known\n",
                            "ok      evc-net.cards: none spent, since evc-net.card-customer gets the same ones again and"
                                    + " again\n");
        }
    }

    @Test
    void who_is_there_is_not_denied_by_a_target_that_refuses_empty_updates_alike() throws IOException {
        List<String> variants = List.of("evc-empty-update-is-refused", "evc-empty-card-list-is-refused");
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), variants))) {
            Path profile = profile(sandbox, sandbox.newCustomer());

            assertThat(run(profile).code()).isZero();
            assertThat(doctor(profile).code()).isZero();
        }
    }

    private Terminal run(Path profile) {
        return Terminal.run(
                "run",
                "--skip-html",
                "--depth",
                "smoke",
                "--profile",
                profile.toString(),
                "--custody",
                folder.resolve("custody").toString(),
                "--reports",
                folder.resolve("reports").toString(),
                "--tags",
                "@EVC-CARD-1");
    }

    private Terminal doctor(Path profile) {
        return Terminal.run(
                "doctor",
                "--profile",
                profile.toString(),
                "--custody",
                folder.resolve("custody").toString());
    }

    private static Sandbox sandbox() {
        return Sandbox.start(new SandboxOptions(0, List.of(), List.of()));
    }

    private Path profile(Sandbox sandbox, String customer) throws IOException {
        String text =
                sandbox.profile().replace("  email-domain:", "  card-customer: \"" + customer + "\"\n  email-domain:");
        return Files.writeString(
                folder.resolve("profile.yaml"),
                text.substring(0, text.indexOf("oioi:")) + text.substring(text.indexOf("limits:")));
    }
}
