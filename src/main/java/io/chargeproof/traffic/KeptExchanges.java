package io.chargeproof.traffic;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.recording.RecordedSecrets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The exchanges that are kept for the report: the first ones, and later ones that show a finding, within a part of the memory. */
final class KeptExchanges {
    /** So many are kept, whatever is found in them. */
    static final int MOST = 2_000;

    /** A report takes several times as much as what it is about. */
    private static final int SHARE_OF_HEAP = 16;

    private final long room = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    private final SortedMap<Long, Exchange> byNumber = new TreeMap<>();
    private final RecordedSecrets secrets = new RecordedSecrets();
    private long taken;

    /** Whether one more has room that shows nothing in particular. */
    boolean takesAny() {
        return byNumber.size() < MOST && taken < room / 2;
    }

    /** Whether one more has room that shows something. */
    boolean takesEvidence() {
        return taken < room;
    }

    void add(RecordedExchange next) {
        if (byNumber.putIfAbsent(next.exchange().number(), next.exchange()) == null) {
            secrets.add(next);
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
        return List.copyOf(byNumber.values());
    }

    /** Their secrets: from each value to the name that stands for it. */
    Map<String, String> secrets() {
        return secrets.namesByValue();
    }
}
