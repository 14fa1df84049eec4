package io.chargeproof.run;

import io.chargeproof.api.UsageException;
import io.chargeproof.run.FeatureSource.WrittenStep;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds, before anything is sent, scenarios that can't be executed or would prove nothing. */
final class StepCheck {
    private final Map<Path, FeatureSource> sources;
    private final Set<String> found = new HashSet<>();
    private final Map<List<String>, Sentences> sentences = new HashMap<>();

    StepCheck(Map<Path, FeatureSource> sources) {
        this.sources = Map.copyOf(sources);
    }

    /**
     * Looks at scenarios that are about to be executed.
     *
     * @param glue the packages of one's own step definitions
     * @throws UsageException naming file and line of a step that no sentence knows or several do, or of a scenario that
     *     expects nothing
     */
    synchronized void check(List<SelectedScenario> scenarios, List<String> glue) {
        Sentences known = sentences.computeIfAbsent(List.copyOf(glue), Sentences::of);
        for (SelectedScenario scenario : scenarios) {
            FeatureSource source = sources.get(Path.of(scenario.uri()));
            if (source != null && found.add(scenario.uniqueId() + glue)) {
                check(scenario, source, known);
            }
        }
    }

    private static void check(SelectedScenario scenario, FeatureSource source, Sentences known) {
        List<WrittenStep> steps = source.scenarios().getOrDefault(scenario.line(), List.of());
        if (steps.isEmpty()) {
            throw new UsageException(source.file() + ":" + scenario.line() + ": the scenario '" + scenario.name()
                    + "' has no steps, so it would prove nothing; write some, or take it out");
        }
        steps.forEach(step -> requireOneMeaning(step, source, known));
        if (steps.stream().noneMatch(step -> isExpectation(step, known))) {
            throw new UsageException(source.file() + ":" + scenario.line() + ": the scenario '" + scenario.name()
                    + "' expects nothing, so it would prove nothing; end it with a sentence of an outcome"
                    + " ('chargeproof steps then' lists them)");
        }
    }

    private static void requireOneMeaning(WrittenStep step, FeatureSource source, Sentences known) {
        List<Sentences.Sentence> meanings = known.meaning(step.text());
        if (meanings.size() == 1) {
            return;
        }
        String place = source.file() + ":" + step.line() + ": ";
        if (meanings.isEmpty()) {
            throw new UsageException(place + "no sentence is '" + step.text() + "'"
                    + known.nearest(step.text())
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElseGet(() -> "; 'chargeproof steps' lists those that there are, and one of your own"
                                    + " begins so:\n  " + snippet(step)));
        }
        throw new UsageException(place + "'" + step.text() + "' is more than one sentence: "
                + meanings.stream()
                        .map(each -> "'" + each.text() + "' of " + each.definition())
                        .collect(Collectors.joining(", ")));
    }

    /** What one's own step definition begins with. */
    private static String snippet(WrittenStep step) {
        Pattern literal = Pattern.compile("\"[^\"]*\"");
        String text = literal.matcher(step.text().replaceAll("([({/\\\\])", "\\\\\\\\$1"))
                .replaceAll("{string}")
                .replaceAll("\\b\\d+\\b", "{int}");
        String keyword = step.isOutcome() ? "Then" : "When";
        return "@" + keyword + "(\"" + text.replace("\"", "\\\"") + "\")";
    }

    /** A shipped sentence expects something by itself or never does; one's own is what its scenario takes it for. */
    private static boolean isExpectation(WrittenStep step, Sentences known) {
        return known.meaning(step.text()).stream()
                .anyMatch(sentence -> sentence.isOutcome() || (!sentence.isShipped() && step.isOutcome()));
    }
}
