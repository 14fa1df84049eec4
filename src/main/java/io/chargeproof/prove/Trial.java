package io.chargeproof.prove;

import io.chargeproof.sandbox.defect.Defect;
import io.chargeproof.sandbox.freedom.Freedom;
import io.chargeproof.target.Depth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run of the suite on a sandbox that is told to differ.
 *
 * @param defect what it breaks; null for nothing
 * @param freedoms the liberties that it takes
 * @param depth how much is sent
 * @param tags a tag expression for the scenarios; null for all
 * @param seed what random choices derive from
 */
record Trial(
        @Nullable Defect defect,
        List<Freedom> freedoms,
        Depth depth,
        @Nullable String tags,
        long seed) {
    Trial {
        freedoms = List.copyOf(freedoms);
    }

    /** The trials of each of its freedoms alone, which say to which of several an alarm is due. */
    List<Trial> apart() {
        return freedoms.size() < 2
                ? List.of()
                : freedoms.stream()
                        .map(freedom -> new Trial(null, List.of(freedom), depth, tags, seed))
                        .toList();
    }

    /** What the sandbox is told, in words. */
    String name() {
        if (defect == null && freedoms.isEmpty()) {
            return "the clean sandbox";
        }
        if (defect == null) {
            return (freedoms.size() == 1 ? "freedom " : "freedoms ") + liberties();
        }
        return "defect " + defect.id() + (freedoms.isEmpty() ? "" : " beside " + liberties());
    }

    /** How much of the suite it lets its defect meet. */
    Reach reach() {
        if (tags == null) {
            return Reach.EVERYTHING;
        }
        boolean own = !tags.equals(api());
        if (depth == Depth.FULL) {
            return own ? Reach.OWN_IN_FULL : Reach.WHOLE_API;
        }
        return own ? Reach.OWN : Reach.SAMPLED;
    }

    /**
     * The trial that follows if the defect isn't caught by this one: it may show in few of the hostile values, and a standing
     * check may see it in any scenario.
     */
    Optional<Trial> wider() {
        return switch (reach()) {
            case OWN -> Optional.of(new Trial(defect, freedoms, Depth.FULL, tags, seed));
            case OWN_IN_FULL -> Optional.of(new Trial(defect, freedoms, Depth.STANDARD, api(), seed));
            case SAMPLED -> Optional.of(new Trial(defect, freedoms, Depth.FULL, api(), seed));
            case WHOLE_API, EVERYTHING -> Optional.empty();
        };
    }

    private String api() {
        return defect == null ? "" : "@" + defect.requirement().api().label();
    }

    /** The IDs of the freedoms. */
    List<String> freedomIds() {
        return freedoms.stream().map(Freedom::id).toList();
    }

    private String liberties() {
        return freedoms.stream().map(Freedom::id).collect(Collectors.joining(", "));
    }
}
