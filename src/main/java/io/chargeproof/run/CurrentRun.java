package io.chargeproof.run;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The run that is being executed. Cucumber instantiates its plugins and its object factory by the names of their classes, so
 * they find their run here; it is the only mutable static. Runs in one JVM follow each other.
 */
final class CurrentRun {
    private static final AtomicReference<@Nullable Equipment> SLOT = new AtomicReference<>();

    private CurrentRun() {}

    static void begin(Equipment equipment) {
        if (!SLOT.compareAndSet(null, equipment)) {
            throw new IllegalStateException("a run is being executed already; runs in one JVM follow each other");
        }
    }

    static Equipment get() {
        Equipment equipment = SLOT.get();
        if (equipment == null) {
            throw new IllegalStateException("no run is being executed; use 'chargeproof run' to execute features");
        }
        return equipment;
    }

    static void end() {
        SLOT.set(null);
    }
}
