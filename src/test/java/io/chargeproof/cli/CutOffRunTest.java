package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.cli.Wayside.Deed;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cuts off runs in processes of their own at chosen requests, and looks what is left at the target and in custody. */
class CutOffRunTest {
    private static final String TAGS = "@OIOI-POST-1 or @OIOI-POST-18 or @EVC-CREATE-1 or @EVC-CREATE-3 or @EVC-CARD-1";
    private static final Pattern USER = Pattern.compile("username: \"([^\"]+)\"\\s+token: \"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("api-key: \"([^\"]+)\"");

    private final Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), List.of()));
    private final CompletableFuture<Process> run = new CompletableFuture<>();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final AtomicInteger met = new AtomicInteger();

    @TempDir
    Path folder;

    private List<String> before = List.of();

    @BeforeEach
    void look() {
        before = users();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "user-post-details, 1",
        "user-post-details, 3",
        "POST /api/rest/customer, 2",
        "card_external_id, 1",
    })
    void a_killed_run_is_put_back_by_restore(String request, int times) throws Exception {
        try (Wayside wayside = new Wayside(
                sandbox.baseUrl(), (head, body) -> cutAt(request, times, head + body, Process::destroyForcibly))) {
            assertThat(exitCodeOfRun(wayside)).isEqualTo(137);
            cut.set(false);
            met.set(Integer.MIN_VALUE);

            assertThat(restore()).isZero();
            assertThat(users()).isEqualTo(before);
            assertThat(files(".users.jsonl")).isEmpty();
            assertThat(listed()).containsAll(wayside.created());

            assertThat(restore()).isZero();
            assertThat(users()).isEqualTo(before);
        }
    }

    @Test
    void a_killed_run_is_put_back_by_the_next() throws Exception {
        try (Wayside wayside = new Wayside(sandbox.baseUrl(), (head, body) -> cutOnceChanged())) {
            assertThat(exitCodeOfRun(wayside)).isEqualTo(137);
            assertThat(users()).isNotEqualTo(before);
            assertThat(files(".users.jsonl")).hasSize(1);
            cut.set(false);
            met.set(Integer.MAX_VALUE);

            assertThat(start(profile(wayside)).waitFor()).isZero();
            assertThat(users()).isEqualTo(before);
            assertThat(files(".users.jsonl")).isEmpty();
        }
    }

    @Test
    void a_run_that_is_told_to_stop_puts_back_itself() throws Exception {
        try (Wayside wayside =
                new Wayside(sandbox.baseUrl(), (head, body) -> toldAt("user-post-details", 3, head + body))) {
            assertThat(exitCodeOfRun(wayside)).isEqualTo(143);

            assertThat(users()).isEqualTo(before);
            assertThat(files(".users.jsonl")).isEmpty();
            assertThat(files(".lease")).isEmpty();
            assertThat(listed()).containsAll(wayside.created());
            assertThat(Files.readString(folder.resolve("output.txt")))
                    .contains("stopped; what the run had changed was put back");
        }
    }

    @Test
    void a_second_run_on_the_same_accounts_is_refused() throws Exception {
        CompletableFuture<Integer> second = new CompletableFuture<>();
        try (Wayside wayside = new Wayside(sandbox.baseUrl(), (head, body) -> {
            if ((head + body).contains("user-post-details") && met.incrementAndGet() == 1) {
                second.complete(Main.execute("run", "--profile", folder + "/profile.yaml", "--custody", custody()));
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
        if (met.get() == 0 && !users().equals(before)) {
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
        Process process = start(profile(wayside));
        run.complete(process);
        int code = process.waitFor();
        wayside.settle();
        return code;
    }

    private Path profile(Wayside wayside) throws IOException {
        String text = sandbox.profile()
                .replace(sandbox.baseUrl().toString(), wayside.address().toString());
        return Files.writeString(folder.resolve("profile.yaml"), text);
    }

    private Process start(Path profile) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "run"));
        command.addAll(List.of("--profile", profile.toString(), "--custody", custody(), "--tags", TAGS));
        command.addAll(List.of("--reports", folder.resolve("reports").toString(), "--skip-html", "--threads", "2"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }

    private int restore() {
        return Main.execute("restore", "--profile", folder + "/profile.yaml", "--custody", custody());
    }

    private String custody() {
        return folder.resolve("custody").toString();
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.list(Path.of(custody()))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private List<String> listed() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Path list : files(".csv")) {
            Files.readAllLines(list).stream()
                    .skip(1)
                    .map(line -> line.split(",")[0])
                    .forEach(ids::add);
        }
        return ids;
    }

    /** What the sandbox itself says of its users. */
    private List<String> users() {
        Matcher key = KEY.matcher(sandbox.profile());
        assertThat(key.find()).isTrue();
        List<String> users = new ArrayList<>();
        for (Matcher user = USER.matcher(sandbox.profile()); user.find(); ) {
            String call = "{\"user-get-details\":{\"user\":{\"identifier-type\":\"username\",\"identifier\":\""
                    + user.group(1) + "\",\"token\":\"" + user.group(2) + "\"}}}";
            HttpRequest request = HttpRequest.newBuilder(sandbox.oioiEndpoint())
                    .header("Authorization", "key=" + key.group(1))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(call))
                    .build();
            users.add(HttpClient.newHttpClient()
                    .sendAsync(request, BodyHandlers.ofString())
                    .join()
                    .body());
        }
        return users;
    }
}
