package io.chargeproof.prove;

import io.chargeproof.sandbox.defect.Defect;
import io.chargeproof.sandbox.freedom.Freedom;
import io.chargeproof.target.Depth;
import java.util.List;
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
record Trial(@Nullable Defect defect, List<Freedom> freedoms, Depth depth, @Nullable String tags, long seed) {
    Trial {
        freedoms = List.copyOf(freedoms);
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

    /** The IDs of the freedoms. */
    List<String> freedomIds() {
        return freedoms.stream().map(Freedom::id).toList();
    }

    private String liberties() {
        return freedoms.stream().map(Freedom::id).collect(Collectors.joining(", "));
    }
}
