package io.chargeproof.run;

import io.chargeproof.api.ApiModule;
import io.chargeproof.api.ApiModules;
import io.chargeproof.check.Verifies;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementCatalogue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.ReflectionSupport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which scenarios and checks decide each requirement.
 *
 * @param rows one for each requirement of the shipped catalogue, in its order
 */
public record Coverage(List<Row> rows) {
    public Coverage {
        rows = List.copyOf(rows);
    }

    /**
     * What decides a requirement.
     *
     * @param requirement the requirement
     * @param scenarios where its scenarios stand, an outline once
     * @param checks the names of the checks
     */
    public record Row(Requirement requirement, List<String> scenarios, List<String> checks) {
        public Row {
            scenarios = List.copyOf(scenarios);
            checks = List.copyOf(checks);
        }
    }

    /** The coverage by the features in a folder of what providers are asked. */
    public static Coverage of(Path features) {
        return of(
                features,
                RequirementCatalogue.shipped(),
                ApiModules.all().stream().map(ApiModule::packageName).toList());
    }

    /** The coverage by the features in a folder of what a catalogue asks, with the checks in these packages. */
    public static Coverage of(Path features, RequirementCatalogue catalogue, List<String> packages) {
        List<SelectedScenario> scenarios = new Discovery(features, catalogue).scenarios();
        TreeMap<String, List<String>> checks = checks(packages);
        return new Coverage(catalogue.all().stream()
                .map(requirement -> new Row(
                        requirement,
                        scenarios.stream()
                                .filter(scenario -> scenario.requirements().contains(requirement.id()))
                                .map(scenario -> scenario.location().replaceAll(":\\d+$", ""))
                                .distinct()
                                .toList(),
                        checks.getOrDefault(requirement.id().value(), List.of())))
                .toList());
    }

    /** The checks by requirement, from what they say of themselves. */
    private static TreeMap<String, List<String>> checks(List<String> packages) {
        TreeMap<String, List<String>> checks = new TreeMap<>();
        packages.stream()
                .flatMap(name -> ReflectionSupport.findAllClassesInPackage(
                        name, type -> type.isAnnotationPresent(Verifies.class), name2 -> true)
                        .stream())
                .sorted(Comparator.comparing(Class::getSimpleName))
                .forEach(type -> Arrays.stream(
                                type.getAnnotation(Verifies.class).value())
                        .forEach(id -> checks.merge(id, List.of(type.getSimpleName()), Coverage::joined)));
        return checks;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    /** A table for a terminal. */
    public String table() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.format(
                "%-15s %-7s %s%n",
                row.requirement().id(),
                row.requirement().level(),
                row.requirement().statement())));
        return text.toString();
    }

    /**
     * A page in Markdown, to stand beside the features.
     *
     * @param command what makes it
     */
    public String markdown(String command) {
        StringBuilder text = new StringBuilder("""
                # What is required, and what decides it

                Each requirement has its rule in a feature and at least one check. Where no black box can decide one, it
                has a reason instead. Made by `%s`.

                | requirement | level | states | feature | checks |
                |---|---|---|---|---|
                """.formatted(command));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(Row row) {
        List<String> cells = List.of(
                row.requirement().id().value(),
                row.requirement().level().name(),
                row.requirement().statement().replace("|", "\\|"),
                row.requirement().undecidable() == null
                        ? row.scenarios().stream().map(Coverage::link).collect(Collectors.joining(", "))
                        : "none: " + row.requirement().undecidable(),
                row.checks().isEmpty() ? "recorded" : String.join(", ", row.checks()));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String link(String location) {
        String inFolder = location.substring(location.indexOf('/') + 1);
        return "[" + inFolder.replace(".feature", "") + "](" + inFolder + ")";
    }

    /** The same as JSON. */
    public String json() {
        ArrayNode list = JsonMapper.shared().createArrayNode();
        for (Row row : rows) {
            ObjectNode node = list.addObject();
            node.put("id", row.requirement().id().value());
            node.put("level", row.requirement().level().name());
            node.put("statement", row.requirement().statement());
            node.put("source", row.requirement().source());
            node.set("scenarios", JsonMapper.shared().valueToTree(row.scenarios()));
            node.set("checks", JsonMapper.shared().valueToTree(row.checks()));
        }
        return list.toPrettyString() + "\n";
    }
}
