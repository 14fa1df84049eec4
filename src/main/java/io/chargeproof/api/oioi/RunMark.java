package io.chargeproof.api.oioi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What tells whose details a user has for the moment: a word and the run's ID, in texts that any target takes letters and
 * digits in. Several texts bear it, so that a post may replace some of them.
 *
 * @param run the run's ID
 */
public record RunMark(String run) {
    private static final List<String> PATHS = List.of("billing-name", "address.street", "billing-address.street");
    private static final Pattern WRITTEN = Pattern.compile("(?i)\\bchargeproof ([0-9a-z]{1,12})\\b");

    /** The ID of the run whose mark a user bears, if any. */
    public static Optional<String> in(JsonNode user) {
        return PATHS.stream()
                .map(path -> Details.at(user, path).asString(""))
                .flatMap(text -> WRITTEN.matcher(text).results())
                .map((MatchResult mark) -> mark.group(1).toLowerCase(Locale.ROOT))
                .findFirst();
    }

    /** Details that bear the mark and are as given otherwise. */
    public ObjectNode on(ObjectNode details) {
        ObjectNode marked = details;
        for (String path : PATHS) {
            marked = Details.with(marked, path, StringNode.valueOf(words()));
        }
        return marked;
    }

    /** The mark as it stands in a text. */
    String words() {
        return "Chargeproof " + run;
    }
}
