package io.chargeproof.run;

import io.chargeproof.api.UsageException;
import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.Apis;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.cucumber.junit.platform.engine.CucumberTestEngine;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Finds the scenarios in a folder of feature files, on the JUnit Platform. */
final class Discovery {
    private final Path features;
    private final RequirementCatalogue catalogue;
    private final Map<Path, FeatureSource> sources = new TreeMap<>();

    Discovery(Path features, RequirementCatalogue catalogue) {
        this.features = real(features);
        this.catalogue = catalogue;
    }

    /** The folder itself where the path leads there by symbolic links. */
    private static Path real(Path features) {
        try {
            return features.toRealPath();
        } catch (java.io.IOException e) {
            return features.toAbsolutePath().normalize();
        }
    }

    /** A launcher with Cucumber's engine and nothing else. */
    static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new CucumberTestEngine())
                .build());
    }

    /** All scenarios, in the order of files and lines. */
    List<SelectedScenario> scenarios() {
        requireFeatureFiles();
        FeatureTags.check(features);
        sources();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectDirectory(features.toFile()))
                .configurationParameter("cucumber.publish.quiet", "true")
                .configurationParameter("junit.platform.discovery.issue.failure.phase", "discovery")
                .build();
        TestPlan plan = plan(request);
        List<TestIdentifier> tests = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .sorted(Comparator.comparing((TestIdentifier test) -> file(test).toString())
                        .thenComparing(Discovery::line))
                .toList();
        List<SelectedScenario> scenarios = new ArrayList<>();
        tests.forEach(test -> scenarios.add(scenario(plan, test, scenarios.size())));
        return scenarios;
    }

    /** The feature files as they are written. */
    Map<Path, FeatureSource> sources() {
        if (sources.isEmpty()) {
            featureFiles().forEach(file -> sources.put(file, FeatureSource.read(file)));
        }
        return sources;
    }

    private List<Path> featureFiles() {
        try (Stream<Path> files = Files.walk(features)) {
            return files.filter(file -> file.toString().endsWith(".feature"))
                    .sorted()
                    .toList();
        } catch (java.io.IOException e) {
            throw new UsageException("the features in " + features + " can't be read: " + e.getMessage());
        }
    }

    private static TestPlan plan(LauncherDiscoveryRequest request) {
        try {
            return launcher().discover(request);
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new UsageException("the feature files can't be read: " + firstLine(cause));
        }
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(3)
                .reduce((one, two) -> one + " " + two)
                .orElse(cause.toString());
    }

    private void requireFeatureFiles() {
        if (!Files.isDirectory(features)) {
            throw new UsageException("--features names " + features + ", which "
                    + (Files.exists(features) ? "is no directory" : "doesn't exist")
                    + "; name a folder of .feature files");
        }
        if (featureFiles().isEmpty()) {
            throw new UsageException("there are no .feature files in " + features);
        }
    }

    private SelectedScenario scenario(TestPlan plan, TestIdentifier test, int position) {
        List<String> ancestors = ancestors(plan, test);
        List<String> tags = test.getTags().stream()
                .map(TestTag::getName)
                .map(name -> "@" + name)
                .sorted()
                .toList();
        URI uri = file(test);
        int line = line(test);
        return new SelectedScenario(
                test.getUniqueId(),
                test.getDisplayName(),
                uri,
                line,
                position,
                location(Path.of(uri), line),
                ancestors.isEmpty() ? "" : ancestors.get(0),
                ancestors.size() > 1 ? ancestors.get(1) : "",
                api(tags),
                tags,
                requirements(tags));
    }

    /** The names of the feature and of the rule around a scenario. */
    private static List<String> ancestors(TestPlan plan, TestIdentifier test) {
        List<String> names = new ArrayList<>();
        Optional<TestIdentifier> parent = plan.getParent(test);
        while (parent.isPresent()) {
            String id = parent.get().getUniqueIdObject().getLastSegment().getType();
            if (id.equals("feature") || id.equals("rule")) {
                names.add(0, parent.get().getDisplayName());
            }
            parent = plan.getParent(parent.get());
        }
        return names;
    }

    private String location(Path file, int line) {
        Path folder = features.getFileName();
        String relative = features.relativize(file).toString().replace('\\', '/');
        return (folder == null ? "" : folder + "/") + relative + ":" + line;
    }

    private static String api(List<String> tags) {
        for (Api api : Apis.all()) {
            if (tags.contains(api.tag())) {
                return api.label();
            }
        }
        return "";
    }

    private List<RequirementId> requirements(List<String> tags) {
        return tags.stream()
                .map(tag -> tag.substring(1))
                .filter(RequirementId::isOne)
                .map(RequirementId::new)
                .filter(this::isKnown)
                .sorted()
                .toList();
    }

    private boolean isKnown(RequirementId id) {
        if (catalogue.find(id).isEmpty()) {
            throw new UsageException("a feature in " + features + " is tagged @" + id
                    + ", which no requirement has; correct the tag, or describe it in a file for --requirements");
        }
        return true;
    }

    private static URI file(TestIdentifier test) {
        return source(test).getUri();
    }

    private static int line(TestIdentifier test) {
        return source(test).getPosition().orElseThrow().getLine();
    }

    private static FileSource source(TestIdentifier test) {
        return (FileSource) test.getSource().orElseThrow();
    }
}
