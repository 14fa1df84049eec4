package io.chargeproof.prove;

import io.chargeproof.api.UsageException;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import io.chargeproof.run.Suite;
import io.chargeproof.sandbox.Defect;
import io.chargeproof.traffic.seeded.SeededClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves how strong a suite is: that it finds every breach that the sandbox can be told to commit, and takes offence at none
 * of the variants that the documents allow.
 */
public final class Prove {
    private final ProveOptions options;
    private final ProveProgress progress;
    private final TrialTargets subjects;
    private final Suite suite;
    private final TrialRunner bench;
    private final Instant started = Instant.now();
    private final List<DefectResult> defects = new ArrayList<>();
    private final List<DefectResult> combinations = new ArrayList<>();
    private final List<VariantResult> variants = new ArrayList<>();

    /**
     * A proof on the sandbox.
     *
     * @throws UsageException if the scenarios can't be read
     */
    public Prove(ProveOptions options, ProveProgress progress) {
        this(options, progress, TrialTargets.ofTheSandbox(), Suite.in(options.features(), options.catalogue()));
    }

    private Prove(ProveOptions options, ProveProgress progress, TrialTargets subjects, Suite suite) {
        this(options, progress, subjects, suite, new SandboxTrialRunner(options, suite));
    }

    Prove(ProveOptions options, ProveProgress progress, TrialTargets subjects, Suite suite, TrialRunner bench) {
        this.options = options;
        this.progress = progress;
        this.subjects = subjects;
        this.suite = suite;
        this.bench = bench;
    }

    /**
     * Carries out the trials, two more at once than there are processors: some wait most of the time.
     *
     * @throws UsageException if there are none
     */
    public Proof execute() {
        List<Trial> trials = Plan.of(options, subjects);
        progress.planned(trials.size());
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors() + 2);
        try {
            List<Future<Runnable>> results = trials.stream()
                    .map(trial -> workers.submit(() -> carriedOut(trial)))
                    .toList();
            results.forEach(Prove::takeDown);
        } finally {
            workers.shutdownNow();
        }
        return new Proof(
                about(),
                options.catalogue().all(),
                defects,
                combinations,
                variants,
                options.defects().isEmpty() ? unbreakable() : List.of(),
                suite.locations(),
                clients());
    }

    private static void takeDown(Future<Runnable> result) {
        try {
            result.get().run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the proof was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException("a trial couldn't be carried out: " + e.getCause(), e);
        }
    }

    /** Carries a trial out; what is returned takes down, in its turn, what came of it. */
    private Runnable carriedOut(Trial trial) {
        Defect defect = trial.defect();
        if (defect == null) {
            VariantResult result = variant(trial);
            List<Runnable> apart = result.passed()
                    ? List.of()
                    : trial.apart().stream().map(this::carriedOut).toList();
            return () -> {
                variants.add(result);
                progress.finished(trial.name(), result.problem());
                apart.forEach(Runnable::run);
            };
        }
        DefectResult result = pursued(trial, defect);
        boolean alone = trial.variants().isEmpty();
        return () -> {
            (alone ? defects : combinations).add(result);
            progress.finished(trial.name(), alone ? result.problem() : Optional.empty());
        };
    }

    private VariantResult variant(Trial trial) {
        Stopwatch watch = new Stopwatch();
        try {
            return TrialEvaluation.ofVariant(trial, bench.carryOut(trial), watch.time());
        } catch (UsageException stopped) {
            return new VariantResult(
                    trial.variantIds(), trial.depth().label(), null, List.of(inWords(stopped)), watch.time());
        }
    }

    /** Lets a defect meet more and more of the suite until it is caught. */
    private DefectResult pursued(Trial first, Defect defect) {
        DefectResult result = defect(first, defect);
        Optional<Trial> next = first.wider();
        while (!result.isCaught() && next.isPresent()) {
            result = defect(next.get(), defect);
            next = next.get().wider();
        }
        return result;
    }

    private DefectResult defect(Trial trial, Defect defect) {
        Stopwatch watch = new Stopwatch();
        try {
            return TrialEvaluation.ofDefect(trial, defect, bench.carryOut(trial), watch.time());
        } catch (UsageException stopped) {
            return new DefectResult(
                    defect, trial.variantIds(), trial.reach(), List.of(), List.of(), inWords(stopped), watch.time());
        }
    }

    private static String inWords(UsageException stopped) {
        return "the run doesn't begin, " + stopped.getMessage();
    }

    /** Judging their traffic takes a moment; a part of the trials has them too. */
    private List<ClientResult> clients() {
        return Stream.concat(SeededClient.defects().stream(), SeededClient.variants().stream())
                .map(ClientResult::of)
                .toList();
    }

    /** What a provider can break and no defect does. */
    private List<Requirement> unbreakable() {
        Set<RequirementId> broken =
                subjects.defects().stream().map(Defect::requirement).collect(Collectors.toSet());
        return options.catalogue().all().stream()
                .filter(requirement -> requirement.level() != RequirementLevel.OBSERVE)
                .filter(requirement -> requirement.undecidable() == null && !broken.contains(requirement.id()))
                .toList();
    }

    private Proof.About about() {
        return new Proof.About(
                started,
                Duration.between(started, Instant.now()),
                options.version(),
                options.seed(),
                options.full(),
                !options.defects().isEmpty(),
                options.shard());
    }

    /** Measures how long a trial takes. */
    private static final class Stopwatch {
        private final long begun = System.nanoTime();

        Duration time() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }
}
