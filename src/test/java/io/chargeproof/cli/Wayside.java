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

/** Stands before a sandbox and does with each request what a network may do with it; one request a connection. */
final class Wayside implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final Pattern OBJECT_ID = Pattern.compile("\"object_id\"\\s*:\\s*\"([^\"]*)\"");

    private final ServerSocket socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Phaser underWay = new Phaser(1);
    private final List<String> created = new ArrayList<>();
    private final URI sandbox;
    private final Fate fate;

    Wayside(URI sandbox, Fate fate) throws IOException {
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

    enum Deed {
        PASS,
        REFUSE,
        RESET,
        /** The target carries it out, and its answer is lost. */
        LOSE_ANSWER
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
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
            switch (fate.of(head, new String(body, StandardCharsets.UTF_8))) {
                case PASS -> client.getOutputStream().write(passed(head, body));
                case REFUSE -> client.getOutputStream().write(refusal());
                case RESET -> client.setSoLinger(true, 0);
                case LOSE_ANSWER -> {
                    passed(head, body);
                    client.setSoLinger(true, 0);
                }
            }
        } catch (IOException gone) {
            // As it happens when the other side is killed.
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

    private static byte[] refusal() {
        return "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.ISO_8859_1);
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
