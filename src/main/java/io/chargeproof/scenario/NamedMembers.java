package io.chargeproof.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Which members of a request a refusal speaks of. */
public final class NamedMembers {
    /** A refusal that names more of them repeats the request. */
    private static final int MOST = 5;

    private static final Pattern SEPARATOR = Pattern.compile("[_.-]");
    private static final String ALONE = "(?:^|['\"`\\[(])";
    private static final String BEGINNING = "(?:" + ALONE + "|[.])";
    private static final String END = "(?![A-Za-z0-9])";

    private NamedMembers() {}

    /**
     * Those of the given members that a refusal names: as a name, as a text, or in a text. None if it names so many that it
     * repeats the request.
     *
     * @param said the part of the answer that says what was wrong
     * @param members their names, or their paths with dots
     */
    public static List<String> in(JsonNode said, Collection<String> members) {
        List<String> texts = new ArrayList<>();
        collect(said, texts);
        List<String> named = members.stream()
                .filter(member -> texts.stream().anyMatch(pattern(member).asPredicate()))
                .toList();
        return named.size() > MOST ? List.of() : named;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isString()) {
            texts.add(node.stringValue());
        }
        node.properties().forEach(each -> texts.add(each.getKey()));
        node.valueStream().forEach(each -> collect(each, texts));
    }

    /**
     * A name of several words stands anywhere; one word, which may mean something else, at the beginning or in quotes. So does
     * the last name of a path, where the rest of it isn't said.
     */
    private static Pattern pattern(String member) {
        String last = member.substring(member.lastIndexOf('.') + 1);
        String whole = words(member);
        return Pattern.compile("(?i)" + (last.equals(member) ? whole : whole + "|" + ALONE + quoted(last) + END));
    }

    private static String words(String member) {
        boolean several = SEPARATOR.matcher(member).find();
        return (several ? "(?<![A-Za-z0-9-])" : BEGINNING) + quoted(member) + END;
    }

    private static String quoted(String member) {
        return SEPARATOR.splitAsStream(member).map(Pattern::quote).collect(Collectors.joining("[ _.-]?"));
    }
}
