package io.chargeproof.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code conformance.json} says.
 *
 * @param folder the report's folder
 * @param failsOnWarning whether a broken SHOULD makes the verdict non-conforming
 * @param requirements all requirements
 * @param ownScenarios scenarios that decide no requirement
 * @param findings what was found, by ID
 */
record Report(
        Path folder,
        boolean failsOnWarning,
        List<Item> requirements,
        List<Item> ownScenarios,
        Map<String, Finding> findings) {
    private static final String SCHEMA = "chargeproof/conformance/2";

    /**
     * Something with an outcome.
     *
     * @param title what it is, in a line
     * @param outcome its outcome, as {@code violation}
     * @param reason why it is open or excused, or empty
     * @param place the scenario, as {@code features/….feature:12}, or empty
     * @param findings IDs of findings
     */
    record Item(String title, String outcome, String reason, String place, List<String> findings) {}

    /**
     * A finding.
     *
     * @param title what was found, in a line
     * @param expected what should have come
     * @param actual what came
     * @param lines the requests and answers
     */
    record Finding(String title, String expected, String actual, List<String> lines) {}

    /** Reads that of a folder; the reason where it can't be read. */
    static Report read(Path folder) throws IOException {
        try {
            return of(folder, Json.object(Files.readString(folder.resolve("conformance.json"))));
        } catch (IllegalArgumentException e) {
            throw new IOException("conformance.json in " + folder + " can't be read: " + e.getMessage(), e);
        }
    }

    private static Report of(Path folder, Map<?, ?> root) {
        if (!SCHEMA.equals(root.get("schema"))) {
            throw new IllegalArgumentException("it is " + root.get("schema") + " and not " + SCHEMA
                    + "; use the release of the same version as chargeproof-junit");
        }
        if (objects(root, "requirements").isEmpty()) {
            throw new IllegalArgumentException("it has no requirements");
        }
        List<Map<?, ?>> findings = objects(root, "findings");
        return new Report(
                folder,
                root.get("scope") instanceof Map<?, ?> scope && "warning".equals(scope.get("fail-on")),
                objects(root, "requirements").stream().map(Report::requirement).toList(),
                objects(root, "scenarios").stream()
                        .filter(each -> "true".equals(each.get("own")))
                        .map(each -> scenario(each, findings))
                        .toList(),
                findings.stream().collect(Collectors.toMap(each -> text(each, "id"), Report::finding)));
    }

    private static Item requirement(Map<?, ?> node) {
        String title = text(node, "id") + " (" + text(node, "level") + "): " + text(node, "statement");
        List<String> places = strings(node, "scenarios");
        return new Item(
                Harmless.line(title),
                text(node, "outcome"),
                text(node, "reason"),
                places.isEmpty() ? "" : places.get(0),
                strings(node, "findings"));
    }

    private static Item scenario(Map<?, ?> node, List<Map<?, ?>> findings) {
        String place = text(node, "location");
        return new Item(
                Harmless.line("own scenario: " + text(node, "name")),
                text(node, "outcome"),
                text(node, "reason"),
                place,
                findings.stream()
                        .filter(each -> place.equals(text(each, "scenario")))
                        .map(each -> text(each, "id"))
                        .toList());
    }

    private static Finding finding(Map<?, ?> node) {
        return new Finding(
                Harmless.line(text(node, "message")),
                Harmless.line(text(node, "expected")),
                Harmless.line(text(node, "actual")),
                objects(node, "requests").stream()
                        .flatMap(each -> lines(each).stream())
                        .toList());
    }

    private static List<String> lines(Map<?, ?> request) {
        String curl = Harmless.line(text(request, "curl"));
        String answer = request.get("answer") instanceof Map<?, ?> came
                ? "HTTP " + text(came, "status") + " " + text(came, "body")
                : text(request, "no-answer");
        return List.of(curl, "answer:   " + Harmless.line(answer));
    }

    private static List<Map<?, ?>> objects(Map<?, ?> node, String name) {
        return elements(node, name).stream()
                .<Map<?, ?>>map(each -> (Map<?, ?>) each)
                .toList();
    }

    private static List<String> strings(Map<?, ?> node, String name) {
        return elements(node, name).stream().map(String::valueOf).toList();
    }

    private static List<?> elements(Map<?, ?> node, String name) {
        return node.get(name) instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<?, ?> node, String name) {
        return Optional.ofNullable(node.get(name))
                .map(String::valueOf)
                .filter(each -> !each.equals("null"))
                .orElse("");
    }
}
