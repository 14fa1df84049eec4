package io.chargeproof.runs;

import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.ReportSection;
import io.chargeproof.report.RunOutline;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.runs.Reevaluation.Rejudged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiPredicate;

/**
 * A recorded run, judged again by today's standing checks; set against a later run it tells what the suite changed from
 * what the target did.
 */
public final class RejudgedRun {
    private final RecordedRun run;
    private final Optional<RunOutline> later;
    private final SortedMap<RequirementId, Rejudged> requirements;

    /**
     * Judges a run again.
     *
     * @param run the run
     * @param later a later run of the same target, if there is one
     */
    public RejudgedRun(RecordedRun run, Optional<RunOutline> later) {
        this.run = run;
        this.later = later;
        this.requirements = Reevaluation.of(run);
    }

    /** In one sentence: what was judged again, and how much came out otherwise. */
    public String headline() {
        long changed =
                requirements.values().stream().filter(each -> !each.isSame()).count();
        return "run " + run.report().run().id() + ", judged again by " + requirements.size()
                + " rows of today's standing checks: "
                + (changed == 0 ? "all come out as they did" : changed + " come out otherwise");
    }

    /** What changed by the suite and what by the target, and what can't be told. */
    public List<ReportSection> passages() {
        List<ReportSection> passages = new ArrayList<>();
        passages.add(new ReportSection("The suite changed", where((id, each) -> !each.isSame(), this::bySuite)));
        later.ifPresent(other -> passages.add(new ReportSection(
                "The target changed, by " + other.inWords(),
                where((id, each) -> isOfTheTarget(id, each, other), (id, each) -> byTarget(id, each, other)))));
        passages.add(new ReportSection(
                "Redaction leaves it open",
                where(
                        (id, each) -> !each.undecidable().isEmpty(),
                        (id, each) -> id + ": " + exchanges(each.undecidable().size())
                                + ", where what decides it was taken out")));
        return passages;
    }

    private interface Words {
        String of(RequirementId id, Rejudged rejudged);
    }

    private List<String> where(BiPredicate<RequirementId, Rejudged> applies, Words words) {
        List<String> items = new ArrayList<>();
        requirements.forEach((id, each) -> {
            if (applies.test(id, each)) {
                items.add(words.of(id, each));
            }
        });
        return items;
    }

    private String bySuite(RequirementId id, Rejudged each) {
        return id + ": broken by " + exchanges(each.brokenNow().size()) + ", was by "
                + each.brokenThen().size();
    }

    /** Today's checks on the answers of then say otherwise than today's checks on those of later. */
    private static boolean isOfTheTarget(RequirementId id, Rejudged each, RunOutline other) {
        boolean open = each.brokenNow().isEmpty() && !each.undecidable().isEmpty();
        return !open
                && other.isDecided(id)
                && other.isBroken(id) == each.brokenNow().isEmpty();
    }

    private static String byTarget(RequirementId id, Rejudged each, RunOutline other) {
        return id + ": " + (other.isBroken(id) ? "broken" : "kept") + ", was "
                + (each.brokenNow().isEmpty()
                        ? "kept"
                        : "broken by " + exchanges(each.brokenNow().size()));
    }

    private static String exchanges(int count) {
        return count + (count == 1 ? " exchange" : " exchanges");
    }
}
