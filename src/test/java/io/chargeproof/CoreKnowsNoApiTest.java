package io.chargeproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Outside its own folders no API is named, neither by a type nor in a text; comments may give examples. What still does is
 * listed with the reason, and the list only shrinks.
 */
class CoreKnowsNoApiTest {
    private static final Path SOURCES = Path.of("src/main/java/io/chargeproof");

    /** Comments, which are passed over, and texts, in which a comment doesn't begin. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'|/\\*.*?\\*/|//[^\\n]*",
            Pattern.DOTALL);

    private static final Pattern NAME =
            Pattern.compile("evc-?_?net|oioi|\\bEVC\\b|plugsurfing", Pattern.CASE_INSENSITIVE);

    private static final List<String> OWN = List.of("api/evcnet/", "api/oioi/", "sandbox/evcnet/", "sandbox/oioi/");

    /** Folders and files that still name an API, and why. */
    private static final Map<String, String> STILL = Map.ofEntries(
            Map.entry("traffic/", "judges recorded traffic of the two APIs; to become a part of their modules"),
            Map.entry("contract/", "knows where pacts of the two APIs go; to become a part of their modules"),
            Map.entry(
                    "clients/", "names the variables that clients' tests read; to become a part of the APIs' modules"),
            Map.entry("cli/ClientCommand.java", "lists those variables"),
            Map.entry("cli/ProxyCommand.java", "shows the addresses that a client is given"),
            Map.entry("cli/CanIDeployCommand.java", "the example of the command"),
            Map.entry("cli/PactTarget.java", "narrows a profile to the provider of a pact"),
            Map.entry("cli/PactCommand.java", "the example of the command"),
            Map.entry("cli/PactVerifyCommand.java", "the examples of the command"),
            Map.entry("cli/ProveCommand.java", "the example of the command"),
            Map.entry("cli/RunSelection.java", "the example of the option --tags"),
            Map.entry("cli/RunCommand.java", "the example of the command"),
            Map.entry("cli/DoctorCommand.java", "the example of the command"),
            Map.entry("cli/RestoreCommand.java", "the example of the command"),
            Map.entry("cli/Main.java", "says what the program is for"));

    @TestFactory
    Stream<DynamicTest> names_no_api() throws IOException {
        return sources()
                .filter(file ->
                        Stream.concat(OWN.stream(), STILL.keySet().stream()).noneMatch(file::startsWith))
                .map(file ->
                        dynamicTest(file, () -> assertThat(names(read(file))).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> excuses_nobody_without_need() throws IOException {
        List<String> all = sources().toList();
        return STILL.keySet().stream()
                .map(each -> dynamicTest(
                        each,
                        () -> assertThat(all.stream()
                                        .filter(file -> file.startsWith(each))
                                        .flatMap(file -> names(read(file)).stream()))
                                .as("nothing in " + each + " names an API any more; take it from the list")
                                .isNotEmpty()));
    }

    @Test
    void finds_an_api_in_a_type_and_in_a_text_but_not_in_a_comment() throws IOException {
        String wrong =
                Files.readString(Path.of("src/test/java/io/chargeproof/architecture/wrong/exchange/NamesAnApi.java"));

        assertThat(names(wrong)).containsExactly("EVCNET", "OIOI", "PLUGSURFING");
        assertThat(names("/** Such as EVC-CARD-1 of oioi. */ class A { // evc-net\n String s = \"/*\"; }"))
                .isEmpty();
        assertThat(names("String row = \"EVC-CARD-1\";")).containsExactly("EVC");
    }

    private static List<String> names(String source) {
        StringBuilder code = new StringBuilder();
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            token.appendReplacement(
                    code, token.group().startsWith("/") ? " " : Matcher.quoteReplacement(token.group()));
        }
        token.appendTail(code);
        return new ArrayList<>(NAME.matcher(code)
                .results()
                .map(found -> found.group().toUpperCase(java.util.Locale.ROOT).replaceAll("[-_]", ""))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(SOURCES.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
