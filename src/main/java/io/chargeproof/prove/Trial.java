package io.chargeproof.prove;

import io.chargeproof.profile.Depth;
import io.chargeproof.sandbox.Defect;
import io.chargeproof.sandbox.Variant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run of the suite on a sandbox that is told to differ.
 *
 * @param defect what it breaks; null for nothing
 * @param variants the variants of the target
 * @param depth how much is sent
 * @param tags a tag expression for the scenarios; null for all
 * @param seed what random choices derive from
 */
public record Trial(
        @Nullable Defect defect,
        List<Variant> variants,
        Depth depth,
        @Nullable String tags,
        long seed) {
    public Trial {
        variants = List.copyOf(variants);
    }

    /** The trials of each of its variants alone, which say to which of several an alarm is due. */
    List<Trial> apart() {
        return variants.size() < 2
                ? List.of()
                : variants.stream()
                        .map(variant -> new Trial(null, List.of(variant), depth, tags, seed))
                        .toList();
    }

    /** What the sandbox is told, in words. */
    String name() {
        if (defect == null && variants.isEmpty()) {
            return "the clean sandbox";
        }
        if (defect == null) {
            return (variants.size() == 1 ? "variant " : "variants ") + listedVariants();
        }
        return "defect " + defect.id() + (variants.isEmpty() ? "" : " beside " + listedVariants());
    }

    /** How much of the suite it lets its defect meet. */
    TrialStage reach() {
        boolean own = !api().equals(tags);
        if (depth == Depth.FULL) {
            return own ? TrialStage.OWN_IN_FULL : TrialStage.WHOLE_API;
        }
        return own ? TrialStage.OWN : TrialStage.SAMPLED;
    }

    /**
     * The trial that follows if the defect isn't caught by this one: it may show in few of the hostile values, and a standing
     * check may see it in any scenario.
     */
    Optional<Trial> wider() {
        return switch (reach()) {
            case OWN -> Optional.of(new Trial(defect, variants, Depth.FULL, tags, seed));
            case OWN_IN_FULL -> Optional.of(new Trial(defect, variants, Depth.STANDARD, api(), seed));
            case SAMPLED -> Optional.of(new Trial(defect, variants, Depth.FULL, api(), seed));
            case WHOLE_API -> Optional.empty();
        };
    }

    private String api() {
        return defect == null ? "" : "@" + defect.requirement().api().label();
    }

    /** The IDs of the variants. */
    List<String> variantIds() {
        return variants.stream().map(Variant::id).toList();
    }

    private String listedVariants() {
        return variants.stream().map(Variant::id).collect(Collectors.joining(", "));
    }
}
