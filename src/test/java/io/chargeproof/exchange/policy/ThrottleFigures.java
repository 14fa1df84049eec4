package io.chargeproof.exchange.policy;

import com.sun.net.httpserver.HttpServer;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.exchange.jdk.JdkTransport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Prints how many requests a server meets in a second at several limits, from sixteen threads that send as fast as they
 * may. Not a test, since it goes by the clock; the script {@code figures} starts it.
 */
final class ThrottleFigures {
    private static final int THREADS = 16;
    private static final Duration LASTING = Duration.ofSeconds(20);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ConcurrentLinkedQueue<Long> arrivals = new ConcurrentLinkedQueue<>();

    private ThrottleFigures() {}

    /** Arguments: limits in requests a second. */
    public static void main(String[] arguments) throws Exception {
        boolean wrong = false;
        System.out.println(
                "| limit, requests/s | mean | of the limit | most within any second | which begins after, s |");
        System.out.println("|---:|---:|---:|---:|---:|");
        for (String argument : arguments) {
            wrong |= !new ThrottleFigures().measure(Integer.parseInt(argument));
        }
        System.exit(wrong ? 1 : 0);
    }

    private boolean measure(int limit) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService serving = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(serving);
        server.createContext("/", exchange -> {
            arrivals.add(System.nanoTime());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            send(limit, URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
        } finally {
            server.stop(0);
            serving.shutdownNow();
        }
        List<Long> sorted = arrivals.stream().sorted().toList();
        double mean = (sorted.size() - 1.0) * SECOND / (sorted.get(sorted.size() - 1) - sorted.get(0));
        Fullest fullest = fullestSecond(sorted);
        System.out.printf(
                "| %d | %.1f | %.1f %% | %d | %.1f |%n",
                limit, mean, 100 * mean / limit, fullest.requests(), fullest.begin());
        return fullest.requests() <= limit && mean >= 0.95 * limit;
    }

    private static void send(int limit, URI uri) throws InterruptedException {
        HttpRequest request = new HttpRequest(
                HttpMethod.GET, uri, Headers.NONE, Body.EMPTY, RequestPurpose.of("evc-net", "get"), Idempotency.SAFE);
        ExecutorService senders = Executors.newFixedThreadPool(THREADS);
        try (JdkTransport adapter = new JdkTransport(TransportSettings.of(Duration.ofSeconds(10)))) {
            ThrottlingTransport throttled = new ThrottlingTransport(adapter, limit);
            // As in a run, whose preflight goes alone: what the first request of a process takes isn't the throttle's.
            throttled.send(request);
            long end = System.nanoTime() + LASTING.toNanos();
            for (int i = 0; i < THREADS; i++) {
                senders.execute(() -> {
                    while (System.nanoTime() < end) {
                        throttled.send(request);
                    }
                });
            }
            senders.shutdown();
            senders.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    /** How many requests the fullest second had, and when it began. */
    private record Fullest(int requests, double begin) {}

    private static Fullest fullestSecond(List<Long> sorted) {
        Fullest fullest = new Fullest(0, 0);
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= SECOND) {
                first++;
            }
            if (last - first + 1 > fullest.requests()) {
                fullest = new Fullest(last - first + 1, (sorted.get(first) - sorted.get(0)) / (double) SECOND);
            }
        }
        return fullest;
    }
}
