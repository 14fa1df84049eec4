package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.cli.Wayside.Deed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Cuts off runs in processes of their own at chosen requests, and looks what is left at the target and in custody. */
@Tag("slow")
class CutOffRunTest {
    private static final String TAGS = "@OIOI-POST-1 or @OIOI-POST-18 or @EVC-CREATE-1 or @EVC-CREATE-3 or @EVC-CARD-1";

    private final CompletableFuture<Process> run = new CompletableFuture<>();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final AtomicInteger met = new AtomicInteger();

    @TempDir
    Path folder;

    private LeftBehind left;
    private List<String> before = List.of();

    @BeforeEach
    void look() {
        left = new LeftBehind(folder);
        before = left.users();
    }

    @AfterEach
    void stop() {
        left.close();
    }

    @ParameterizedTest
    @CsvSource({
        "user-post-details, 1",
        "user-post-details, 3",
        "POST /api/rest/customer, 2",
        "card_external_id, 1",
    })
    void a_killed_run_is_put_back_by_restore(String request, int times) throws Exception {
        try (Wayside wayside =
                left.wayside((head, body) -> cutAt(request, times, head + body, Process::destroyForcibly))) {
            assertThat(exitCodeOfRun(wayside)).isEqualTo(137);
            cut.set(false);
            met.set(Integer.MIN_VALUE);

            assertThat(left.restore()).isZero();
            assertThat(left.users()).isEqualTo(before);
            assertThat(left.files(".users.jsonl")).isEmpty();
            assertThat(left.listed()).containsAll(wayside.created());

            assertThat(left.restore()).isZero();
            assertThat(left.users()).isEqualTo(before);
        }
    }

    @Test
    void a_killed_run_is_put_back_by_the_next() throws Exception {
        try (Wayside wayside = left.wayside((head, body) -> cutOnceChanged())) {
            assertThat(exitCodeOfRun(wayside)).isEqualTo(137);
            assertThat(left.users()).isNotEqualTo(before);
            assertThat(left.files(".users.jsonl")).hasSize(1);
            cut.set(false);
            met.set(Integer.MAX_VALUE);

            assertThat(left.start(left.profile(wayside), "--tags", TAGS).waitFor())
                    .isZero();
            assertThat(left.users()).isEqualTo(before);
            assertThat(left.files(".users.jsonl")).isEmpty();
        }
    }

    @Test
    void a_run_that_is_told_to_stop_puts_back_itself() throws Exception {
        try (Wayside wayside = left.wayside((head, body) -> toldAt("user-post-details", 3, head + body))) {
            assertThat(exitCodeOfRun(wayside)).isEqualTo(143);

            assertThat(left.users()).isEqualTo(before);
            assertThat(left.files(".users.jsonl")).isEmpty();
            assertThat(left.files(".lease")).isEmpty();
            assertThat(left.listed()).containsAll(wayside.created());
            assertThat(Files.readString(left.output()))
                    .containsSubsequence(
                            "stopped; what the run had changed was put back",
                            "incomplete: ",
                            "decided; it was stopped before the end",
                            "the run was stopped before it had ended",
                            "Report: ");
            JsonNode written = Written.latestIn(folder.resolve("reports")).conformance();
            assertThat(written.path("run").path("ended").asString()).isEqualTo("stopped");
            assertThat(written.path("counts").path("not-tested").asInt()).isPositive();
        }
    }

    @Test
    void a_run_whose_time_is_over_ends_with_what_it_decided() throws Exception {
        try (Wayside wayside = left.wayside((head, body) -> Deed.PASS)) {
            Process process = left.start(left.profile(wayside), "--max-time", "1s");

            assertThat(process.waitFor()).isEqualTo(3);
            assertThat(left.users()).isEqualTo(before);
            assertThat(left.files(".lease")).isEmpty();
            JsonNode written = Written.latestIn(folder.resolve("reports")).conformance();
            assertThat(written.path("run").path("ended").asString()).isEqualTo("max-time");
            assertThat(written.path("verdict").asString()).isEqualTo("incomplete");
            assertThat(Files.readString(left.output()))
                    .contains("decided; its --max-time was over before the end")
                    .contains("--max-time of 1 s was over");
        }
    }

    @Test
    void a_second_run_on_the_same_accounts_is_refused() throws Exception {
        CompletableFuture<Integer> second = new CompletableFuture<>();
        try (Wayside wayside = left.wayside((head, body) -> {
            if ((head + body).contains("user-post-details") && met.incrementAndGet() == 1) {
                second.complete(
                        Main.execute("run", "--profile", folder + "/profile.yaml", "--custody", left.custody()));
            }
            return Deed.PASS;
        })) {
            assertThat(exitCodeOfRun(wayside)).isZero();
            assertThat(second.join()).isEqualTo(2);
        }
    }

    /** The request is carried out, its answer lost, and the run cut off; of what else is under way nothing arrives. */
    private Deed cutAt(String request, int times, String text, Consumer<Process> how) {
        if (text.contains(request) && met.incrementAndGet() == times) {
            cut.set(true);
            how.accept(run.join());
            return Deed.LOSE_ANSWER;
        }
        return cut.get() ? Deed.RESET : Deed.PASS;
    }

    /** The run is cut off at the first request after it changed a user. */
    private synchronized Deed cutOnceChanged() {
        if (met.get() == 0 && !left.users().equals(before)) {
            met.set(1);
            cut.set(true);
            run.join().destroyForcibly();
        }
        return cut.get() ? Deed.RESET : Deed.PASS;
    }

    private Deed toldAt(String request, int times, String text) {
        if (text.contains(request) && met.incrementAndGet() == times) {
            run.join().destroy();
        }
        return Deed.PASS;
    }

    private int exitCodeOfRun(Wayside wayside) throws Exception {
        Process process = left.start(left.profile(wayside), "--tags", TAGS);
        run.complete(process);
        int code = process.waitFor();
        wayside.settle();
        return code;
    }
}
