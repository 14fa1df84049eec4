package io.chargeproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A heading and what stands below it; told to a terminal and in Markdown alike.
 *
 * @param title the heading
 * @param items a sentence each
 */
public record ReportSection(String title, List<String> items) {
    public ReportSection {
        items = List.copyOf(items);
    }

    /** The same with no more than so many items, and how many there are beyond. */
    ReportSection brief(int most) {
        if (items.size() <= most) {
            return this;
        }
        List<String> first = new ArrayList<>(items.subList(0, most));
        first.add("and " + (items.size() - most) + " more; 'chargeproof report diff' lists them");
        return new ReportSection(title, first);
    }

    /** For a terminal, folded at 120 columns; nothing of a passage without items. */
    public static String console(String headline, List<ReportSection> passages) {
        ConsoleText text = new ConsoleText(false);
        text.paragraph(0, headline);
        putInto(text, passages);
        return text.toString();
    }

    /** Adds the passages to a text for a terminal. */
    static void putInto(ConsoleText text, List<ReportSection> passages) {
        for (ReportSection passage : passages) {
            if (!passage.items().isEmpty()) {
                text.gap();
                text.paragraph(0, passage.title() + ":");
                passage.items().forEach(item -> text.paragraph(2, item));
            }
        }
    }

    /** In Markdown, headings of a level and below. */
    public static String markdown(String headline, List<ReportSection> passages, int level) {
        String start = headline.isEmpty() ? "" : Markdown.text(headline) + "\n";
        return start
                + passages.stream()
                        .filter(passage -> !passage.items().isEmpty())
                        .map(passage -> "\n" + "#".repeat(level) + " " + Markdown.text(passage.title()) + "\n\n"
                                + list(passage.items()))
                        .collect(Collectors.joining());
    }

    private static String list(List<String> items) {
        return items.stream().map(item -> "- " + Markdown.text(item) + "\n").collect(Collectors.joining());
    }
}
