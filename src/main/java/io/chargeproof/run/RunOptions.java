package io.chargeproof.run;

import io.chargeproof.guard.RunPermission;
import io.chargeproof.profile.Profile;
import io.chargeproof.requirement.RequirementCatalogue;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do.
 *
 * @param profile the target; its depth is that of the run
 * @param permission what the guard lets through
 * @param catalogue the requirements
 * @param features the folder of the feature files
 * @param glue packages of own step definitions
 * @param tags a tag expression that narrows the scope
 * @param shard the part of the scenarios to execute
 * @param threads how many scenarios are executed at once
 * @param seed what random choices derive from
 * @param privateTarget whether the target is on loopback or a private address
 * @param adapters which adapters carry the requests
 * @param failOnWarning whether a warning makes the verdict non-conforming
 * @param version Chargeproof's version
 * @param rerun the run of which only what didn't conform is executed
 */
public record RunOptions(
        Profile profile,
        RunPermission permission,
        RequirementCatalogue catalogue,
        Path features,
        List<String> glue,
        @Nullable String tags,
        @Nullable Shard shard,
        int threads,
        long seed,
        boolean privateTarget,
        Adapters adapters,
        boolean failOnWarning,
        String version,
        @Nullable Rerun rerun) {
    public RunOptions {
        glue = List.copyOf(glue);
    }

    /** The same, and with the same permission, at a sandbox in the target's place. */
    public RunOptions at(Profile other) {
        return new RunOptions(
                other,
                permission,
                catalogue,
                features,
                glue,
                tags,
                shard,
                threads,
                seed,
                privateTarget,
                Adapters.JDK_ONLY,
                failOnWarning,
                version,
                rerun);
    }

    /** Which adapters carry the requests. */
    public enum Adapters {
        /** REST Assured the scenarios' own, the JDK's client sweeps, tables, read-backs, raw bodies and controls. */
        BOTH,
        REST_ASSURED_ONLY,
        JDK_ONLY
    }

    /**
     * A part of the scenarios.
     *
     * @param index which one, from 1
     * @param count of how many
     */
    public record Shard(int index, int count) {
        public Shard {
            if (index < 1 || index > count) {
                throw new IllegalArgumentException("there is no shard " + index + " of " + count + "; write one from 1/"
                        + count + " to " + count + "/" + count);
            }
        }

        @Override
        public String toString() {
            return index + "/" + count;
        }
    }
}
