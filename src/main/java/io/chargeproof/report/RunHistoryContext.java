package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.util.Optional;

/**
 * The runs before a run, as far as its report speaks of them.
 *
 * @param run the run itself
 * @param earlier those before it that are about the same
 * @param against the one that it is compared with, if there is one
 */
record RunHistoryContext(RunOutline run, History earlier, Optional<RunOutline> against) {
    /** What the reports directory remembers, and the run that the options name instead of the newest. */
    static RunHistoryContext of(RunReport report, ReportOptions options) {
        RunOutline run = RunOutline.of(report, "");
        History earlier = History.in(options.reports()).before(run);
        RunOutline named = options.compare();
        return new RunHistoryContext(run, earlier, named == null ? earlier.nearest(run) : Optional.of(named));
    }

    /** How this run follows on those before it. */
    Trend trend() {
        return Trend.of(earlier.asWideAs(run), run);
    }

    Optional<Comparison> comparison() {
        return against.map(before -> new Comparison(before, run));
    }

    /** Since when a requirement is broken, as a sentence's end; empty where nothing is known of earlier runs. */
    String since(RequirementId id) {
        if (run.outcome(id).filter(Outcome::isBreach).isEmpty()) {
            return "";
        }
        Optional<RunOutline> since = earlier.brokenSince(id);
        if (since.isPresent()) {
            return since.get().inWords();
        }
        if (against.filter(named -> named.outcome(id).filter(Outcome::isBreach).isPresent())
                .isPresent()) {
            return against.orElseThrow().inWords() + " or before";
        }
        return earlier.decidedLast(id)
                .or(() -> against.filter(
                        named -> named.outcome(id).filter(Outcome::isDecided).isPresent()))
                .map(last -> "this run (" + last.outcome(id).orElseThrow().label() + " in " + last.inWords() + ")")
                .orElse("");
    }
}
