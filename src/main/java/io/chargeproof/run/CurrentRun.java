package io.chargeproof.run;

import org.jspecify.annotations.Nullable;

/**
 * The run that is being executed. Cucumber instantiates its plugins and its object factory by the names of their classes, so
 * they find their run here; it is the only mutable static. All threads of an execution descend from the one that began it,
 * so executions beside each other find a run each.
 */
final class CurrentRun {
    private static final InheritableThreadLocal<@Nullable GlueContext> SLOT = new InheritableThreadLocal<>();

    private CurrentRun() {}

    static void begin(GlueContext equipment) {
        if (SLOT.get() != null) {
            throw new IllegalStateException("a run is being executed already; runs in one thread follow each other");
        }
        SLOT.set(equipment);
    }

    static GlueContext get() {
        GlueContext equipment = SLOT.get();
        if (equipment == null) {
            throw new IllegalStateException("no run is being executed; use 'chargeproof run' to execute features");
        }
        return equipment;
    }

    static void end() {
        SLOT.remove();
    }
}
