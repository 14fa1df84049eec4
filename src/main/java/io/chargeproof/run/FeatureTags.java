package io.chargeproof.run;

import io.chargeproof.api.ApiModules;
import io.chargeproof.api.UsageException;
import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.Apis;
import io.chargeproof.requirement.RequirementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestTag;

/**
 * Reads the tags of feature files, to find those that don't do what whoever wrote them means: the JUnit Platform drops some
 * without a word, so that neither --tags nor a lock would know of them, and a misspelt one has no meaning.
 */
final class FeatureTags {
    private static final List<String> KNOWN = Stream.of(
                    Apis.all().stream().map(Api::label),
                    Stream.of("smoke", "probe", "writes", "hostile"),
                    ApiModules.all().stream()
                            .flatMap(each -> each.locks().keySet().stream().sorted()),
                    Stream.of("optional", "last"))
            .flatMap(tags -> tags)
            .toList();

    /** The tags that mean something by themselves, with their {@code @}. */
    static List<String> known() {
        return KNOWN.stream().map(tag -> "@" + tag).toList();
    }

    private final Path file;

    private FeatureTags(Path file) {
        this.file = file;
    }

    /**
     * Looks at every feature file in a folder.
     *
     * @throws UsageException naming file, line and tag
     */
    static void check(Path features) {
        try (Stream<Path> files = Files.walk(features)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".feature"))
                    .sorted()
                    .toList()) {
                new FeatureTags(file).check(Files.readAllLines(file));
            }
        } catch (IOException e) {
            throw new UsageException("the features in " + features + " can't be read: " + e.getMessage());
        }
    }

    private void check(List<String> lines) {
        String text = "";
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            String fence = line.startsWith("\"\"\"") ? "\"\"\"" : line.startsWith("```") ? "```" : "";
            if (!fence.isEmpty() && (text.isEmpty() || text.equals(fence))) {
                text = text.isEmpty() ? fence : "";
            } else if (text.isEmpty() && line.startsWith("@")) {
                check(line, number);
            }
        }
    }

    private void check(String line, int number) {
        String uncommented = line.replaceFirst("\\s#.*", "");
        for (String each : uncommented.substring(1).split("@", -1)) {
            String tag = each.strip();
            if (!TestTag.isValid(tag)) {
                throw fault(
                        number,
                        tag,
                        "can't be read by --tags: a tag has no blanks and none of , ( ) & | !; write @"
                                + tag.replaceAll("[\\s,()&|!]+", "-").replaceAll("^-+|-+$", ""));
            }
            misspelt(tag).ifPresent(right -> {
                throw fault(number, tag, "has no meaning; write @" + right + ", or give it a name that is less alike");
            });
        }
    }

    private UsageException fault(int number, String tag, String what) {
        return new UsageException(file + ":" + number + ": the tag @" + tag + " " + what);
    }

    private static Optional<String> misspelt(String tag) {
        if (KNOWN.contains(tag)) {
            return Optional.empty();
        }
        String upper = tag.toUpperCase(Locale.ROOT);
        return RequirementId.isOne(upper) && !upper.equals(tag)
                ? Optional.of(upper)
                : KNOWN.stream()
                        .filter(known -> plain(known).equals(plain(tag)))
                        .findFirst();
    }

    /** Without case, hyphens, underscores, and the last letter of plurals. */
    private static String plain(String tag) {
        return Arrays.stream(tag.toLowerCase(Locale.ROOT).split("[-_]", -1))
                .map(word -> word.replaceAll("s$", ""))
                .collect(Collectors.joining());
    }
}
