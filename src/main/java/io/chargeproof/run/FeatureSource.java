package io.chargeproof.run;

import io.chargeproof.api.UsageException;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.ParseError;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepType;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A feature file as Cucumber's own parser reads it.
 *
 * @param file the file
 * @param scenarios its scenarios by the lines on which they stand; of an outline, the rows of its values
 */
record FeatureSource(Path file, Map<Integer, List<WrittenStep>> scenarios) {
    private static final Pattern FAULT = Pattern.compile("^\\(\\d+:\\d+\\): ");
    private static final Pattern UNEXPECTED = Pattern.compile("expected: .*, got '(.*)'$", Pattern.DOTALL);
    private static final Pattern LANGUAGE = Pattern.compile("Language not supported: (.*)");

    FeatureSource {
        scenarios = Map.copyOf(scenarios);
    }

    /**
     * A step as it is written, values of an outline filled in.
     *
     * @param line its line, from 1
     * @param keyword its keyword, such as {@code Then}
     * @param text the rest
     * @param isOutcome whether its keyword, or the one that {@code And} repeats, is that of an outcome
     */
    record WrittenStep(int line, String keyword, String text, boolean isOutcome) {}

    /**
     * Reads a file.
     *
     * @throws UsageException naming file and line if it can't be read, or has an outline without values
     */
    static FeatureSource read(Path file) {
        try (Stream<Envelope> parsed =
                GherkinParser.builder().includeSource(false).build().parse(file.toString(), Files.readAllBytes(file))) {
            return new Reading(file).of(parsed.toList());
        } catch (IOException e) {
            throw new UsageException(file + " can't be read: " + e.getMessage());
        }
    }

    /** Puts together what the parser says in parts. */
    private static final class Reading {
        private final Path file;
        private final Map<String, Integer> lines = new HashMap<>();
        private final Map<String, Step> steps = new HashMap<>();

        Reading(Path file) {
            this.file = file;
        }

        FeatureSource of(List<Envelope> parsed) {
            parsed.stream().flatMap(each -> each.getParseError().stream()).forEach(this::refuse);
            parsed.stream().flatMap(each -> each.getGherkinDocument().stream()).forEach(this::note);
            Map<Integer, List<WrittenStep>> scenarios = new HashMap<>();
            parsed.stream()
                    .flatMap(each -> each.getPickle().stream())
                    .forEach(pickle -> scenarios.put(
                            line(pickle),
                            pickle.getSteps().stream().map(this::written).toList()));
            return new FeatureSource(file, scenarios);
        }

        private void refuse(ParseError error) {
            long line = error.getSource().getLocation().map(Location::getLine).orElse(1L);
            String message = FAULT.matcher(error.getMessage()).replaceFirst("");
            throw new UsageException(file + ":" + line + ": " + inWords(message));
        }

        private static String inWords(String message) {
            Matcher unexpected = UNEXPECTED.matcher(message);
            if (unexpected.find()) {
                return "'" + unexpected.group(1).strip()
                        + "' is nothing that Gherkin knows there; begin a step with Given, When, Then, And or But, and write a colon"
                        + " behind Feature, Rule, Scenario and Examples";
            }
            Matcher language = LANGUAGE.matcher(message);
            return language.find()
                    ? "Gherkin has no language '" + language.group(1).strip()
                            + "'; write its code, such as # language: en"
                    : message;
        }

        private void note(GherkinDocument document) {
            document.getFeature()
                    .ifPresent(feature -> feature.getChildren().forEach(child -> {
                        child.getBackground()
                                .ifPresent(background -> background.getSteps().forEach(this::note));
                        child.getScenario().ifPresent(this::note);
                        child.getRule().ifPresent(this::note);
                    }));
        }

        private void note(Rule rule) {
            for (RuleChild child : rule.getChildren()) {
                child.getBackground()
                        .ifPresent(background -> background.getSteps().forEach(this::note));
                child.getScenario().ifPresent(this::note);
            }
        }

        private void note(Scenario scenario) {
            lines.put(scenario.getId(), scenario.getLocation().getLine().intValue());
            scenario.getSteps().forEach(this::note);
            for (Examples examples : scenario.getExamples()) {
                if (examples.getTableBody().isEmpty()) {
                    throw new UsageException(
                            file + ":" + examples.getLocation().getLine() + ": the outline '"
                                    + scenario.getName() + "' has " + examples.getKeyword()
                                    + " without a row, so nothing of it would be executed; add a row of values, or take it out");
                }
                examples.getTableBody()
                        .forEach(row -> lines.put(
                                row.getId(), row.getLocation().getLine().intValue()));
            }
        }

        private void note(Step step) {
            steps.put(step.getId(), step);
        }

        /** The last node is the innermost: the row of an outline, else the scenario. */
        private int line(Pickle pickle) {
            List<String> nodes = pickle.getAstNodeIds();
            return lines.getOrDefault(nodes.get(nodes.size() - 1), 1);
        }

        private WrittenStep written(PickleStep step) {
            Step source = steps.get(step.getAstNodeIds().get(0));
            boolean isOutcome = step.getType()
                    .filter(type -> type == PickleStepType.OUTCOME)
                    .isPresent();
            return source == null
                    ? new WrittenStep(1, "", step.getText(), isOutcome)
                    : new WrittenStep(
                            source.getLocation().getLine().intValue(),
                            source.getKeyword().strip(),
                            step.getText(),
                            isOutcome);
        }
    }
}
