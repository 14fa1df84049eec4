package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How outcomes and durations went over several runs that are about the same.
 *
 * @param runs the runs, the oldest first
 */
record Trend(List<RunOutline> runs) {
    private static final int MOST_RUNS = 10;

    Trend {
        runs = List.copyOf(runs);
    }

    /** That of the newest runs, of which this is the last. */
    static Trend of(History earlier, RunOutline run) {
        return new Trend(Stream.concat(earlier.newest(MOST_RUNS - 1).runs().stream(), Stream.of(run))
                .toList());
    }

    /** A requirement's outcomes, such as {@code conforms 2 times, then violation}; empty for one run alone. */
    String of(RequirementId id) {
        return runs.size() < 2 ? "" : of(run -> run.outcomes().get(id));
    }

    private String of(Function<RunOutline, @Nullable Outcome> outcome) {
        List<String> stretches = new ArrayList<>();
        String last = label(outcome.apply(runs.get(0)));
        int times = 0;
        for (RunOutline run : runs) {
            String label = label(outcome.apply(run));
            if (!label.equals(last)) {
                stretches.add(stretch(last, times));
                last = label;
                times = 0;
            }
            times++;
        }
        stretches.add(stretch(last, times));
        return String.join(", then ", stretches);
    }

    /** What changed at all, and every operation's median in each run; nothing for one run alone. */
    List<ReportSection> passages() {
        if (runs.size() < 2) {
            return List.of();
        }
        String over = " over the last " + runs.size() + " runs";
        return List.of(
                new ReportSection("Outcomes that changed" + over, changing()),
                new ReportSection("Median durations in ms" + over + ", the newest last", medians()));
    }

    private List<String> changing() {
        return Stream.concat(changing(RunOutline::outcomes).stream(), changing(RunOutline::own).stream())
                .toList();
    }

    private <N> List<String> changing(Function<RunOutline, SortedMap<N, Outcome>> outcomes) {
        SortedSet<N> names = new TreeSet<>();
        runs.forEach(run -> names.addAll(outcomes.apply(run).keySet()));
        return names.stream()
                .filter(name -> runs.stream()
                                .flatMap(run ->
                                        Stream.ofNullable(outcomes.apply(run).get(name)))
                                .filter(Outcome::isDecided)
                                .distinct()
                                .count()
                        > 1)
                .map(name -> name + ": " + of(run -> outcomes.apply(run).get(name)))
                .toList();
    }

    private List<String> medians() {
        SortedSet<String> operations = new TreeSet<>();
        runs.forEach(run -> operations.addAll(run.latencies().keySet()));
        return operations.stream()
                .map(operation -> operation + ": "
                        + String.join(
                                ", ",
                                runs.stream().map(run -> median(run, operation)).toList()))
                .toList();
    }

    private static String median(RunOutline run, String operation) {
        Latency latency = run.latencies().get(operation);
        return latency == null ? "none" : String.format(Locale.ROOT, "%.1f", latency.p50());
    }

    private static String label(@Nullable Outcome outcome) {
        return (outcome == null ? Outcome.OUT_OF_SCOPE : outcome).label();
    }

    private static String stretch(String label, int times) {
        return times == 1 ? label : label + " " + times + " times";
    }
}
