package io.chargeproof.api.evcnet;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.exchange.HttpAnswer;
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

    private NamedMembers() {}

    /**
     * Those of the given members that the answer's {@code data} names, or else its body: as a name, as a text, or in a text.
     * None if it names so many that it repeats the request.
     */
    public static List<String> in(HttpAnswer answer, Collection<String> members) {
        JsonNode body = AnswerJson.valueOf(answer).orElse(null);
        if (body == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        collect(body.has("data") ? body.path("data") : body, texts);
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

    /** A name of several words stands anywhere; one word, which may mean something else, at the beginning or in quotes. */
    private static Pattern pattern(String member) {
        String words =
                Pattern.compile("_").splitAsStream(member).map(Pattern::quote).collect(Collectors.joining("[ _-]?"));
        String before = member.contains("_") ? "(?<![A-Za-z0-9])" : "(?:^|['\"`.\\[(])";
        return Pattern.compile("(?i)" + before + words + "(?![A-Za-z0-9])");
    }
}
