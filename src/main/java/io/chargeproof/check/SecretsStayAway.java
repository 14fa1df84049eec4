package io.chargeproof.check;

import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Finds secrets in answers, to the letter: in header values, in the body's text, and in the body's JSON strings with their
 * escapes undone. When it finds one, look at echoes of the request in error messages, at debug headers, and at objects that
 * are rendered with all their members.
 *
 * @param namesByValue the secrets, each with the name that may be shown
 */
public record SecretsStayAway(Map<String, String> namesByValue) {
    /** What a wrong secret has more at one of its ends than the right one; an echo of the wrong one gives nothing away. */
    public static final String EXTENSION = "x1";

    /** Shorter values stand in other text by chance. */
    private static final int SHORTEST = 6;

    /** What every escape of JSON begins with. */
    private static final char ESCAPE = '\\';

    public SecretsStayAway {
        // In one order, so that of several secrets in an answer the same one is always named.
        namesByValue = Collections.unmodifiableMap(new TreeMap<>(namesByValue));
    }

    /** Holds if no secret stands in the answer. */
    public Judgement judge(HttpAnswer answer, String where) {
        return leaked(answer)
                .map(leak -> Judgement.broken(
                        where + " gives away " + leak, "an answer without " + leak.split(" in ", 2)[0], leak))
                .orElse(Judgement.HOLDS);
    }

    private Optional<String> leaked(HttpAnswer answer) {
        List<Map.Entry<String, String>> sought = namesByValue.entrySet().stream()
                .filter(secret -> secret.getKey().length() >= SHORTEST)
                .toList();
        if (sought.isEmpty()) {
            return Optional.empty();
        }
        List<String> body = inBody(answer);
        for (Map.Entry<String, String> secret : sought) {
            Optional<String> place = place(secret.getKey(), answer.headers(), body);
            if (place.isPresent()) {
                return place.map(where -> secret.getValue() + " in " + where);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> place(String secret, Headers headers, List<String> body) {
        return headers.fields().stream()
                .filter(field -> contains(field.value(), secret) || contains(field.name(), secret))
                .findFirst()
                .map(field -> "the header " + field.name())
                .or(() -> body.stream()
                        .filter(text -> contains(text, secret))
                        .findFirst()
                        .map(found -> "the body"));
    }

    private static boolean contains(String text, String secret) {
        return text.contains(secret)
                && text.replace(secret + EXTENSION, "")
                        .replace(EXTENSION + secret, "")
                        .contains(secret);
    }

    /** The text of the body, and the strings in it where some of them may stand there in another way. */
    private static List<String> inBody(HttpAnswer answer) {
        String text = answer.body().text();
        List<String> all = new ArrayList<>(List.of(text));
        if (text.indexOf(ESCAPE) >= 0) {
            AnswerJson.valueOf(answer).ifPresent(json -> all.addAll(strings(json)));
        }
        return all;
    }

    private static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        node.properties().forEach(each -> strings.add(each.getKey()));
        if (node.isString()) {
            strings.add(node.stringValue());
        }
        node.valueStream().forEach(child -> strings.addAll(strings(child)));
        return strings;
    }
}
