package io.chargeproof.prove;

import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.run.RunOptions;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be proven.
 *
 * @param catalogue the requirements
 * @param features the folder of the feature files whose strength is in question
 * @param defects IDs of the only defects to try; empty for all of them, and the variants
 * @param full whether each defect and each variant meets every scenario of its API, with every hostile value
 * @param shard the part of the trials to carry out
 * @param seed what random choices derive from
 * @param version Chargeproof's version
 */
public record ProveOptions(
        RequirementCatalogue catalogue,
        Path features,
        List<String> defects,
        boolean full,
        RunOptions.@Nullable Shard shard,
        long seed,
        String version) {
    public ProveOptions {
        defects = List.copyOf(defects);
    }
}
