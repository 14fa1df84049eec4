package io.chargeproof.traffic.recording;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Hands exchanges on in the order in which they began. Tools list those that ran at the same time in various orders, so that a
 * few are held back; where that isn't enough, the recording counts as disordered, and times of its exchanges as unknown.
 */
final class TimeOrder {
    private static final int HELD_BACK = 128;

    private final Consumer<RecordedExchange> next;
    private final PriorityQueue<RecordedExchange> held =
            new PriorityQueue<>(Comparator.comparing(RecordedExchange::started)
                    .thenComparing(each -> each.exchange().number()));
    private Instant last = Instant.MIN;
    private boolean disordered;

    TimeOrder(Consumer<RecordedExchange> next) {
        this.next = next;
    }

    void add(RecordedExchange exchange) {
        held.add(exchange);
        if (held.size() > HELD_BACK) {
            handOn();
        }
    }

    void end() {
        while (!held.isEmpty()) {
            handOn();
        }
    }

    boolean isDisordered() {
        return disordered;
    }

    private void handOn() {
        RecordedExchange first = held.remove();
        disordered |= first.knows(Part.TIME) && first.started().isBefore(last);
        if (first.knows(Part.TIME)) {
            last = first.started();
        }
        next.accept(disordered ? first.without(Part.TIME) : first);
    }
}
