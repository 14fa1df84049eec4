package io.chargeproof.prove;

import io.chargeproof.profile.Depth;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementLevel;
import io.chargeproof.run.Suite;
import io.chargeproof.sandbox.Defect;
import io.chargeproof.sandbox.SandboxCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Prints which defects that break a MUST a run at depth standard misses, of those that one at depth full catches. Not a
 * test, since it takes minutes; the script {@code figures} starts it.
 */
final class DepthFigures {
    private static final double ENOUGH = 0.95;

    private final RequirementCatalogue catalogue = RequirementCatalogue.shipped();
    private final TrialTargets subjects = TrialTargets.ofTheSandbox();
    private final Map<String, Tally> tallies = new TreeMap<>();

    private DepthFigures() {}

    /** Arguments: seeds, from which the samples of hostile values derive. */
    public static void main(String[] arguments) throws Exception {
        DepthFigures figures = new DepthFigures();
        System.out.println("| seed | defect | requirement | found at depth full |");
        System.out.println("|---:|---|---|---|");
        boolean enough = true;
        for (String seed : arguments) {
            enough &= figures.measure(Long.parseLong(seed));
        }
        figures.printTallies();
        System.exit(enough ? 0 : 1);
    }

    /** How many defects of a requirement are caught. */
    private record Tally(int standard, int full) {
        Tally plus(Tally other) {
            return new Tally(standard + other.standard, full + other.full);
        }
    }

    /**
     * What came of a defect.
     *
     * @param standard what a run at depth standard found
     * @param full the same at depth full, where the other missed it; else that of depth standard
     */
    private record Outcome(DefectResult standard, DefectResult full) {
        Tally tally() {
            return new Tally(standard.isCaught() ? 1 : 0, full.isCaught() ? 1 : 0);
        }
    }

    private boolean measure(long seed) throws Exception {
        ProveOptions options = new ProveOptions(catalogue, Path.of("features"), musts(), false, null, seed, "figures");
        TrialRunner bench = new SandboxTrialRunner(options, Suite.in(options.features(), catalogue));
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors() + 2);
        List<Future<Outcome>> outcomes = Plan.of(options, subjects).stream()
                .filter(trial -> trial.defect() != null)
                .map(trial -> workers.submit(() -> outcome(bench, trial)))
                .toList();
        Tally all = new Tally(0, 0);
        for (Future<Outcome> each : outcomes) {
            all = all.plus(taken(seed, each.get()));
        }
        workers.shutdown();
        System.out.printf(
                Locale.ROOT,
                "%nseed %d: depth standard catches %d of %d, %.1f %%%n%n",
                seed,
                all.standard(),
                all.full(),
                100.0 * all.standard() / all.full());
        return all.standard() >= ENOUGH * all.full();
    }

    private List<String> musts() {
        return SandboxCatalogue.defects().stream()
                .filter(defect -> catalogue
                        .find(defect.requirement())
                        .filter(requirement -> requirement.level() == RequirementLevel.MUST)
                        .isPresent())
                .map(Defect::id)
                .toList();
    }

    /** The defect's own scenarios first, then all of its API, each at depth standard before full. */
    private static Outcome outcome(TrialRunner bench, Trial own) {
        DefectResult standard = result(bench, own);
        if (standard.isCaught()) {
            return new Outcome(standard, standard);
        }
        Trial all = new Trial(own.defect(), List.of(), Depth.STANDARD, api(own.defect()), own.seed());
        standard = result(bench, all);
        if (standard.isCaught()) {
            return new Outcome(standard, standard);
        }
        DefectResult full = result(bench, new Trial(own.defect(), List.of(), Depth.FULL, own.tags(), own.seed()));
        return new Outcome(
                standard,
                full.isCaught()
                        ? full
                        : result(bench, new Trial(own.defect(), List.of(), Depth.FULL, api(own.defect()), own.seed())));
    }

    private static String api(Defect defect) {
        return "@" + defect.requirement().api().label();
    }

    private static DefectResult result(TrialRunner bench, Trial trial) {
        return TrialEvaluation.ofDefect(trial, trial.defect(), bench.carryOut(trial), Duration.ZERO);
    }

    private Tally taken(long seed, Outcome outcome) {
        Defect defect = outcome.standard().defect();
        Tally tally = outcome.tally();
        tallies.merge(defect.requirement().value(), tally, Tally::plus);
        if (tally.standard() < tally.full()) {
            System.out.printf(
                    "| %d | %s | %s | %s |%n",
                    seed,
                    defect.id(),
                    defect.requirement(),
                    String.join(", ", outcome.full().caughtBy()));
        }
        return tally;
    }

    private void printTallies() {
        System.out.println("| requirement | caught at standard | caught at full |");
        System.out.println("|---|---:|---:|");
        tallies.forEach((requirement, tally) -> {
            if (tally.standard() < tally.full()) {
                System.out.printf("| %s | %d | %d |%n", requirement, tally.standard(), tally.full());
            }
        });
    }
}
