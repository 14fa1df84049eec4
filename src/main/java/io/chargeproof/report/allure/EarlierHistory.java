package io.chargeproof.report.allure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings the trends of the newest earlier run that is comparable into this one's results. */
final class EarlierHistory {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern EMBEDDED = Pattern.compile("d\\('history/([a-z-]+\\.json)','([A-Za-z0-9+/=]*)'\\)");

    private EarlierHistory() {}

    /** Brings them from the first of some directories that has any. */
    static void copy(Path reports, List<String> newestFirst, Path into) throws IOException {
        for (String run : newestFirst) {
            if (!isPlain(run)) {
                continue;
            }
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

    /** A name that somebody wrote into the history by hand may lead out of the reports. */
    private static boolean isPlain(String directory) {
        return !directory.isEmpty() && !directory.matches(".*[/\\\\].*|\\.+");
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
        Matcher embedded = EMBEDDED.matcher(new String(Files.readAllBytes(html), UTF_8));
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
