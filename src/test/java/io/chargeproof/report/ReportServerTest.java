package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
