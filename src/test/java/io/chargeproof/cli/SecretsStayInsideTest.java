package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.cli.LoopbackServer.Reply;
import io.chargeproof.cli.LoopbackServer.Request;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A target that tells everybody what it was told, and a run that fails on it: none of its secrets gets out. */
public class SecretsStayInsideTest {
    private static final String TOKEN = "s3cr+/\"\\8";
    private static final String KEY = "k3y/with+\"quotes\\\"ab";
    private static final String PRIMARY = "p1/pqrstuvwxyz+ABCDEFGHIJKLMNOPQRSTUVWXYZ\"0123456789\\/+\"abcdefghi";
    private static final String SECONDARY = "second-user+token/0042";
    private static final String SPARSE = "sparse-token-0042";

    @TempDir
    static Path folder;

    private static LoopbackServer echo;
    private static Terminal terminal;
    private static Terminal crashed;

    @BeforeAll
    static void run_against_a_target_that_repeats_everything() throws IOException {
        echo = LoopbackServer.answering(SecretsStayInsideTest::repeated);
        String profile = """
                name: gossip-about-sparse-token-0042
                kind: acceptance
                evc-net:
                  base-url: %1$s
                  token: '%2$s'
                  cards: [NL-TST0000001-A1, NL-TST0000002-A1]
                oioi:
                  endpoint: %1$s/api/v4/request
                  api-key: '%3$s'
                  users:
                    primary: {username: anneke, token: '%4$s', evco-id: DE*8PS*123456*7, rfid: 04E1A2B3}
                    secondary: {username: bram, token: '%5$s', evco-id: DE*8PS*654321*0, rfid: 04E4C5D6}
                    sparse: {username: cees, token: sparse-token-0042, evco-id: DE*8PS*765432*1, rfid: 04E7F8A9}
                limits: {requests-per-second: 10000, timeout: 5s, retries: 0}
                """.formatted(echo.address(), TOKEN, KEY, PRIMARY, SECONDARY);
        Path file = Files.writeString(folder.resolve("gossip.yaml"), profile);
        terminal = run(file, "--tags", "not @hostile");
        crashed = run(file, "--glue", "io.chargeproof.cli.crash", "--tags", "@smoke and @oioi");
    }

    private static Terminal run(Path profile, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--debug", "--profile", profile.toString()));
        arguments.addAll(List.of("--custody", folder.resolve("custody").toString()));
        arguments.addAll(List.of("--reports", folder.resolve("reports").toString()));
        arguments.addAll(List.of(more));
        return Terminal.run(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        echo.close();
    }

    @Test
    void the_run_fails_and_the_target_heard_the_secrets() {
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(1);
        assertThat(terminal.out()).contains("VIOLATION EVC-AUTH-6", "VIOLATION OIOI-KEY-3");
        Set<String> heard = new HashSet<>();
        echo.received().forEach(request -> {
            heard.addAll(request.headers().getOrDefault("Authorization", List.of()));
            Stream.of(PRIMARY, SECONDARY)
                    .filter(secret -> request.body().contains(json(secret)))
                    .forEach(heard::add);
        });
        assertThat(heard).contains("Token " + TOKEN, "key=" + KEY, PRIMARY, SECONDARY);
    }

    @Test
    void no_secret_is_in_a_file() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written)
                    .anyMatch(file -> file.endsWith("allure-report/index.html"))
                    .anyMatch(file -> file.toString().contains("-gossip-about-"));
            for (Path file : written) {
                // Each byte a letter, so that nothing hides in what isn't text.
                String content = new String(Files.readAllBytes(file), ISO_8859_1);
                spellings()
                        .forEach((spelling, spelt) -> assertThat(content.contains(spelt))
                                .as("%s in %s", spelling, folder.relativize(file))
                                .isFalse());
                assertThat(file.toString()).doesNotContain(spellings().values());
            }
        }
    }

    @Test
    void no_secret_is_on_the_console() {
        assertThat(terminal.out()).doesNotContain(spellings().values());
        assertThat(terminal.err()).doesNotContain(spellings().values());
    }

    @Test
    void no_secret_is_in_the_words_of_a_crash() {
        assertThat(crashed.code()).isEqualTo(70);
        assertThat(crashed.err())
                .contains("chargeproof: internal error: ", "\tat io.chargeproof.cli.crash.Crash.begin")
                .doesNotContain(spellings().values());
        assertThat(crashed.out()).isEmpty();
    }

    /** What a crash, or a gossip, would say of something that it heard. */
    private static Map<String, String> repeated(String heard) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("plain", heard);
        said.put("quoted", json(heard));
        said.put("form", URLEncoder.encode(heard, UTF_8));
        for (String before : List.of("", ".", "..")) {
            said.put("base64" + before, base64(before + heard));
            said.put(
                    "base64url" + before,
                    base64(before + heard).replace('+', '-').replace('/', '_'));
        }
        return said;
    }

    /** What somebody's own steps may say when they fail. */
    public static String toldByACrash() {
        return String.join(
                "\n",
                repeated(String.join(" ", TOKEN, KEY, PRIMARY, SECONDARY, SPARSE))
                        .values());
    }

    /** What a gossip would answer: credentials and body, in every spelling that a server might use. */
    private static Reply repeated(Request request) {
        String credentials = String.join("", request.headers().getOrDefault("Authorization", List.of()));
        String heard = credentials + " " + request.body();
        Map<String, String> said = repeated(heard);
        Map<String, String> headers = new LinkedHashMap<>();
        said.forEach((spelling, text) -> headers.put("X-" + spelling.replace('.', '-'), text.replaceAll("\\s", " ")));
        headers.put("Set-Cookie", "session=" + said.get("form"));
        headers.put("Location", "/login?from=" + said.get("form"));
        return new Reply(
                400, "application/json", JsonMapper.shared().writeValueAsString(Map.of("data", said)), headers);
    }

    private static Map<String, String> spellings() {
        Map<String, String> spellings = new LinkedHashMap<>();
        Map.of(
                        "the token",
                        TOKEN,
                        "the key",
                        KEY,
                        "the primary token",
                        PRIMARY,
                        "the secondary token",
                        SECONDARY,
                        "the sparse token",
                        SPARSE)
                .forEach((name, secret) -> {
                    spellings.put(name, secret);
                    spellings.put(name + " in JSON", json(secret));
                    spellings.put(name + " in JSON in JSON", json(json(secret)));
                    spellings.put(name + " in a form", URLEncoder.encode(secret, UTF_8));
                    for (int shift = 0; shift < 3; shift++) {
                        String encoded = inBase64(secret, shift);
                        spellings.put(name + " in Base64, shifted by " + shift, encoded);
                        spellings.put(
                                name + " in Base64 for URLs, shifted by " + shift,
                                encoded.replace('+', '-').replace('/', '_'));
                    }
                });
        return spellings;
    }

    /** The letters of the Base64 of anything that has the secret at such a place, that are the secret's alone. */
    private static String inBase64(String secret, int shift) {
        String encoded = base64(".".repeat(shift) + secret);
        int letters = (shift + secret.length()) * 4 / 3;
        return encoded.substring(shift == 0 ? 0 : shift + 1, letters);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String json(String text) {
        String quoted = JsonMapper.shared().writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
