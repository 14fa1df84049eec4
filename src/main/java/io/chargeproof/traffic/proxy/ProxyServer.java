package io.chargeproof.traffic.proxy;

import io.chargeproof.exchange.TlsContext;
import io.chargeproof.traffic.recording.WatchedTraffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/**
 * Stands on the loopback address before a profile's targets: what comes passes on as it is, and the answer likewise; what is
 * watched of it takes a bounded part of the memory.
 */
public final class ProxyServer implements AutoCloseable {
    /** So long connections that were ended may take to be done with. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 1024;
    private static final int MOST_CONNECTIONS = 512;
    /** Bodies that are under way take no more of the memory. */
    private static final int SHARE_OF_HEAP = 16;

    private final ServerSocket server;
    private final ProxySetting setting;
    private final WatchedTraffic traffic;
    private final SSLContext tls;
    private final ExecutorService threads = Executors.newCachedThreadPool(ProxyServer::daemon);
    private final Semaphore connections = new Semaphore(MOST_CONNECTIONS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong room = new AtomicLong(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);

    private ProxyServer(ServerSocket server, ProxySetting setting, WatchedTraffic traffic) {
        this.server = server;
        this.setting = setting;
        this.traffic = traffic;
        this.tls = TlsContext.of(setting.settings());
    }

    /**
     * Opens a proxy; what passes goes to the traffic that is watched.
     *
     * @throws UncheckedIOException if the port can't be opened
     */
    public static ProxyServer open(ProxySetting setting, WatchedTraffic traffic) {
        try {
            ServerSocket server =
                    new ServerSocket(setting.port(), BACKLOG, InetAddress.getByAddress("127.0.0.1", LOOPBACK));
            ProxyServer proxy = new ProxyServer(server, setting, traffic);
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "port " + setting.port() + " on 127.0.0.1 can't be opened: " + e.getMessage(), e);
        }
    }

    /** Where it listens, such as {@code http://127.0.0.1:18080}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connections.acquire();
                Socket client = server.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException closedOrFailed) {
                connections.release();
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            new ClientConnection(client, setting, traffic, threads, room, tls).serve();
        } catch (IOException gone) {
            // Who hangs up is no longer interested.
        } finally {
            open.remove(client);
            connections.release();
        }
    }

    /**
     * Takes no more connections, and ends those there are. What passed last is handed on before it returns: a client may have
     * its answer a moment before that is so.
     */
    @Override
    public void close() {
        try {
            server.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException closed) {
            // It is closed either way.
        }
        threads.shutdownNow();
        try {
            boolean unused = threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
