package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Profile;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RunReference;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.run.Rerun;
import io.chargeproof.run.RunOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is to be executed, and against what. */
final class RunSelection {
    private static final int FEWEST_THREADS = 1;
    private static final int MOST_THREADS = 64;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(names = "--tags", paramLabel = "EXPR", description = "Narrows the scope, such as '@oioi and not @hostile'.")
    @Nullable String tags;

    @Mixin
    SuiteOptions suite = new SuiteOptions();

    @Option(
            names = "--requirements",
            paramLabel = "FILE",
            description = "A file of own requirements beside the shipped ones.")
    @Nullable Path requirements;

    @Option(names = "--glue", paramLabel = "PACKAGE", description = "A package of own step definitions.")
    List<String> glue = new ArrayList<>();

    @Option(names = "--depth", paramLabel = "DEPTH", description = "smoke, standard or full, instead of the profile's.")
    @Nullable String depth;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many scenarios are executed at once (default: ${DEFAULT-VALUE}).")
    int threads = 4;

    @Option(
            names = "--rerun",
            paramLabel = "RUN",
            description = "Executes only what didn't conform in that run: its folder, its ID, or 'latest'.")
    @Nullable String rerun;

    /** The requirements, with those of one's own. */
    RequirementCatalogue catalogue() {
        return requirements == null ? RequirementCatalogue.shipped() : RequirementCatalogue.with(requirements);
    }

    /** The target at the depth that is asked for. */
    Profile atDepth(Profile described) {
        return depth == null ? described : described.withDepth(depth(depth));
    }

    /**
     * All that a run is asked to do.
     *
     * @param reports the folder of earlier runs
     * @param failsOnWarning whether warnings exit 1
     */
    RunOptions options(Profile profile, RequirementCatalogue catalogue, Path reports, boolean failsOnWarning) {
        return new RunOptions(
                profile,
                target.permit(profile),
                catalogue,
                suite.features(),
                glue,
                tags,
                suite.shard(),
                threads(),
                suite.seed,
                TargetOptions.guard().isNearby(profile),
                RunOptions.Adapters.BOTH,
                failsOnWarning,
                Version.NUMBER,
                rerun == null ? null : Rerun.of(RecordedRun.read(new RunReference(rerun, reports))));
    }

    private int threads() {
        if (threads < FEWEST_THREADS || threads > MOST_THREADS) {
            throw new UsageException("--threads takes a number from 1 to 64, not " + threads);
        }
        return threads;
    }

    private static Depth depth(String name) {
        for (Depth known : Depth.values()) {
            if (known.label().equals(name.toLowerCase(Locale.ROOT))) {
                return known;
            }
        }
        throw new UsageException("--depth knows smoke, standard and full, not '" + name + "'");
    }
}
