package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares two runs.
 *
 * @param before the one
 * @param after the other
 */
public record Comparison(RunOutline before, RunOutline after) {
    private static final int MOST_NEWS = 10;

    /** In one sentence: what is compared, and how much has changed. */
    public String headline() {
        List<String> counts = new ArrayList<>();
        for (ReportSection passage : requirements()) {
            if (!passage.items().isEmpty()) {
                counts.add(passage.items().size() + " "
                        + passage.title().substring(0, 1).toLowerCase(Locale.ROOT)
                        + passage.title().substring(1));
            }
        }
        String nothing = subjects().isEmpty() ? "no requirement was in scope of both" : "nothing new";
        return "since " + before.inWords() + ": " + (counts.isEmpty() ? nothing : String.join(", ", counts));
    }

    /** What changed, with an item for each requirement, answer and operation. */
    public List<ReportSection> passages() {
        List<ReportSection> passages = new ArrayList<>();
        passages.add(new ReportSection("The runs differ", circumstances()));
        passages.addAll(requirements());
        passages.add(new ReportSection("No longer in scope", left()));
        passages.add(new ReportSection("Answers that are new", codes(after, before)));
        passages.add(new ReportSection("Answers that are gone", codes(before, after)));
        passages.add(new ReportSection("Durations beyond noise", durations()));
        return passages;
    }

    /** What a run's own summary says of it: not what is still broken, which that lists anyway. */
    List<ReportSection> news() {
        return List.of(
                        newlyBroken(),
                        repaired(),
                        noLongerTested(),
                        new ReportSection("No longer in scope", left()),
                        new ReportSection("Answers that are new", codes(after, before)),
                        new ReportSection("Answers that are gone", codes(before, after)),
                        new ReportSection("Durations beyond noise", durations()))
                .stream()
                .map(passage -> passage.brief(MOST_NEWS))
                .toList();
    }

    private List<ReportSection> requirements() {
        return List.of(
                newlyBroken(),
                repaired(),
                new ReportSection("Still broken", where((was, is) -> isBroken(was) && isBroken(is))),
                noLongerTested());
    }

    private ReportSection newlyBroken() {
        return new ReportSection("Newly broken", where((was, is) -> !isBroken(was) && isBroken(is)));
    }

    private ReportSection repaired() {
        return new ReportSection("Repaired", where((was, is) -> isBroken(was) && isDecided(is) && !isBroken(is)));
    }

    private ReportSection noLongerTested() {
        return new ReportSection(
                "No longer tested", where((was, is) -> isDecided(was) && is.isPresent() && !isDecided(is)));
    }

    private List<String> where(BiPredicate<Optional<Outcome>, Optional<Outcome>> applies) {
        return subjects().stream()
                .filter(each -> applies.test(each.was, each.is))
                .map(Subject::change)
                .toList();
    }

    /** What both runs may have an outcome of: a requirement, or a scenario of one's own. */
    private record Subject(String name, Optional<Outcome> was, Optional<Outcome> is) {
        String change() {
            String before = was.map(Outcome::label).orElse("not in scope");
            String after = is.map(Outcome::label).orElse("not in scope");
            return name + ": " + (before.equals(after) ? after : after + ", was " + before);
        }
    }

    /** Named one by one where they were broken; how many there were in all says enough of the others. */
    private List<String> left() {
        List<String> items = new ArrayList<>();
        items.addAll(left(requirementsOfBoth(), "requirement"));
        items.addAll(left(ownOfBoth(), "own scenario"));
        return items;
    }

    private static List<String> left(List<Subject> subjects, String what) {
        List<Subject> left = subjects.stream()
                .filter(each -> isDecided(each.was) && each.is.isEmpty())
                .toList();
        if (left.isEmpty()) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        left.stream().filter(each -> isBroken(each.was)).map(Subject::change).forEach(items::add);
        items.add(left.size() + " " + what + (left.size() == 1 ? "" : "s") + " in all");
        return items;
    }

    private List<Subject> subjects() {
        return Stream.concat(requirementsOfBoth().stream(), ownOfBoth().stream())
                .toList();
    }

    private List<Subject> requirementsOfBoth() {
        return ofBoth(before.outcomes(), after.outcomes());
    }

    private List<Subject> ownOfBoth() {
        return ofBoth(before.own(), after.own());
    }

    /** Where one run was asked for less than the other, only what both had in scope says anything of the target. */
    private <N> List<Subject> ofBoth(SortedMap<N, Outcome> was, SortedMap<N, Outcome> is) {
        SortedSet<N> names = new TreeSet<>(was.keySet());
        if (before.isAsWideAs(after)) {
            names.addAll(is.keySet());
        } else {
            names.retainAll(is.keySet());
        }
        return names.stream()
                .map(name -> new Subject(
                        name.toString(), Optional.ofNullable(was.get(name)), Optional.ofNullable(is.get(name))))
                .toList();
    }

    private static boolean isBroken(Optional<Outcome> outcome) {
        return outcome.filter(Outcome::isBreach).isPresent();
    }

    private static boolean isDecided(Optional<Outcome> outcome) {
        return outcome.filter(Outcome::isDecided).isPresent();
    }

    private static List<String> codes(RunOutline in, RunOutline notIn) {
        if (!in.isAsWideAs(notIn)) {
            return List.of();
        }
        return in.codes().stream()
                .filter(code -> !notIn.codes().contains(code))
                .map(code -> code.api() + " " + code.operation() + ": " + code.inWords())
                .toList();
    }

    private List<String> durations() {
        List<String> shifts = new ArrayList<>();
        before.latencies().forEach((operation, was) -> {
            Latency is = after.latencies().get(operation);
            if (is != null && was.isShiftedTo(is)) {
                shifts.add(operation + ": median " + is.p50() + " ms, was " + was.p50() + " ms");
            }
        });
        if (!shifts.isEmpty()) {
            shifts.add(Latency.NOISE);
        }
        return shifts;
    }

    private List<String> circumstances() {
        List<String> differences = new ArrayList<>();
        differ("target", inWords(before.target()), inWords(after.target()), differences);
        differ("depth", before.depth(), after.depth(), differences);
        differ("shard", before.scope().shard(), after.scope().shard(), differences);
        differ("tags", before.scope().tags(), after.scope().tags(), differences);
        differ("writes", writes(before), writes(after), differences);
        differ("scope", before.scope().text(), after.scope().text(), differences);
        differ("Chargeproof", before.version(), after.version(), differences);
        return differences;
    }

    private static void differ(String what, @Nullable String was, @Nullable String is, List<String> into) {
        if (!Objects.equals(was, is)) {
            into.add(what + ": " + (is == null ? "none" : is) + ", was " + (was == null ? "none" : was));
        }
    }

    private static String writes(RunOutline run) {
        return run.scope().readOnly() ? "none" : "allowed";
    }

    private static String inWords(RunReport.Target target) {
        String addresses = String.join(", ", target.addresses().values());
        return target.kind().equals("sandbox") ? target.name() : target.name() + " at " + addresses;
    }
}
