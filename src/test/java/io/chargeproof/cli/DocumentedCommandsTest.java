package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command that a page names, in a block or amidst a sentence, is one that the program understands. */
class DocumentedCommandsTest {
    private static final Pattern IN_A_SENTENCE = Pattern.compile("`\\./chargeproof ([^`]+)`");
    private static final Pattern IN_A_BLOCK = Pattern.compile("(?m)^ *\\./chargeproof ((?:[^\\n]*\\\\\\n)*[^\\n]*)$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    @ParameterizedTest
    @MethodSource("commands")
    void is_understood(Path page, String command) {
        List<String> words = words(command);
        // What follows -- is another program's.
        words.add(words.contains("--") ? words.indexOf("--") : words.size(), "--help");

        Terminal told = Terminal.run(words.toArray(String[]::new));

        assertThat(told.err()).as(page + ": " + command).isEmpty();
        assertThat(told.code()).isZero();
    }

    @Test
    void are_many() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(30);
    }

    /** The build that tries a release follows each guide that there is. */
    @Test
    void are_executed_by_the_build() throws IOException {
        assertThat(Files.readString(Path.of(".ci/release"), UTF_8)).contains("/chargeproof\" src/docs/*.md\n");
        assertThat(Path.of("src/docs")).isDirectoryContaining("glob:**/pacts.md");
    }

    static List<Object[]> commands() throws IOException {
        List<Object[]> commands = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page, UTF_8);
            for (Pattern pattern : List.of(IN_A_SENTENCE, IN_A_BLOCK)) {
                pattern.matcher(text)
                        .results()
                        .forEach(found -> commands.add(new Object[] {
                            page,
                            found.group(1)
                                    .replace("\\\n", " ")
                                    .replaceAll(" # .*| &$", "")
                                    .strip()
                        }));
            }
        }
        return commands;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> guides = Files.list(Path.of("src/docs"))) {
            return Stream.concat(
                            Stream.of(
                                            "README.md",
                                            "CONTRIBUTING.md",
                                            "pacts/README.md",
                                            "reports/README.md",
                                            "features/README.md",
                                            "src/client-features/README.md")
                                    .map(Path::of),
                            guides.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .toList();
        }
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        WORD.matcher(command)
                .results()
                .map(word -> Stream.of(1, 2, 3)
                        .map(word::group)
                        .filter(each -> each != null)
                        .findFirst()
                        .orElse(""))
                .forEach(words::add);
        return words;
    }
}
