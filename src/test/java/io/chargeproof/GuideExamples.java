package io.chargeproof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The examples in the guide to scenarios of one's own. */
public final class GuideExamples {
    private GuideExamples() {}

    /** All blocks of a language, in their order. */
    public static List<String> of(String language) {
        try {
            return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                    .matcher(Files.readString(Path.of("src/docs/scenarios.md"), UTF_8))
                    .results()
                    .map(block -> block.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
