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
class SecretsStayInsideTest {
    private static final String TOKEN = "s3cr+/\"\\8";
    private static final String KEY = "k3y/with+\"quotes\\\"ab";
    private static final String PRIMARY = "p1/pqrstuvwxyz+ABCDEFGHIJKLMNOPQRSTUVWXYZ\"0123456789\\/+\"abcdefghi";
    private static final String SECONDARY = "second-user+token/0042";

    @TempDir
    static Path folder;

    private static LoopbackServer echo;
    private static Terminal terminal;

    @BeforeAll
    static void run_against_a_target_that_repeats_everything() throws IOException {
        echo = LoopbackServer.answering(SecretsStayInsideTest::repeated);
        String profile = """
                name: gossip
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
                limits: {requests-per-second: 10000, timeout: 5s, retries: 0}
                """.formatted(echo.address(), TOKEN, KEY, PRIMARY, SECONDARY);
        Path file = Files.writeString(folder.resolve("gossip.yaml"), profile);
        terminal = Terminal.run(
                "run",
                "--debug",
                "--tags",
                "not @hostile",
                "--profile",
                file.toString(),
                "--reports",
                folder.resolve("reports").toString());
    }

    @AfterAll
    static void stop() {
        echo.close();
    }

    @Test
    void the_run_fails_and_the_target_heard_the_secrets() {
        assertThat(terminal.code()).isEqualTo(1);
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
            assertThat(written).anyMatch(file -> file.endsWith("allure-report/index.html"));
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

    /** What a gossip would answer: credentials and body, in every spelling that a server might use. */
    private static Reply repeated(Request request) {
        String credentials = String.join("", request.headers().getOrDefault("Authorization", List.of()));
        String heard = credentials + " " + request.body();
        Map<String, String> said = new LinkedHashMap<>();
        said.put("plain", heard);
        said.put("quoted", json(heard));
        said.put("form", URLEncoder.encode(heard, UTF_8));
        for (String before : List.of("", ".", "..")) {
            said.put("base64" + before, base64(before + heard));
        }
        return Reply.json(400, JsonMapper.shared().writeValueAsString(Map.of("data", said)));
    }

    private static Map<String, String> spellings() {
        Map<String, String> spellings = new LinkedHashMap<>();
        Map.of("the token", TOKEN, "the key", KEY, "the primary token", PRIMARY, "the secondary token", SECONDARY)
                .forEach((name, secret) -> {
                    spellings.put(name, secret);
                    spellings.put(name + " in JSON", json(secret));
                    spellings.put(name + " in JSON in JSON", json(json(secret)));
                    spellings.put(name + " in a form", URLEncoder.encode(secret, UTF_8));
                    for (int shift = 0; shift < 3; shift++) {
                        spellings.put(name + " in Base64, shifted by " + shift, inBase64(secret, shift));
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
