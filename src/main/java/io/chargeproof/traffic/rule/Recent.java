package io.chargeproof.traffic.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule remembers, by key: so many of the last, so that a recording of any length takes no more memory.
 *
 * @param <K> the key
 * @param <V> what is remembered
 */
public final class Recent<K, V> {
    private final Map<K, V> kept;

    /** Room for so many. */
    public Recent(int most) {
        kept = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is remembered under a key. */
    public Optional<V> find(K key) {
        // Most rules have nothing to remember, and some keys are whole messages.
        return kept.isEmpty() ? Optional.empty() : Optional.ofNullable(kept.get(key));
    }

    /** Remembers under a key, as the newest; what was there before. */
    public Optional<V> put(K key, V value) {
        Optional<V> before = Optional.ofNullable(kept.remove(key));
        kept.put(key, value);
        return before;
    }

    /** Forgets a key. */
    public void forget(K key) {
        if (!kept.isEmpty()) {
            kept.remove(key);
        }
    }

    /** All that is remembered, the newest last. */
    public Collection<V> values() {
        return List.copyOf(kept.values());
    }
}
