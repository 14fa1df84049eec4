package io.chargeproof.contract.matching;

import io.chargeproof.exchange.Body;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compares an answer with what a pact promises of it, as Pact's own core does. */
public final class Comparison {
    private final Promise promise;
    private final OtherBodies others;
    private final boolean more;
    private final List<Mismatch> found = new ArrayList<>();

    private Comparison(Promise promise, OtherBodies others, boolean more) {
        this.promise = promise;
        this.others = others;
        this.more = more;
    }

    /** Who compares bodies that are neither JSON nor plain text. */
    @FunctionalInterface
    public interface OtherBodies {
        /**
         * Where a body isn't as promised.
         *
         * @param type the media type that is promised
         */
        List<Mismatch> compare(String type, Body expected, Answered actual);
    }

    /**
     * What came: an answer, or what a request shares with one.
     *
     * @param status the HTTP status, or 0
     * @param headers the lines of each field
     * @param body the body
     */
    public record Answered(int status, Map<String, List<String>> headers, Body body) {
        public Answered {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * Where an answer isn't as promised; nowhere if the promise is kept.
     *
     * @throws UnreadablePact if the pact has a rule that can't be decided
     */
    public static List<Mismatch> of(Promise promise, Answered answer, OtherBodies others) {
        Comparison comparison = new Comparison(promise, others, true);
        comparison.status(answer.status());
        comparison.found.addAll(headers(promise, answer));
        comparison.body(promise.body(), answer);
        return List.copyOf(comparison.found);
    }

    /** Where header fields aren't as promised. */
    static List<Mismatch> headers(Promise promise, Answered came) {
        return HeaderComparison.of(promise.headers(), fields(came.headers()), promise.headerRules());
    }

    /** Where the body of a request isn't as promised; it may have no members beside those of the example. */
    static List<Mismatch> requestBody(Promise promise, Answered came, OtherBodies others) {
        Comparison comparison = new Comparison(promise, others, false);
        comparison.body(promise.body(), came);
        return List.copyOf(comparison.found);
    }

    private void status(int actual) {
        Rules.Group rules = promise.statusRules();
        boolean kept = rules == null
                ? promise.status() == actual
                : rules.any()
                        ? rules.rules().stream().anyMatch(rule -> rule.keepsStatus(promise.status(), actual))
                        : rules.rules().stream().allMatch(rule -> rule.keepsStatus(promise.status(), actual));
        if (!kept) {
            found.add(new Mismatch("status", "it is to be " + statusInWords(), "HTTP " + actual));
        }
    }

    private String statusInWords() {
        Rules.Group rules = promise.statusRules();
        String example = "HTTP " + promise.status();
        return rules == null
                ? example
                : rules.rules().stream()
                        .map(rule -> rule.inWords(example))
                        .collect(Collectors.joining(rules.any() ? " or " : " and "));
    }

    private static Map<String, List<String>> fields(Map<String, List<String>> lines) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        lines.forEach((name, values) ->
                values.forEach(line -> fields.computeIfAbsent(name.toLowerCase(Locale.ROOT), each -> new ArrayList<>())
                        .addAll(ListedFields.values(name, line))));
        return fields;
    }

    private void body(PromisedBody expected, Answered answer) {
        if (expected.kind() == PromisedBody.Kind.ANY) {
            return;
        }
        if (expected.kind() == PromisedBody.Kind.NONE) {
            if (!answer.body().isEmpty()) {
                add("it is to be empty", Json.counted(answer.body().size(), "byte"));
            }
            return;
        }
        MediaType type = expected.mediaType();
        MediaType came = type(answer);
        if (!isOfType(type, came)) {
            add("it is to be of the type " + type, answer.body().isEmpty() ? "empty" : "of the type " + came);
        } else if (answer.body().isEmpty()) {
            add("there is to be one", "empty");
        } else {
            contents(type, expected, answer);
        }
    }

    private static MediaType type(Answered answer) {
        return answer.headers().entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase("content-type"))
                .flatMap(each -> each.getValue().stream())
                .findFirst()
                .flatMap(MediaType::of)
                .orElseGet(() -> MediaType.guessed(answer.body().text()));
    }

    private boolean isOfType(MediaType expected, MediaType came) {
        if (expected.isUnknown() || came.isUnknown() || expected.admits(came) || expected.admits(came.base())) {
            return true;
        }
        return promise.headerRules().chosen(List.of("$", "content-type")) != null
                && HeaderComparison.of(
                                Map.of("Content-Type", List.of(expected.toString())),
                                Map.of("content-type", List.of(came.toString())),
                                promise.headerRules())
                        .isEmpty();
    }

    private void contents(MediaType type, PromisedBody expected, Answered answer) {
        if (type.isJson()) {
            json(expected, answer);
        } else if (type.isPlainText()) {
            text(expected.example().text(), answer.body().text());
        } else {
            found.addAll(others.compare(type.toString(), expected.example(), answer));
        }
    }

    private void json(PromisedBody expected, Answered answer) {
        JsonNode example = Json.read(expected.example().bytes())
                .orElseThrow(() -> new UnreadablePact("its body is said to be JSON, and isn't"));
        Optional<JsonNode> came = Json.read(answer.body().bytes());
        if (came.isEmpty()) {
            add("it is to be JSON", "not JSON");
        } else {
            found.addAll(JsonComparison.of(example, came.get(), promise.bodyRules(), more));
        }
    }

    private void text(String expected, String actual) {
        Rules.Chosen chosen = promise.bodyRules().chosen(List.of("$"));
        if (chosen == null) {
            if (!expected.equals(actual)) {
                add("it is to be the text of the pact", "another");
            }
            return;
        }
        List<Rule> broken = chosen.rules().stream()
                .filter(rule -> !rule.keepsText(expected, actual))
                .toList();
        if (!chosen.group().any() || broken.size() == chosen.rules().size()) {
            broken.forEach(rule -> add("it is to be " + rule.inWords("the text of the pact"), "another"));
        }
    }

    private void add(String expected, String actual) {
        found.add(new Mismatch("body", expected, actual));
    }
}
