package io.chargeproof.cli;

import io.chargeproof.cli.Wayside.Call;
import io.chargeproof.cli.Wayside.Deed;
import io.chargeproof.exchange.Certificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Something that may go wrong between a run and its target.
 *
 * @param name what goes wrong
 * @param ofTheNetwork whether it is never the target's doing, so that no violation may come of it
 * @param deed what is done with each request; null where the server is gone
 * @param sockets what kind of sockets the server has
 */
record Fault(String name, boolean ofTheNetwork, @Nullable Deed deed, Sockets sockets) {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String FAREWELL = "Connection: close\r\n";
    private static final int FIFTY_MEGABYTES = 52_428_800;

    /** How a server listens. */
    interface Sockets {
        Sockets PLAIN = certificates -> ServerSocketFactory.getDefault();

        ServerSocketFactory with(Certificates certificates) throws Exception;
    }

    /** All that a network or a broken server may do. */
    static List<Fault> all() {
        return List.of(
                network("connection refused", null),
                network("reset before the answer", Deed.RESET),
                network("reset in the middle of the answer", call -> {
                    call.write(OK + "Content-Length: 1000\r\n\r\n{");
                    call.reset();
                }),
                network("no answer", Call::awaitEnd),
                network("one byte a second", Fault::trickle),
                network("truncated body", answer(OK + FAREWELL + "Content-Length: 100\r\n\r\n{}")),
                target("Content-Length too short", answer(OK + FAREWELL + "Content-Length: 1\r\n\r\n{}")),
                target("Content-Length that is no number", answer(OK + FAREWELL + "Content-Length: two\r\n\r\n{}")),
                target("endless body", call -> flood(call, OK + "\r\n", Long.MAX_VALUE)),
                target("endless head", call -> flood(call, OK + "X-Endless: ", Long.MAX_VALUE)),
                target(
                        "body of 50 MB",
                        call -> flood(call, OK + "Content-Length: " + FIFTY_MEGABYTES + "\r\n\r\n", FIFTY_MEGABYTES)),
                target("body of 900 KB", call -> flood(call, OK + "Content-Length: 917504\r\n\r\n", 917_504)),
                target("gzip bomb", gzip(bomb())),
                target("invalid gzip", gzip("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                target("gzip that ends early", gzip(Arrays.copyOf(bomb(), 500))),
                target("header flood", answer(OK + FAREWELL + "X-Flood: abcdefghij\r\n".repeat(100_000) + "\r\n{}")),
                target("invalid header", answer(OK + FAREWELL + "Content Type: a\u0001b\r\n\r\n{}")),
                target("HTTP/1.0", answer("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{}")),
                target("garbage instead of HTTP", answer("SSH-2.0-OpenSSH_9.6\r\n\u0000\u0001\u0002")),
                target("redirect loop", answer(redirect("/api/rest/customer"))),
                target("redirect to another host", answer(redirect("http://elsewhere.example.com/"))),
                network("429 storm", answer("HTTP/1.1 429 Too Many Requests\r\n" + FAREWELL + "\r\n")),
                network("429 storm, Retry-After: 1", unavailable("429 Too Many Requests", "1")),
                network("503 with Retry-After: 31536000", unavailable("503 Service Unavailable", "31536000")),
                tls("TLS, expired", Certificates::expired),
                tls("TLS, wrong host", Certificates::ofAnotherHost),
                tls("TLS, self-signed", Certificates::selfSigned));
    }

    /** Whether it can begin in the middle of a run. */
    boolean canBeginLater() {
        return sockets == Sockets.PLAIN;
    }

    private static Fault network(String name, @Nullable Deed deed) {
        return new Fault(name, true, deed, Sockets.PLAIN);
    }

    private static Fault target(String name, Deed deed) {
        return new Fault(name, false, deed, Sockets.PLAIN);
    }

    private static Fault tls(String name, Sockets sockets) {
        return new Fault(name, true, Deed.PASS, sockets);
    }

    private static Deed answer(String text) {
        return call -> call.write(text);
    }

    private static String redirect(String to) {
        return "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\n" + FAREWELL + "Content-Length: 0\r\n\r\n";
    }

    private static Deed unavailable(String status, String retryAfter) {
        return answer("HTTP/1.1 " + status + "\r\nRetry-After: " + retryAfter + "\r\n" + FAREWELL + "\r\n");
    }

    private static Deed gzip(byte[] packed) {
        return call -> {
            call.write(OK + "Content-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n");
            call.write(packed);
        };
    }

    private static void trickle(Call call) throws IOException, InterruptedException {
        for (byte each : (OK + "Content-Length: 2\r\n\r\n{}").getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            call.write(new byte[] {each});
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static void flood(Call call, String head, long bytes) throws IOException {
        call.write(head);
        byte[] chunk = "x".repeat(65_536).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (long sent = 0; sent < bytes; sent += chunk.length) {
            call.write(chunk);
        }
    }

    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int megabytes = 0; megabytes < 200; megabytes++) {
                out.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
