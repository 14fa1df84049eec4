package io.chargeproof.prove;

import io.chargeproof.check.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a target that conforms: the clean sandbox, or one that differs in permitted ways.
 *
 * @param variants IDs of the variants; none for the clean sandbox
 * @param depth how much was sent
 * @param verdict what the run said; null if it didn't get as far
 * @param alarms what it found amiss, a sentence each
 * @param duration how long it took
 */
public record VariantResult(
        List<String> variants, String depth, @Nullable Verdict verdict, List<String> alarms, Duration duration) {
    public VariantResult {
        variants = List.copyOf(variants);
        alarms = List.copyOf(alarms);
    }

    /** Whether it was let pass, with no warning. */
    public boolean passed() {
        return alarms.isEmpty();
    }

    /** What it is about, in words. */
    public String name() {
        return variants.isEmpty()
                ? "the clean sandbox"
                : (variants.size() == 1 ? "variant " : "variants ") + String.join(", ", variants);
    }

    /** Why the proof fails by it, in a sentence; nothing where it doesn't. */
    public Optional<String> problem() {
        return passed() ? Optional.empty() : Optional.of("false alarm on " + name() + ": " + String.join("; ", alarms));
    }
}
