package io.chargeproof.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** A server that writes bytes rather than HTTP: whatever a test wants a client to meet. */
public final class RawServer implements AutoCloseable {
    /** What to do on one connection; it ends when this does. */
    @FunctionalInterface
    interface Script {
        void play(Socket socket, RawServer server) throws IOException, InterruptedException;
    }

    private final ServerSocket listening;
    private final Script script;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch dropped = new CountDownLatch(1);

    private RawServer(ServerSocketFactory factory, Script script) throws IOException {
        this.listening = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.script = script;
        daemon(this::accept);
    }

    static RawServer playing(Script script) throws IOException {
        return new RawServer(ServerSocketFactory.getDefault(), script);
    }

    static RawServer playing(ServerSocketFactory factory, Script script) throws IOException {
        return new RawServer(factory, script);
    }

    /** Answers each request on a connection with these bytes, and keeps the connection. */
    static RawServer answering(byte[] bytes) throws IOException {
        return playing(answerWith(bytes));
    }

    static RawServer answering(String text) throws IOException {
        return answering(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Script answerWith(byte[] bytes) {
        return (socket, server) -> {
            while (server.readRequest(socket)) {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            }
        };
    }

    /** Reads one request and writes these bytes; then the connection ends. */
    public static RawServer answeringOnce(byte[] bytes) throws IOException {
        return playing((socket, server) -> {
            server.readRequest(socket);
            socket.getOutputStream().write(bytes);
        });
    }

    public static RawServer answeringOnce(String text) throws IOException {
        return answeringOnce(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public URI uri(String target) {
        return URI.create("http://127.0.0.1:" + port() + target);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How many connections were made. */
    int connections() {
        return open.size();
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Waits for the client to drop a connection under a script's hands. */
    boolean sawItDropped() throws InterruptedException {
        return dropped.await(10, TimeUnit.SECONDS);
    }

    /** Reads the next request; false at the connection's end. */
    boolean readRequest(Socket socket) throws IOException {
        return Received.from(socket.getInputStream()).map(received::add).orElse(false);
    }

    /** Waits until the client closes the connection. */
    void awaitEnd(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        while (in.read() >= 0) {
            // whatever comes isn't of interest
        }
        dropped.countDown();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.play(socket, this);
        } catch (IOException e) {
            dropped.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
