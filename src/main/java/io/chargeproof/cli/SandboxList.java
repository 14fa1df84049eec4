package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.sandbox.SandboxCatalogue;
import io.chargeproof.yaml.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.text.WordUtils;

/** The defects and variants of the sandbox, as text. */
final class SandboxList {
    private static final int COLUMNS = 76;

    private SandboxList() {}

    /** One of them, and the title that it stands under. */
    private record Entry(String title, String id, RequirementId requirement, String sentence) {
        /** A whole ID of a requirement means that one alone, and not those that begin alike. */
        boolean isAbout(String wanted, boolean isRequirement) {
            return isRequirement
                    ? requirement.value().equalsIgnoreCase(wanted)
                    : (id + "\n" + requirement + "\n" + sentence)
                            .toLowerCase(Locale.ROOT)
                            .contains(wanted.toLowerCase(Locale.ROOT));
        }

        String inWords() {
            return "\n" + id + "  " + requirement + "\n"
                    + WordUtils.wrap(sentence, COLUMNS, "\n", false).indent(2);
        }
    }

    /**
     * Those with a text in them, whatever its case: in the ID, the requirement or the sentence.
     *
     * @param wanted the text; all have an empty one
     * @throws UsageException if there are none
     */
    static String about(String wanted) {
        List<Entry> all = entries();
        boolean isRequirement =
                all.stream().anyMatch(each -> each.requirement.value().equalsIgnoreCase(wanted));
        List<Entry> chosen =
                all.stream().filter(each -> each.isAbout(wanted, isRequirement)).toList();
        if (chosen.isEmpty()) {
            throw new UsageException("no defect and no variant has '" + wanted + "' in it; " + meant(wanted, all));
        }
        List<String> parts = new ArrayList<>();
        chosen.stream().map(Entry::title).distinct().forEach(title -> parts.add(section(title, chosen)));
        return String.join("\n", parts);
    }

    private static String section(String title, List<Entry> chosen) {
        StringBuilder text = new StringBuilder(title).append('\n');
        chosen.stream()
                .filter(each -> each.title.equals(title))
                .map(Entry::inWords)
                .forEach(text::append);
        return text.toString();
    }

    private static String meant(String wanted, List<Entry> all) {
        TreeSet<String> names = new TreeSet<>();
        all.forEach(each -> names.addAll(List.of(each.id, each.requirement.value())));
        return NearestName.to(wanted, names)
                .map(name -> "did you mean '" + name + "'?")
                .orElse("'chargeproof sandbox --list' prints all that there are");
    }

    private static List<Entry> entries() {
        return Stream.concat(
                        SandboxCatalogue.defects().stream()
                                .map(each -> new Entry(
                                        "Defects, which break a requirement:",
                                        each.id(),
                                        each.requirement(),
                                        each.sentence())),
                        SandboxCatalogue.variants().stream()
                                .map(each -> new Entry(
                                        "Variants, which differ and conform:",
                                        each.id(),
                                        each.requirement(),
                                        each.sentence())))
                .toList();
    }
}
