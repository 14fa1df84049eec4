package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Users that another run has, or whose own details the target doesn't take back. */
class AccountsOfOthersTest {
    private static final String KEY = "cpsandbox-8e21c9d4-77b0-4f5a-9c36-0b6d2fe1a854";
    private static final String ANNEKE =
            "{\"identifier-type\":\"username\",\"identifier\":\"anneke@drivers.example.com\",\"token\":\"7c1e5a90d2f34b6888e1a0c95b3d7f42\"}";
    private static final String DETAILS =
            "\"first-name\":\"Anna\",\"last-name\":\"Vogel\",\"locale\":\"de\",\"vat\":null,"
                    + "\"social-security-number\":null,\"billing-name\":\"%s\",\"billing-address\":null,\"phone\":null,"
                    + "\"address\":{\"street\":\"Lindenweg\",\"street-number\":\"7\",\"zip\":\"10829\",\"city\":\"Berlin\",\"country\":\"DE\"}";
    private static final String GIVEN = "\n      details: {first-name: Anna, last-name: Vogel, locale: de,"
            + " address: {street: Lindenweg, street-number: \"7\", zip: \"10829\", city: Berlin, country: DE}}";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
    private final List<String> posts = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private volatile String refused = "nothing is";
    private volatile String shownAs = "";
    private volatile String meddling = "";
    private Wayside wayside;

    @BeforeEach
    void stand() throws IOException {
        wayside = new Wayside(sandbox.baseUrl(), (head, body) -> {
            if (body.contains("user-post-details")) {
                posts.add(body);
                if (body.contains(refused)) {
                    return call -> call.write(
                            json(
                                    "{\"user-post-details\":{\"reason\":\"old form\"},\"result\":{\"code\":0,\"message\":\"Success.\"}}"));
                }
            }
            return call -> {
                byte[] answer = call.passed();
                meddle(body);
                call.write(shown(answer));
            };
        });
    }

    @AfterEach
    void stop() throws IOException {
        wayside.close();
        sandbox.close();
    }

    @Test
    void a_first_look_at_values_of_another_run_ends_the_run() throws IOException {
        post(DETAILS.formatted("Chargeproof abc123x kq"));

        Terminal terminal = run("");

        assertThat(terminal.err())
                .contains(
                        "chargeproof: the details of oioi.users.primary are ones that run abc123x wrote: it is using the"
                                + " account, or was cut off before it put them back; wait until it is done, or put them back with"
                                + " 'chargeproof restore' where it ran, or say in oioi.users.primary.details what is to be put back"
                                + " (nothing was written)");
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(posts).isEmpty();
    }

    @Test
    void what_the_profile_says_is_put_back_whatever_is_found() throws IOException {
        post(DETAILS.formatted("Chargeproof abc123x kq"));

        Terminal terminal = run(GIVEN);

        assertThat(terminal.code()).isZero();
        assertThat(read())
                .contains("\"first-name\":\"Anna\"", "\"billing-name\":null")
                .doesNotContain("abc123x");
    }

    @Test
    void a_user_whose_own_details_are_refused_is_not_changed() throws IOException {
        String before = read();
        refused = "DE136695976";

        Terminal terminal = run("");

        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.out().replaceAll("\\s+", " "))
                .contains(
                        "the target refuses the own details of oioi.users.primary (HTTP 200, result code 0, reason \"old"
                                + " form\"), so they couldn't be put back; correct them there, or give oioi.users.primary.details"
                                + " that the target takes; nothing was changed");
        assertThat(read()).isEqualTo(before);
        assertThat(posts)
                .filteredOn(post -> post.contains("anneke@"))
                .singleElement()
                .asString()
                .contains("\"Anneke\"");
    }

    @Test
    void an_equal_form_of_the_own_details_is_put_back() throws IOException {
        String old = "DE 136.695.976";
        refused = old;
        shownAs = "DE136695976→" + old;
        String before = read();

        Terminal terminal = run("");

        assertThat(terminal.code()).isZero();
        assertThat(read()).isEqualTo(before);
        assertThat(posts.get(0)).contains(old);
    }

    @Test
    void what_another_run_changes_meanwhile_is_inconclusive_and_put_back() throws IOException {
        String before = read();
        meddling = DETAILS.formatted("Chargeproof abc123x kq");

        Terminal terminal = run("", "--tags", "@OIOI-POST-5 and not @hostile");

        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.out().replaceAll("\\s+", " "))
                .contains(
                        "another run (abc123x) is using oioi.users.primary at the same time, and the values there are its"
                                + " own; keep runs on the same accounts apart")
                .doesNotContain("VIOLATION");
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void what_somebody_puts_back_meanwhile_is_inconclusive() throws IOException {
        String before = read();
        String user = JsonMapper.shared().readTree(before).path("user").toString();
        meddling = user.substring(1, user.length() - 1);

        Terminal terminal = run("", "--tags", "@OIOI-POST-5 and not @hostile");

        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.out().replaceAll("\\s+", " "))
                .contains(
                        "somebody else changed the details of oioi.users.primary while the run was using them; keep runs on"
                                + " the same accounts apart")
                .doesNotContain("VIOLATION");
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void a_scenario_that_writes_and_does_not_say_so_is_put_back() throws IOException {
        String before = read();
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("own.feature"), """
                @oioi @uses-primary
                Feature: Own

                  Scenario: A user
                    When new details of the primary user are posted by username
                    Then the call succeeds
                """);

        Terminal terminal = run("", "--features", own.toString());

        assertThat(terminal.code()).isZero();
        assertThat(posts.get(0)).contains("\"Anneke\"");
        assertThat(posts).anyMatch(post -> post.contains("\"Anna"));
        assertThat(read()).isEqualTo(before);
    }

    /** At the first details of the run's own, once. */
    private void meddle(String post) {
        String details = meddling;
        if (!details.isEmpty() && post.contains("\"Anna") && post.contains("anneke@")) {
            meddling = "";
            post(details);
        }
    }

    private byte[] shown(byte[] answer) {
        String[] form = shownAs.split("→", -1);
        String text = new String(answer, StandardCharsets.UTF_8);
        String old = form.length < 2 ? text : text.replace(form[0], form[1]);
        int grown = old.getBytes(StandardCharsets.UTF_8).length - answer.length;
        java.util.regex.Matcher length =
                java.util.regex.Pattern.compile("(?i)(content-length: *)(\\d+)").matcher(old);
        return length.replaceFirst(found -> found.group(1) + (Integer.parseInt(found.group(2)) + grown))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(String body) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Terminal run(String given) throws IOException {
        return run(given, "--tags", "@OIOI-POST-19");
    }

    private Terminal run(String given, String option, String value) throws IOException {
        String profile = sandbox.profile()
                .replace("kind: sandbox", "kind: acceptance")
                .replace(sandbox.baseUrl().toString(), wayside.address().toString())
                .replaceFirst("(primary:\\s+username: [^\\n]*)", "$1" + given.replace("\"", "\\\""));
        Path file = Files.writeString(folder.resolve("profile.yaml"), profile);
        return Terminal.run(
                "run",
                "--profile",
                file.toString(),
                "--skip-html",
                option,
                value,
                "--reports",
                folder.resolve("reports").toString(),
                "--custody",
                folder.resolve("custody").toString());
    }

    private String read() {
        return call("{\"user-get-details\":{\"user\":" + ANNEKE + "}}");
    }

    private void post(String details) {
        call("{\"user-post-details\":{\"user\":" + ANNEKE + ",\"details\":{" + details + "}}}");
    }

    private String call(String body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(sandbox.addresses().get("OIOI").toString()))
                .header("Authorization", "key=" + KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofString())
                .join()
                .body();
    }
}
