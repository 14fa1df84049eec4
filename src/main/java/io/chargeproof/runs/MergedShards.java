package io.chargeproof.runs;

import io.chargeproof.api.UsageException;
import io.chargeproof.check.Outcome;
import io.chargeproof.report.Ended;
import io.chargeproof.report.RecordedCommands;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.RunReport.WaiverUse;
import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.run.RequirementEvaluation;
import io.chargeproof.run.RunResults;
import io.chargeproof.run.RunScope;
import io.chargeproof.run.Thoroughness;
import io.chargeproof.run.VerdictCalculator;
import io.chargeproof.run.VerdictPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole of a run that was executed in shards: concluded anew from what all of them recorded. */
public final class MergedShards {
    private final List<RecordedRun> shards;
    private final boolean failOnWarning;
    private final CombinedShards recorded;

    private MergedShards(ShardSet set, boolean failOnWarning) {
        this.shards = set.shards();
        this.failOnWarning = failOnWarning;
        this.recorded = new CombinedShards(shards);
    }

    /**
     * The report of the whole.
     *
     * @param shards the runs of all shards, in any order
     * @param failOnWarning whether a warning makes the verdict non-conforming
     * @throws UsageException if they aren't the shards of one whole
     */
    public static RecordedRun of(List<RecordedRun> shards, boolean failOnWarning) {
        MergedShards merged = new MergedShards(ShardSet.of(shards), failOnWarning);
        return new RecordedRun(shards.get(0).directory(), merged.report());
    }

    private RunReport report() {
        RunReport first = shards.get(0).report();
        RequirementEvaluation assessment = new RequirementEvaluation(
                first.requirements().stream()
                        .map(RequirementResult::requirement)
                        .toList(),
                reach(),
                evidence());
        List<String> leftovers = all(RunReport::leftovers);
        VerdictCalculator conclusion = new VerdictCalculator(
                VerdictPolicy.ofWhole(first.scope(), failOnWarning),
                assessment,
                recorded.scenarios(),
                leftovers,
                recorded.excused()::contains,
                found -> waivers(),
                Thoroughness.ofWhole(first, recorded.scenarios()));
        List<String> notices = new ArrayList<>(conclusion.idleWaivers());
        notices.addAll(all(RunReport::notices));
        notices.add("merged from " + shards.size() + " shards");
        RecordedCommands.caution(recorded.shown()).ifPresent(notices::add);
        return new RunReport(
                run(),
                conclusion.scope(),
                first.target(),
                conclusion.verdict(),
                conclusion.exitCode(),
                conclusion.results(),
                conclusion.scenarios(),
                recorded.exchanges(),
                leftovers,
                notices,
                conclusion.waivers());
    }

    private RunReport.Run run() {
        List<RunReport.Run> runs =
                shards.stream().map(shard -> shard.report().run()).toList();
        RunReport.Run first = runs.get(0);
        return new RunReport.Run(
                runs.stream().map(RunReport.Run::id).collect(Collectors.joining("+")),
                runs.stream()
                        .map(RunReport.Run::started)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                runs.stream()
                        .map(RunReport.Run::finished)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                first.version(),
                first.commit(),
                first.seed(),
                first.depth(),
                runs.stream()
                        .map(RunReport.Run::ended)
                        .max(Comparator.naturalOrder())
                        .orElse(Ended.COMPLETE));
    }

    private RunResults evidence() {
        Map<RequirementId, Integer> judgements = new TreeMap<>();
        Map<RequirementId, List<String>> observations = new TreeMap<>();
        results().forEach(result -> {
            RequirementId id = result.requirement().id();
            judgements.merge(id, result.checks(), Integer::sum);
            if (!result.observations().isEmpty()) {
                observations
                        .computeIfAbsent(id, requirement -> new ArrayList<>())
                        .addAll(result.observations());
            }
        });
        return new RunResults(recorded.scenarios(), judgements, observations);
    }

    private RunScope reach() {
        Set<RequirementId> included = results()
                .filter(result -> result.outcome() != Outcome.OUT_OF_SCOPE)
                .filter(result -> !result.scenarios().isEmpty() || isOutOfReach(result))
                .map(result -> result.requirement().id())
                .collect(Collectors.toSet());
        Map<RequirementId, String> reasons = new TreeMap<>();
        results().forEach(result -> reasons.putIfAbsent(result.requirement().id(), String.valueOf(result.reason())));
        return new RunScope(included::contains, id -> reasons.getOrDefault(id, ""), unreachable());
    }

    private Map<Api, String> unreachable() {
        Map<Api, String> unreachable = new TreeMap<>();
        results()
                .filter(MergedShards::isOutOfReach)
                .forEach(result ->
                        unreachable.putIfAbsent(result.requirement().id().api(), reason(result.reason())));
        return unreachable;
    }

    /** Nothing was executed for it and nothing was found, though it was asked for: its API gave no answer. */
    private static boolean isOutOfReach(RequirementResult result) {
        return result.outcome() == Outcome.INCONCLUSIVE
                && result.scenarios().isEmpty()
                && result.findings().isEmpty();
    }

    private static String reason(@Nullable String reason) {
        return reason == null ? "the target can't be reached" : reason;
    }

    /** A waiver is needed if any shard needed it. */
    private List<WaiverUse> waivers() {
        Map<String, WaiverUse> uses = new LinkedHashMap<>();
        shards.stream().flatMap(shard -> shard.report().waivers().stream()).forEach(use -> {
            String key = use.requirement() + " " + use.reason();
            boolean needed =
                    use.needed() || (uses.containsKey(key) && uses.get(key).needed());
            uses.put(key, new WaiverUse(use.requirement(), use.reason(), needed));
        });
        return List.copyOf(uses.values());
    }

    private Stream<RequirementResult> results() {
        return shards.stream().flatMap(shard -> shard.report().requirements().stream());
    }

    private List<String> all(Function<RunReport, List<String>> part) {
        Set<String> all = new LinkedHashSet<>();
        shards.forEach(shard -> all.addAll(part.apply(shard.report())));
        return List.copyOf(all);
    }
}
