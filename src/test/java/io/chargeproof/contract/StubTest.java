package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Servers of this machine, asked by a page elsewhere that has its own name lead here. */
class StubTest {
    private static final String EVIL = "evil.example:18080";

    @Test
    void answers_nobody_who_takes_it_for_another() throws IOException {
        PactSources sources = new PactSources(new JdkTransport(TransportSettings.of(Duration.ofSeconds(5))), null);
        try (Stub stub = Stub.start(sources.in(Path.of("pacts")), 0)) {
            int port = stub.address().getPort();

            assertThat(head("GET", EVIL, port)).isEqualTo("HTTP/1.1 421 ");
            assertThat(head("GET", "localhost:" + port, port)).startsWith("HTTP/1.1 500 ");
        }
    }

    @Test
    void nor_does_the_sandbox() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            int port = sandbox.baseUrl().getPort();

            assertThat(head("POST", EVIL, port)).startsWith("HTTP/1.1 421 ");
            assertThat(head("POST", "my-machine:9", port)).startsWith("HTTP/1.1 403 ");
        }
    }

    private static String head(String method, String host, int port) throws IOException {
        String request = method + " /api/rest/customer HTTP/1.1\r\nHost: " + host
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
