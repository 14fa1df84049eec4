package io.chargeproof.traffic.recording;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts exchanges that are watched while they pass into the form of a recording. They are handed on in the order in which they
 * began, as soon as all that began before have ended; of one that takes so long that many wait for it, nothing is concluded
 * from its time. For several threads.
 */
public final class WatchedTraffic {
    private static final int HELD_BACK = 128;
    private static final long MOST_HELD_BYTES = 8 << 20;
    private static final long MOMENT_NANOS = 1_000_000_000L;

    private final String name;
    private final EntrySink sink;
    private final Consumer<RecordedExchange> next;
    private final TreeSet<Long> underWay = new TreeSet<>();
    private final TreeMap<Long, Optional<RecordedExchange>> ended = new TreeMap<>();
    private long begun;
    private long handedOn;
    private long heldBytes;
    private boolean over;

    /**
     * Watched traffic of these APIs.
     *
     * @param name what reports call it
     * @param next takes what is of the APIs, one after the other
     */
    public WatchedTraffic(String name, ApiAddresses addresses, Consumer<RecordedExchange> next) {
        this.name = name;
        this.sink = new EntrySink(addresses, each -> {});
        this.next = next;
    }

    /**
     * An exchange that is under way.
     *
     * @param number its place in the order of beginnings, from 1
     * @param started when it began
     * @param nanos the same by a clock that is never put right
     */
    public record Ticket(long number, Instant started, long nanos) {}

    /**
     * What was seen of an exchange.
     *
     * @param method the method as it was sent
     * @param url the address that it was passed on to
     * @param headers the header fields of the request
     * @param body its body, or null where not all of it was seen
     * @param reply what came of it
     * @param missing what else wasn't seen
     */
    public record Watched(
            String method,
            String url,
            Headers headers,
            @Nullable Body body,
            Reply reply,
            Set<Part> missing) {}

    /** An exchange begins. */
    public synchronized Ticket begin() {
        begun++;
        underWay.add(begun);
        return new Ticket(begun, Instant.now(), System.nanoTime());
    }

    /** An exchange has ended, in whatever way. */
    public synchronized void end(Ticket ticket, Watched watched) {
        if (over) {
            return;
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - ticket.nanos());
        sink.begin();
        Optional<RecordedExchange> recorded = recorded(ticket, watched, duration);
        heldBytes += footprint(recorded);
        ended.put(ticket.number(), recorded);
        underWay.remove(ticket.number());
        notifyAll();
        while (!ended.isEmpty() && isNext(ended.firstKey())) {
            handOn();
        }
    }

    private Optional<RecordedExchange> recorded(Ticket ticket, Watched watched, Duration duration) {
        Body body = watched.body();
        Body plain = body == null
                ? null
                : CodedBody.decoded(body.bytes(), watched.headers()).orElse(null);
        return sink.wanted(new RecordedMessage(watched.method(), watched.url(), watched.headers(), plain))
                .map(wanted -> sink.recorded(
                        name + ", exchange " + ticket.number(),
                        wanted,
                        new EntrySink.Came(watched.reply(), ticket.started(), duration, watched.missing())));
    }

    private boolean isNext(long number) {
        return underWay.isEmpty()
                || number < underWay.first()
                || ended.size() > HELD_BACK
                || heldBytes > MOST_HELD_BYTES;
    }

    private static long footprint(Optional<RecordedExchange> recorded) {
        return recorded.map(each -> each.request().body().footprint()
                        + each.exchange()
                                .answer()
                                .map(answer -> answer.body().footprint())
                                .orElse(0))
                .orElse(0);
    }

    private void handOn() {
        var first = ended.pollFirstEntry();
        heldBytes -= footprint(first.getValue());
        boolean late = first.getKey() < handedOn;
        handedOn = Math.max(handedOn, first.getKey());
        first.getValue().ifPresent(each -> next.accept(late ? each.without(Part.TIME) : each));
    }

    /**
     * Waits a moment for what is under way, hands on what is held back, and says how many exchanges there were, of whatever API.
     * What ends later is passed over.
     */
    public synchronized long end() {
        long deadline = System.nanoTime() + MOMENT_NANOS;
        try {
            for (long left = MOMENT_NANOS; !underWay.isEmpty() && left > 0; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        over = true;
        while (!ended.isEmpty()) {
            handOn();
        }
        return sink.number();
    }
}
