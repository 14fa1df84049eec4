package io.chargeproof.traffic.rule;

import io.chargeproof.traffic.recording.RecordedExchange;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Rules that remember something, kept apart by whose matter it is: those of one target, or of one client, never see what passes
 * between others.
 *
 * @param <K> what tells them apart
 * @param <R> the rules
 */
public final class Apart<K, R> {
    private static final int MOST = 1_000;

    private final Function<RecordedExchange, K> whose;
    private final Supplier<List<R>> rules;
    private final Recent<K, List<R>> kept = new Recent<>(MOST);

    /**
     * None yet.
     *
     * @param whose whose matter an exchange is
     * @param rules makes rules that remember nothing yet
     */
    public Apart(Function<RecordedExchange, K> whose, Supplier<List<R>> rules) {
        this.whose = whose;
        this.rules = rules;
    }

    /** The rules that are to see an exchange. */
    public List<R> of(RecordedExchange next) {
        K key = whose.apply(next);
        List<R> found = kept.find(key).orElseGet(rules);
        kept.put(key, found);
        return found;
    }

    /** All rules that saw something. */
    public List<R> all() {
        return kept.values().stream().flatMap(Collection::stream).toList();
    }
}
