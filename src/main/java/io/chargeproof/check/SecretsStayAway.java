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
        List<Text> texts = texts(answer);
        return namesByValue.entrySet().stream()
                .filter(secret -> secret.getKey().length() >= SHORTEST)
                .flatMap(secret -> texts.stream()
                        .filter(text -> text.contains(secret.getKey()))
                        .map(text -> secret.getValue() + " in " + text.place()))
                .findFirst();
    }

    private static List<Text> texts(HttpAnswer answer) {
        List<Text> texts = new ArrayList<>();
        answer.headers().fields().forEach(field -> {
            texts.add(new Text("the header " + field.name(), field.value()));
            texts.add(new Text("the header " + field.name(), field.name()));
        });
        texts.add(new Text("the body", answer.body().text()));
        AnswerJson.valueOf(answer)
                .ifPresent(json -> strings(json).forEach(string -> texts.add(new Text("the body", string))));
        return texts;
    }

    /** What an answer says in one place. */
    private record Text(String place, String words) {
        boolean contains(String secret) {
            return words.contains(secret)
                    && words.replace(secret + EXTENSION, "").contains(secret);
        }
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
