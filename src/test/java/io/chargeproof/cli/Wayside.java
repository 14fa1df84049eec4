package io.chargeproof.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/** Stands before a sandbox and does with each request what a network may do with it; one request a connection. */
final class Wayside implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final Pattern OBJECT_ID = Pattern.compile("\"object_id\"\\s*:\\s*\"([^\"]*)\"");

    private final ServerSocket socket;
    private final Phaser underWay = new Phaser(1);
    private final List<String> created = new ArrayList<>();
    private final URI sandbox;
    private final Fate fate;

    Wayside(URI sandbox, Fate fate) throws IOException {
        this(sandbox, fate, ServerSocketFactory.getDefault());
    }

    /** The same with sockets of another kind. */
    Wayside(URI sandbox, Fate fate, ServerSocketFactory sockets) throws IOException {
        this.socket = sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.sandbox = sandbox;
        this.fate = fate;
        Thread accepting = new Thread(this::accept, "wayside");
        accepting.setDaemon(true);
        accepting.start();
    }

    /** What is done with a request. */
    interface Fate {
        Deed of(String head, String body);
    }

    /** Something that a network, or a target, does with one request; then the connection ends. */
    @FunctionalInterface
    interface Deed {
        Deed PASS = call -> call.write(call.passed());
        Deed REFUSE = call -> call.write("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
        Deed RESET = Call::reset;
        /** The target carries it out, and its answer is lost. */
        Deed LOSE_ANSWER = call -> {
            call.passed();
            call.reset();
        };

        void with(Call call) throws IOException, InterruptedException;
    }

    /** One request on its way. */
    final class Call {
        private final Socket client;
        private final String head;
        private final byte[] body;

        private Call(Socket client, String head, byte[] body) {
            this.client = client;
            this.head = head;
            this.body = body;
        }

        /** Has the sandbox carry it out, and gives its answer. */
        byte[] passed() throws IOException {
            return Wayside.this.passed(head, body);
        }

        void write(byte[] bytes) throws IOException {
            client.getOutputStream().write(bytes);
            client.getOutputStream().flush();
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Has the connection end by a reset. */
        void reset() throws IOException {
            client.setSoLinger(true, 0);
        }

        /** Waits until the other side ends the connection. */
        void awaitEnd() throws IOException {
            client.getInputStream().readAllBytes();
        }
    }

    URI address() {
        return URI.create(
                (socket instanceof SSLServerSocket ? "https" : "http") + "://127.0.0.1:" + socket.getLocalPort());
    }

    /** The object IDs of the customers that the sandbox created. */
    List<String> created() {
        synchronized (created) {
            return List.copyOf(created);
        }
    }

    /** Waits until nothing is under way. */
    void settle() {
        underWay.arriveAndAwaitAdvance();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                underWay.register();
                Thread serving = new Thread(() -> serve(client), "wayside");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            String head = head(in);
            if (head.isEmpty()) {
                return;
            }
            Matcher length = LENGTH.matcher(head);
            byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            fate.of(head, new String(body, StandardCharsets.UTF_8)).with(new Call(client, head, body));
        } catch (IOException gone) {
            // As it happens when the other side is killed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.arriveAndDeregister();
        }
    }

    private byte[] passed(String head, byte[] body) throws IOException {
        try (Socket target = new Socket("127.0.0.1", sandbox.getPort())) {
            target.setTcpNoDelay(true);
            String only = head.replaceAll("(?i)\r\n(connection|upgrade|http2-settings):[^\r]*", "");
            String closing = only.substring(0, only.length() - 2) + "Connection: close\r\n\r\n";
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(closing.getBytes(StandardCharsets.ISO_8859_1));
            whole.writeBytes(body);
            target.getOutputStream().write(whole.toByteArray());
            byte[] answer = target.getInputStream().readAllBytes();
            note(head, new String(body, StandardCharsets.UTF_8), answer);
            return answer;
        }
    }

    private void note(String head, String body, byte[] answer) {
        Matcher id = OBJECT_ID.matcher(body);
        boolean success = new String(answer, StandardCharsets.ISO_8859_1).startsWith("HTTP/1.1 200");
        if (success && head.startsWith("POST /api/rest/customer ") && id.find()) {
            synchronized (created) {
                created.add(id.group(1));
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (next == '\n'
                    && head.length() > 3
                    && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
