package io.chargeproof.run;

import io.chargeproof.profile.Depth;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether a run tried all that could break a requirement. Only then does a requirement that held say that a waiver of it
 * is needed no more: a sample of hostile values, or a part of the scenarios, may just have missed what is waived.
 */
public final class Thoroughness {
    private Thoroughness() {}

    /** That of a run with this selection, which recorded this. */
    static Predicate<RequirementId> of(Selection selection, List<ScenarioRecorder.Recorded> recorded, Depth depth) {
        Set<SelectedScenario> executed = new HashSet<>(selection.selected());
        return id -> selection.all().stream()
                        .filter(scenario -> scenario.requirements().contains(id) && !scenario.has("@probe"))
                        .allMatch(executed::contains)
                && (depth == Depth.FULL
                        || recorded.stream()
                                .noneMatch(each -> isHostile(each.result())
                                        && each.findings().judgements().containsKey(id)));
    }

    /** That of a whole of which shards were recorded, each of which knows only what it found. */
    public static Predicate<RequirementId> ofWhole(RunReport shard, List<ScenarioResult> executed) {
        RunReport.Scope scope = shard.scope();
        boolean narrowed = scope.tags() != null
                || scope.readOnly()
                || scope.rerun() != null
                || shard.run().depth().equals(Depth.SMOKE.label());
        boolean full = shard.run().depth().equals(Depth.FULL.label());
        return id -> !narrowed
                && (full
                        || executed.stream()
                                .noneMatch(each -> isHostile(each)
                                        && each.api().equals(id.api().label())));
    }

    private static boolean isHostile(ScenarioResult scenario) {
        return scenario.tags().contains("@hostile");
    }
}
