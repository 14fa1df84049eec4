package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.cli.LoopbackServer.Reply;
import io.chargeproof.cli.LoopbackServer.Request;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of the profile that only the target can show to be wrong: the first customer of a run does, before any scenario. */
class MisfitProfileTest {
    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.correct());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_value_that_the_target_refuses_by_name() throws IOException {
        try (LoopbackServer server = before((request, reply) -> request.body().contains("XX")
                ? Reply.json(400, "{\"data\":[\"country-code: XX is no country\"]}")
                : reply)) {
            Terminal terminal = run(at(server), "customer: {country_code: XX}");

            assertThat(terminal)
                    .isEqualTo(misfit(
                            "customer.country_code",
                            "is XX, which the target refuses: HTTP 400, {\"data\":[\"country-code: XX is no country\"]};"
                                    + " write a value that it takes"));
        }
    }

    @Test
    void a_value_of_an_update_that_the_target_refuses_by_name() throws IOException {
        Terminal terminal = run(sandbox.profile(), "update: {country_code: XX}");

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err()).contains("'evc-net.update.country_code' is XX, which the target refuses: HTTP 400");
    }

    @Test
    void a_refusal_of_a_value_that_the_profile_does_not_set_is_a_finding_with_the_advice_to_set_it()
            throws IOException {
        try (LoopbackServer server = before((request, reply) -> request.body().contains("TEST_ELECTRONIC")
                ? Reply.json(400, "{\"data\":{\"electronicInvoice\":\"unknown\"}}")
                : reply)) {
            Terminal terminal = run(at(server), "");

            assertThat(terminal.code()).isEqualTo(1);
            assertThat(terminal.out())
                    .contains("VIOLATION EVC-CREATE-1 (MUST)", """
                              found:    create isn't accepted: its answer names electronic_invoice; if the target wants another value, write it in
                                        the profile under evc-net.customer.electronic_invoice
                            """)
                    .doesNotContain("EVC-AUTH-1 (MUST)");
        }
    }

    @Test
    void a_value_of_the_profile_holds_in_updates_too() throws IOException {
        try (LoopbackServer server = before((request, reply) -> request.body().contains("TEST_ELECTRONIC")
                ? Reply.json(400, "{\"data\":{\"electronic_invoice\":\"unknown\"}}")
                : reply)) {
            Terminal terminal = run(at(server), "customer: {electronic_invoice: EMAIL}");

            assertThat(terminal.code()).isZero();
        }
    }

    @Test
    void a_path_of_the_id_that_names_nothing() throws IOException {
        Terminal terminal = run(sandbox.profile(), "customer-id-path: data.id");

        assertThat(terminal)
                .isEqualTo(misfit(
                        "customer-id-path",
                        "is data.id, which names no text or number in the answer to a create; it has"
                                + " data.customer_id"));
    }

    @Test
    void a_path_of_the_id_that_names_an_object() throws IOException {
        Terminal terminal = run(sandbox.profile(), "customer-id-path: data");

        assertThat(terminal)
                .isEqualTo(misfit(
                        "customer-id-path",
                        "is data, which names no text or number in the answer to a create; it has"
                                + " data.customer_id"));
    }

    @Test
    void a_path_of_an_id_that_no_update_takes() throws IOException {
        try (LoopbackServer server = before((request, reply) ->
                Reply.json(reply.status(), reply.body().replace("\"data\":{", "\"data\":{\"object_id\":\"CP1\",")))) {
            Terminal terminal = run(at(server), "customer-id-path: data.object_id");

            assertThat(terminal)
                    .isEqualTo(misfit(
                            "customer-id-path",
                            "is data.object_id, by which no update finds the customer; by data.customer_id one does"));
        }
    }

    private Terminal misfit(String key, String problem) {
        return new Terminal(
                2, "", "chargeproof: " + folder.resolve("target.yaml") + ":4: 'evc-net." + key + "' " + problem + "\n");
    }

    private LoopbackServer before(BiFunction<Request, Reply, Reply> change) {
        Function<Request, Reply> right = LoopbackServer.passingTo(sandbox.baseUrl());
        return LoopbackServer.answering(request -> change.apply(request, right.apply(request)));
    }

    private String at(LoopbackServer server) {
        return sandbox.profile()
                .replace(sandbox.baseUrl().toString(), server.address().toString());
    }

    private Terminal run(String profile, String line) throws IOException {
        String with = profile.replaceFirst("(?s)\noioi:.*?\nlimits", "\nlimits")
                .replaceFirst("\nevc-net:\n", "\nevc-net:\n  " + line + "\n");
        return Terminal.runIn(folder, with, "--depth", "smoke", "--skip-html");
    }
}
