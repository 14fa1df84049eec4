package io.chargeproof.traffic.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A target that does with each connection what a test says, byte by byte. */
final class ScriptedTarget implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();

    /** What it does with a connection. */
    interface Script {
        void play(Connection connection) throws IOException;
    }

    /** A connection to it. */
    record Connection(Socket socket, InputStream in, OutputStream out) {
        /** Reads up to and with this text. */
        String until(String text) throws IOException {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            while (!read.toString(ISO_8859_1).endsWith(text)) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the connection ended");
                }
                read.write(next);
            }
            return read.toString(ISO_8859_1);
        }

        void say(String text) throws IOException {
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
        }
    }

    ScriptedTarget(Script script) {
        this(script, ServerSocketFactory.getDefault());
    }

    ScriptedTarget(Script script, ServerSocketFactory sockets) {
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(() -> accept(script));
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                threads.execute(() -> {
                    try (socket) {
                        script.play(new Connection(
                                socket, new BufferedInputStream(socket.getInputStream()), socket.getOutputStream()));
                    } catch (IOException ended) {
                        // The test sees what came of it.
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket each : sockets) {
                each.close();
            }
        } catch (IOException closed) {
            // It is closed either way.
        }
        threads.shutdownNow();
    }
}
