package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportServerTest {
    @TempDir
    Path folder;

    private ReportServer server = ReportServer.start(Path.of("target"), 0);

    @BeforeEach
    void start() throws IOException {
        server.close();
        Files.writeString(folder.resolve("secret.txt"), "not of the report");
        Path report = Files.createDirectories(folder.resolve("report"));
        Files.writeString(report.resolve("index.html"), "<p>here</p>");
        Files.writeString(report.resolve("empty.json"), "");
        server = ReportServer.start(report, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void serves_the_page_under_no_name() throws Exception {
        HttpResponse<String> answer = get("");

        assertThat(answer.body()).isEqualTo("<p>here</p>");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(get("empty.json").statusCode()).isEqualTo(200);
    }

    @Test
    void serves_nothing_but_the_report() throws Exception {
        assertThat(get("%2e%2e/secret.txt").statusCode()).isEqualTo(404);
        assertThat(get("nix.js").body()).isEqualTo("There is no such file in the report.\n");
        assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void follows_no_link_out_of_the_report() throws Exception {
        Path report = folder.resolve("report");
        Files.createSymbolicLink(report.resolve("out.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(report.resolve("up"), folder);
        Files.createSymbolicLink(report.resolve("in.html"), report.resolve("index.html"));

        assertThat(get("out.txt").statusCode()).isEqualTo(404);
        assertThat(get("up/secret.txt").body()).isEqualTo("There is no such file in the report.\n");
        assertThat(get("in.html").body()).isEqualTo("<p>here</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "POST", "OPTIONS", "NIX"})
    void is_only_read(String method) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(server.address()).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(answer.body()).isEqualTo("A report is only read.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:PORT", "127.0.0.1:1", "localhost.evil.example:PORT", "127.0.0.1"})
    void answers_under_its_own_name_alone(String host) throws Exception {
        int port = server.address().getPort();

        assertThat(spoken(port, "GET / HTTP/1.1\r\nHost: " + host.replace("PORT", "" + port)))
                .startsWith("HTTP/1.1 421 ")
                .endsWith("\r\n\r\nThis report is at http://127.0.0.1:" + port + "/ alone.\n");
        assertThat(spoken(port, "GET / HTTP/1.1\r\nHost: LOCALHOST:" + port)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void lets_a_page_run_nothing_but_its_own_scripts_and_ask_nobody_else() throws Exception {
        server.close();
        Files.writeString(
                folder.resolve("report").resolve("index.html"), "<script>one()</script><script src=\"a.js\"></script>");
        server = ReportServer.start(folder.resolve("report"), 0);

        HttpResponse<String> answer = get("");

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self' 'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4=';"
                        + " style-src 'self' data: 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
                        + " connect-src 'self'; media-src 'self' blob:; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void tells_of_a_file_without_sending_it() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(server.address()).method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    private static String spoken(int port, String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
