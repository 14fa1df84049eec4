package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.cli.LoopbackServer.Reply;
import io.chargeproof.cli.LoopbackServer.Request;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One fault of a target on which much depends: it is found on its own requirement, and what depends on it isn't tested. */
class OneCauseTest {
    private static final String EXCEPT_SWEEPS = "not @hostile";

    @TempDir
    Path folder;

    @Test
    void a_customer_that_cannot_be_addressed_is_a_fault_of_its_id() throws IOException {
        Terminal terminal = run("--defect", "evc-id-of-another-table", "--tags", "@evc-net and " + EXCEPT_SWEEPS);

        assertThat(terminal.code()).isEqualTo(1);
        assertThat(violations()).containsExactly("EVC-CREATE-2");
        assertThat(terminal.out())
                .contains("the run's own customer can't be addressed: no update is accepted with the id from");
    }

    @Test
    void a_token_that_stops_being_accepted_is_a_fault_of_its_own() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        Reply refusal = Reply.json(403, "{\"data\":[\"Incorrect key\"]}");
        Terminal terminal = at(
                (request, reply) -> requests.incrementAndGet() > 40 && reply.status() < 400 ? refusal : reply,
                "--tags",
                "@evc-net and " + EXCEPT_SWEEPS);

        assertThat(violations()).containsExactly("EVC-AUTH-1");
        assertThat(terminal.out())
                .contains(
                        "the right token isn't accepted any more: an update that was accepted before got HTTP 403 (see EVC-AUTH-1)");
    }

    @Test
    void a_primary_user_who_cannot_be_read_by_username() throws IOException {
        Terminal terminal = at(
                (request, reply) -> request.body().contains("\"identifier-type\":\"username\"")
                                && request.body().contains("get-details")
                                && reply.status() == 200
                        ? Reply.json(401, "{\"result\":{\"code\":140,\"message\":\"Authentication failed\"}}")
                        : reply,
                "--tags",
                "@oioi and " + EXCEPT_SWEEPS);

        assertThat(violations()).containsExactly("OIOI-GET-1");
        assertThat(terminal.out())
                .contains("the primary user can't be read by username: HTTP 401, result code 140 (see OIOI-GET-1)");
    }

    private List<String> violations() {
        return Written.latestIn(folder.resolve("reports")).byOutcome().getOrDefault("violation", List.of());
    }

    private Terminal at(BiFunction<Request, Reply, Reply> change, String... options) throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            Function<Request, Reply> right = LoopbackServer.passingTo(sandbox.baseUrl());
            try (LoopbackServer server =
                    LoopbackServer.answering(request -> change.apply(request, right.apply(request)))) {
                String profile = sandbox.profile()
                        .replace(sandbox.baseUrl().toString(), server.address().toString());
                Path file = Files.writeString(folder.resolve("target.yaml"), profile);
                Stream<String> own = Stream.of(
                        "--profile", file.toString(), "--custody", folder + "/custody", "--depth", "standard");
                return run(Stream.concat(own, Stream.of(options)).toArray(String[]::new));
            }
        }
    }

    private Terminal run(String... options) {
        Stream<String> own = Stream.of("run", "--skip-html", "--reports", folder + "/reports");
        return Terminal.run(Stream.concat(own, Stream.of(options)).toArray(String[]::new));
    }
}
