package io.chargeproof.traffic;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.requirement.Api;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.recording.RecordedSecrets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The exchanges that are kept for the report: the first ones, and later ones that show a finding, within a part of the memory. */
final class KeptExchanges {
    /** So many are kept, whatever is found in them. */
    static final int MOST = 2_000;

    /** A report takes several times as much as what it is about. */
    private static final int SHARE_OF_HEAP = 16;

    private final long room = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    private final SortedMap<Long, Kept> byNumber = new TreeMap<>();
    private long taken;

    /** An exchange, and what it takes to read it again. */
    private record Kept(String place, Api api, Exchange exchange, Set<Part> missing) {
        static Kept of(RecordedExchange next) {
            return new Kept(next.place(), next.api(), next.exchange(), next.missing());
        }

        RecordedExchange again() {
            return RecordedExchange.of(place, api, exchange, missing);
        }
    }

    /** Whether one more has room that shows nothing in particular. */
    boolean takesAny() {
        return byNumber.size() < MOST && taken < room / 2;
    }

    /** Whether one more has room that shows something. */
    boolean takesEvidence() {
        return taken < room;
    }

    void add(RecordedExchange next) {
        if (byNumber.putIfAbsent(next.exchange().number(), Kept.of(next)) == null) {
            taken += next.request().body().footprint()
                    + next.exchange()
                            .answer()
                            .map(HttpAnswer::body)
                            .map(body -> body.footprint())
                            .orElse(0);
        }
    }

    int count() {
        return byNumber.size();
    }

    /** All of them in their order. */
    List<Exchange> all() {
        return byNumber.values().stream().map(Kept::exchange).toList();
    }

    /** Their secrets: from each value to the name that stands for it. */
    Map<String, String> secrets() {
        RecordedSecrets secrets = new RecordedSecrets();
        byNumber.values().forEach(kept -> secrets.add(kept.again()));
        return secrets.namesByValue();
    }
}
