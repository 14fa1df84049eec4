package io.chargeproof.toy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries an API that the core has never seen through all that is done with one. It comes to the program as an API of others
 * does: a folder on the class path of a process of its own names its module.
 */
class ToyApiTest {
    private static final String KEY = "open-sesame-0815";

    @TempDir
    Path folder;

    private Path toy = Path.of("");

    private record Outcome(int code, String output) {}

    @BeforeEach
    void find() throws Exception {
        toy = Path.of(ToyApiTest.class
                        .getResource("/toy/requirements/gate.yaml")
                        .toURI())
                .getParent()
                .getParent();
    }

    @Test
    void is_selected_executed_judged_and_reported() throws Exception {
        Outcome run = chargeproof("run", "--features", features(), "--reports", reports(), "--depth", "standard");

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("conforming");
        JsonNode conformance = json(latest("conformance.json"));
        assertThat(conformance.at("/target/apis/gate").asString()).startsWith("http://127.0.0.1:");
        assertThat(conformance.at("/codes/gate/0/operation").asString()).isEqualTo("read-gate");
        assertThat(conformance.at("/codes/gate/0").has("result-code")).isFalse();
        assertThat(outcomes(conformance))
                .contains("GATE-READ-1 conforms", "GATE-READ-2 conforms", "GATE-KEY-1 conforms");
        assertThat(conformance.path("notices").toString()).contains("gates: north is shut again");
        assertThat(text(latest("summary.md"))).contains("| Gate | `http://127.0.0.1:");
    }

    @Test
    void stands_with_its_title_in_the_html_report_and_shows_its_key_nowhere() throws Exception {
        Outcome run = chargeproof("run", "--features", features(), "--reports", reports());

        assertThat(run.code()).as(run.output()).isZero();
        List<Path> written = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(written::add);
        }
        assertThat(written)
                .anyMatch(file -> file.endsWith("data/codes.json") && text(file).contains("Gate API"));
        assertThat(written).noneMatch(file -> text(file).contains(GateSandbox.KEY));
        assertThat(written).anyMatch(file -> text(file).contains("${GATE_KEY}"));
    }

    @Test
    void is_found_broken_and_judged_again() throws Exception {
        Outcome run = chargeproof(
                "run", "--features", features(), "--reports", reports(), "--skip-html", "--defect", "gate-reads-201");

        assertThat(run.code()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).contains("GATE-READ-1");
        assertThat(outcomes(json(latest("conformance.json")))).contains("GATE-READ-1 violation", "GATE-KEY-1 conforms");
        Path latest = latest("conformance.json").getParent();
        Outcome again = chargeproof("report", "rejudge", latest.toString());
        assertThat(again.code()).as(again.output()).isZero();
        for (String form : List.of("har", "sarif", "earl")) {
            Outcome export = chargeproof("report", "export", latest.toString(), "--format", form);
            assertThat(export.code()).as(export.output()).isZero();
            assertThat(export.output()).doesNotContain(GateSandbox.KEY);
        }
    }

    @Test
    void is_planned_and_looked_at_by_doctor() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/gates/", exchange -> {
            boolean known = KEY.equals(exchange.getRequestHeaders().getFirst("X-Gate-Key"));
            byte[] body = "{\"open\":false}".getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(known ? 200 : 403, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            Path right = profile("right", address, KEY);
            Outcome plan = chargeproof(
                    "plan", "--profile", right.toString(), "--features", features(), "--reports", reports());
            assertThat(plan.code()).as(plan.output()).isZero();
            assertThat(plan.output()).contains("gates set: ").containsPattern("gate +set-gate +writes +\\d");
            assertThat(plan.output()).containsPattern("gate +read-gate +reads +\\d");

            Outcome fine = chargeproof("doctor", "--profile", right.toString(), "--custody", folder.toString());
            assertThat(fine.output()).contains("gate key: accepted").doesNotContain(KEY);
            assertThat(fine.code()).as(fine.output()).isZero();
            Path wrong = profile("wrong", address, "another-key-99");
            Outcome refused = chargeproof("doctor", "--profile", wrong.toString(), "--custody", folder.toString());
            assertThat(refused.output()).contains("WRONG", "put the key in gate.key");
            assertThat(refused.code()).isEqualTo(2);

            Outcome run = chargeproof(
                    "run",
                    "--profile",
                    right.toString(),
                    "--features",
                    features(),
                    "--reports",
                    reports(),
                    "--custody",
                    folder.resolve("custody").toString(),
                    "--skip-html");
            assertThat(run.code()).as(run.output()).isZero();
        } finally {
            server.stop(0);
        }
    }

    private Path profile(String name, String address, String key) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), """
                name: %s
                kind: acceptance
                gate: {base-url: "%s", key: "%s", gate: north}
                """.formatted(name, address, key));
    }

    private Outcome chargeproof(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("toy", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath() + File.pathSeparator + toy,
                "io.chargeproof.cli.EntryPoint"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(output);
        Files.delete(output);
        return new Outcome(process.exitValue(), text);
    }

    /** A launcher may load the tests from elsewhere than its own class path. */
    private static String classPath() {
        return ToyApiTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private String features() {
        return toy.resolve("features").toString();
    }

    private String reports() {
        return folder.resolve("reports").toString();
    }

    private Path latest(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static List<String> outcomes(JsonNode conformance) {
        List<String> outcomes = new ArrayList<>();
        conformance
                .path("requirements")
                .forEach(each -> outcomes.add(
                        each.path("id").asString() + " " + each.path("outcome").asString()));
        return outcomes;
    }

    private static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(text(file));
    }

    /** Any bytes are read as letters. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
