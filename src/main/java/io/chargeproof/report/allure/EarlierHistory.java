package io.chargeproof.report.allure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings the trends of the newest earlier run of the same target into this one's results. */
final class EarlierHistory {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern EMBEDDED = Pattern.compile("d\\('history/([a-z-]+\\.json)','([A-Za-z0-9+/=]*)'\\)");

    private EarlierHistory() {}

    static void copy(Path reports, String target, Path into) throws IOException {
        for (String run : newestFirst(reports, target)) {
            Path html = reports.resolve(run).resolve("allure-report");
            if (Files.isDirectory(html.resolve("history"))) {
                copyFiles(html.resolve("history"), into);
                return;
            }
            if (Files.isRegularFile(html.resolve("index.html"))) {
                extract(html.resolve("index.html"), into);
                return;
            }
        }
    }

    private static List<String> newestFirst(Path reports, String target) throws IOException {
        Path history = reports.resolve("history.jsonl");
        if (!Files.isRegularFile(history)) {
            return List.of();
        }
        List<String> runs = new ArrayList<>(Files.readAllLines(history, UTF_8).stream()
                .flatMap(line -> directory(line, target).stream())
                .toList());
        Collections.reverse(runs);
        return runs;
    }

    // A line that somebody mangled costs its run's trend, not this run's report.
    private static Optional<String> directory(String line, String target) {
        try {
            JsonNode run = JSON.readTree(line);
            String directory = run.path("directory").asString("");
            boolean plain = !directory.isEmpty() && !directory.matches(".*[/\\\\].*|\\.+");
            return plain && run.path("target").asString("").equals(target) ? Optional.of(directory) : Optional.empty();
        } catch (JacksonException mangled) {
            return Optional.empty();
        }
    }

    private static void copyFiles(Path from, Path into) throws IOException {
        Files.createDirectories(into);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(each -> Files.isRegularFile(each, NOFOLLOW_LINKS))
                    .toList()) {
                write(Files.readAllBytes(file), into.resolve(file.getFileName()));
            }
        }
    }

    // A report in a single file has its history within.
    private static void extract(Path html, Path into) throws IOException {
        Files.createDirectories(into);
        Matcher embedded = EMBEDDED.matcher(Files.readString(html, UTF_8));
        while (embedded.find()) {
            write(Base64.getDecoder().decode(embedded.group(2)), into.resolve(embedded.group(1)));
        }
    }

    // Somebody else may have written it, or a version that didn't escape; what isn't JSON costs its trend alone.
    private static void write(byte[] content, Path into) throws IOException {
        try {
            Files.writeString(into, JSON.writeValueAsString(inert(JSON.readTree(content))), UTF_8);
        } catch (JacksonException mangled) {
            Files.deleteIfExists(into);
        }
    }

    private static JsonNode inert(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.remove("reportUrl");
            object.properties().forEach(member -> member.setValue(inert(member.getValue())));
        } else if (value instanceof ArrayNode array) {
            for (int place = 0; place < array.size(); place++) {
                array.set(place, inert(array.get(place)));
            }
        }
        return value.isString() ? JSON.getNodeFactory().stringNode(InertText.ofLines(value.stringValue())) : value;
    }
}
