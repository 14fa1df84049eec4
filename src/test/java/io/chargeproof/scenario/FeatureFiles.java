package io.chargeproof.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The shipped features, as Cucumber's own parser reads them. */
public final class FeatureFiles {
    private static final Path FOLDER = Path.of("features");

    private FeatureFiles() {}

    /** Each feature, by the name of its file. */
    public static Map<String, Feature> features() {
        Map<String, Feature> features = new TreeMap<>();
        files(FOLDER)
                .forEach(file -> parse(file)
                        .flatMap(envelope -> envelope.getGherkinDocument().stream())
                        .forEach(document -> features.put(
                                file.toString(),
                                document.getFeature()
                                        .orElseThrow(() -> new IllegalStateException(file + " has no feature")))));
        return features;
    }

    /** Each rule of each feature. */
    public static List<Rule> rules() {
        return features().values().stream()
                .flatMap(feature -> feature.getChildren().stream())
                .flatMap(child -> child.getRule().stream())
                .toList();
    }

    /** Each scenario as it is executed, an outline once for each example. */
    public static List<Pickle> pickles() {
        return pickles(FOLDER);
    }

    /** The same of another folder. */
    public static List<Pickle> pickles(Path folder) {
        return files(folder).stream()
                .flatMap(FeatureFiles::parse)
                .flatMap(envelope -> envelope.getPickle().stream())
                .toList();
    }

    /** Each scenario of a feature that stands elsewhere. */
    static List<Pickle> pickles(String feature) {
        return GherkinParser.builder()
                .includeSource(false)
                .build()
                .parse("example.feature", feature.getBytes(UTF_8))
                .peek(FeatureFiles::refuseErrors)
                .flatMap(envelope -> envelope.getPickle().stream())
                .toList();
    }

    static boolean isScenario(FeatureChild child) {
        return child.getScenario().isPresent();
    }

    private static Stream<Envelope> parse(Path file) {
        try {
            return GherkinParser.builder()
                    .includeSource(false)
                    .build()
                    .parse(file)
                    .peek(FeatureFiles::refuseErrors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseErrors(Envelope envelope) {
        envelope.getParseError().ifPresent(error -> {
            throw new IllegalStateException(error.getMessage());
        });
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".feature"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("there are no features in " + folder.toAbsolutePath());
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
