package io.chargeproof.prove;

import io.chargeproof.guard.AllowedHosts;
import io.chargeproof.guard.NameResolver;
import io.chargeproof.guard.ProductionGuard;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.ProfileReader;
import io.chargeproof.report.RunReport;
import io.chargeproof.run.Run;
import io.chargeproof.run.RunOptions;
import io.chargeproof.run.RunProgress;
import io.chargeproof.run.Suite;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Carries trials out in this process, each on a sandbox of its own. The scenarios are read once, and the JDK's client carries
 * all requests: which adapter does changes no answer, and the other takes several times as long.
 */
final class SandboxTrialRunner implements TrialRunner {
    /** Variants have their runs wait now and then; a defect meets a few scenarios, and trials are beside each other. */
    private static final int THREADS_BESIDE_VARIANTS = 4;

    private static final int THREADS = 2;

    /** A variant may be to stumble now and then; nothing else lies between a sandbox and the run. */
    private static final int RETRIES_BESIDE_VARIANTS = 3;

    private static final int RETRIES = 1;

    private final ProveOptions options;
    private final Suite suite;
    private final ProfileReader reader;
    private final ProductionGuard guard = new ProductionGuard(NameResolver.ofTheSystem());

    SandboxTrialRunner(ProveOptions options, Suite suite) {
        this.options = options;
        this.suite = suite;
        this.reader = new ProfileReader(options.catalogue(), Clock.system(ZoneId.systemDefault()));
    }

    @Override
    public RunReport carryOut(Trial trial) {
        List<String> defects =
                trial.defect() == null ? List.of() : List.of(trial.defect().id());
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, defects, trial.variantIds()))) {
            Profile profile = reader.parse(sandbox.profile(), "sandbox", Map.of())
                    .profile()
                    .withDepth(trial.depth())
                    .withRetries(trial.variants().isEmpty() ? RETRIES : RETRIES_BESIDE_VARIANTS);
            return Run.withoutWaiting(options(trial, profile), RunProgress.NONE).execute(suite);
        }
    }

    private RunOptions options(Trial trial, Profile profile) {
        return new RunOptions(
                profile,
                guard.permit(profile, AllowedHosts.NONE),
                options.catalogue(),
                options.features(),
                List.of(),
                trial.tags(),
                null,
                trial.defect() == null ? THREADS_BESIDE_VARIANTS : THREADS,
                trial.seed(),
                guard.isNearby(profile),
                RunOptions.Adapters.JDK_ONLY,
                false,
                options.version(),
                null);
    }
}
