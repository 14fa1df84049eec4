package io.chargeproof.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML file (1.2, with JSON's types) into values that know their lines. Aliases, tags, repeated keys and deep
 * nesting are faults. No message shows more of the file than its keys, since it may hold secrets.
 */
public final class YamlFile {
    private static final String NOT_UTF_8 = "the file isn't text in UTF-8; save it as such";
    private static final int MOST_BYTES = 1 << 20;

    private YamlFile() {}

    /** The mapping or list that a file holds. */
    public static YamlValue read(Path file) {
        return parse(text(file), file.toString());
    }

    /** The mapping or list that a text holds; the source's name serves for messages. */
    public static YamlValue parse(String text, String source) {
        YamlPlace top = new YamlPlace(source, 0, "");
        // The parser trips over halves of surrogate pairs.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw top.fault(NOT_UTF_8);
        }
        try {
            return composed(text, top);
        } catch (YamlEngineException broken) {
            throw notYaml(broken, top);
        }
    }

    private static YamlValue composed(String text, YamlPlace top) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MOST_BYTES)
                .setAllowNonScalarKeys(true)
                .build();
        // The composer recurses, so depth is looked at first.
        YamlEvents.check(new Parse(settings).parseString(text), top);
        return new Compose(settings)
                .composeString(text)
                .map(node -> YamlNodes.value(node, new YamlPlace(top.source(), 1, "")))
                .orElseThrow(() -> top.fault("the file is empty; check that it is the right one and was saved"));
    }

    private static String text(Path file) {
        YamlPlace top = new YamlPlace(file.toString(), 0, "");
        if (!Files.exists(file)) {
            throw top.fault("there is no such file; check the path");
        }
        if (Files.isDirectory(file)) {
            throw top.fault("this is a directory; name a YAML file in it");
        }
        try {
            return decoded(file, top);
        } catch (CharacterCodingException binary) {
            throw top.fault(NOT_UTF_8);
        } catch (IOException unreadable) {
            throw top.fault("the file can't be read; check its permissions");
        }
    }

    private static String decoded(Path file, YamlPlace top) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw top.fault("the file is larger than 1 MiB; is it the right one?");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
    }

    private static YamlFault notYaml(YamlEngineException broken, YamlPlace top) {
        if (broken instanceof MarkedYamlEngineException marked) {
            int line = marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            return new YamlPlace(top.source(), line, "").fault(YamlProblem.inWords(marked.getProblem()));
        }
        if (broken instanceof ReaderException odd) {
            return top.fault(
                    "the file holds a character that YAML doesn't allow (U+%04X); save it as plain text in UTF-8"
                            .formatted(odd.getCodePoint()));
        }
        return top.fault("the file isn't YAML that can be read; it must be text of at most 1 MiB");
    }
}
