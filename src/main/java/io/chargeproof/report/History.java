package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The runs of a reports directory, from {@code history.jsonl}.
 *
 * @param runs the runs, the oldest first
 */
public record History(List<RunOutline> runs) {
    static final String FILE = "history.jsonl";

    public History {
        runs = List.copyOf(runs);
    }

    /** What a reports directory remembers; nothing of a line that somebody mangled. */
    static History in(Path reports) {
        Path file = reports.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return new History(List.of());
        }
        try {
            // Bytes that aren't UTF-8 mangle the line that they are in, and no other.
            return new History(new String(Files.readAllBytes(file), UTF_8)
                    .lines()
                    .flatMap(line -> run(line).stream())
                    .sorted(Comparator.comparing(RunOutline::started))
                    .toList());
        } catch (IOException unreadable) {
            return new History(List.of());
        }
    }

    /** What can't be read of a reports directory's history, as a sentence; empty where all can. */
    public static Optional<String> unreadable(Path reports) {
        Path file = reports.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            long mangled = new String(Files.readAllBytes(file), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && run(line).isEmpty())
                    .count();
            return mangled == 0
                    ? Optional.empty()
                    : Optional.of("of " + file + ", " + mangled + (mangled == 1 ? " line" : " lines")
                            + " can't be read, and nothing is said of the runs in question");
        } catch (IOException unreadable) {
            return Optional.of(file + " can't be read, so nothing is said of earlier runs: " + unreadable.getMessage());
        }
    }

    /** Those before a run that are about the same as it. */
    History before(RunOutline run) {
        return new History(runs.stream()
                .filter(each -> each.isLike(run) && each.started().isBefore(run.started()))
                .toList());
    }

    /** Those after a run that are about the same as it. */
    History after(RunOutline run) {
        return new History(runs.stream()
                .filter(each -> each.isLike(run) && each.started().isAfter(run.started()))
                .toList());
    }

    /** The newest run after another that is about the same, of those that a reports directory remembers. */
    public static Optional<RunOutline> newestAfter(RunOutline run, Path reports) {
        return in(reports).after(run).newest();
    }

    /** Those that were asked the same as a run. */
    History asWideAs(RunOutline run) {
        return new History(runs.stream().filter(each -> each.isAsWideAs(run)).toList());
    }

    /** The one to compare a run with: the newest that was asked the same, else the newest. */
    Optional<RunOutline> nearest(RunOutline run) {
        return asWideAs(run).newest().or(this::newest);
    }

    /** The newest. */
    Optional<RunOutline> newest() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    }

    /** The newest so many. */
    History newest(int most) {
        return new History(runs.subList(Math.max(0, runs.size() - most), runs.size()));
    }

    /** The run with which an unbroken series of breaches began, passing over runs that didn't decide it. */
    Optional<RunOutline> brokenSince(RequirementId id) {
        Optional<RunOutline> since = Optional.empty();
        for (int at = runs.size() - 1; at >= 0; at--) {
            Optional<Outcome> outcome = runs.get(at).outcome(id);
            if (outcome.filter(Outcome::isBreach).isPresent()) {
                since = Optional.of(runs.get(at));
            } else if (outcome.filter(Outcome::isDecided).isPresent()) {
                return since;
            }
        }
        return since;
    }

    /** The newest run that decided a requirement. */
    Optional<RunOutline> decidedLast(RequirementId id) {
        return runs.stream()
                .filter(run -> run.outcome(id).filter(Outcome::isDecided).isPresent())
                .reduce((one, later) -> later);
    }

    private static Optional<RunOutline> run(String line) {
        try {
            return Optional.of(HistoryLine.read(Json.MAPPER.readTree(line)));
        } catch (JacksonException | IllegalArgumentException | DateTimeException | IndexOutOfBoundsException mangled) {
            return Optional.empty();
        }
    }
}
