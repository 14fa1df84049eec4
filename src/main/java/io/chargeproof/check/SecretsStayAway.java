package io.chargeproof.check;

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
    /** What a wrong secret has more at its end than the right one; an echo of the wrong one gives nothing away. */
    public static final String EXTENSION = "x1";

    /** Shorter values stand in other text by chance. */
    private static final int SHORTEST = 6;

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
        for (Map.Entry<String, String> secret : namesByValue.entrySet()) {
            if (secret.getKey().length() < SHORTEST) {
                continue;
            }
            Optional<String> place = place(secret.getKey(), answer);
            if (place.isPresent()) {
                return Optional.of(secret.getValue() + " in " + place.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> place(String secret, HttpAnswer answer) {
        Optional<String> header = answer.headers().fields().stream()
                .filter(field -> contains(field.value(), secret) || contains(field.name(), secret))
                .map(field -> "the header " + field.name())
                .findFirst();
        if (header.isPresent()) {
            return header;
        }
        boolean inBody = contains(answer.body().text(), secret)
                || AnswerJson.valueOf(answer).map(SecretsStayAway::strings).orElse(List.of()).stream()
                        .anyMatch(text -> contains(text, secret));
        return inBody ? Optional.of("the body") : Optional.empty();
    }

    private static boolean contains(String text, String secret) {
        return text.contains(secret) && text.replace(secret + EXTENSION, "").contains(secret);
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
