package io.chargeproof.report.export;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.check.StatusRange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.report.ShownRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * What Hurl is to make of an answer: it fails on the one that came in the run, and passes on every one that would be right. A
 * file that failed on a right answer would do the provider wrong, so where nothing of the kind is known of a finding, any answer
 * passes.
 *
 * @param status the line with the status
 * @param asserts the section with what else is asserted; empty without any
 */
record HurlResponse(String status, String asserts) {
    private static final String ANY = "HTTP *\n";

    /** So many statuses between two right ones are named one by one. */
    private static final int FEW = 3;

    /** Names that need no escape in a JSONPath, nor in a JSON Pointer. */
    private static final Pattern PLAIN_POINTER = Pattern.compile("(?:/[A-Za-z0-9_-]+)++");

    /** Longer values, and such as aren't simple letters, are spelt in more than one way in JSON. */
    private static final Pattern PLAIN_VALUE = Pattern.compile("\"[ !#-\\[\\]-~]{0,200}\"|-?\\d{1,18}|true|false|null");

    /** What a redaction leaves of a secret. */
    private static final Pattern REDACTED = Pattern.compile("\\*{3}|\\$\\{");

    /**
     * What is asserted of the answer to a request, by what a finding says of it.
     *
     * @param alone whether that answer was judged by itself; of several that were held against one another the last may be
     *     right, and another one wrong
     */
    static HurlResponse to(ShownRequest shown, boolean alone) {
        Optional<HttpAnswer> answer = shown.exchange().answer();
        List<StatusRange> right = shown.pinpoint().statuses();
        if (answer.isEmpty()) {
            return new HurlResponse(ANY, "");
        }
        List<String> asserts =
                new ArrayList<>(alone ? aboutMember(shown.pinpoint().member(), answer.get()) : List.of());
        boolean single =
                right.size() == 1 && right.get(0).from() == right.get(0).to();
        if (single) {
            return new HurlResponse("HTTP " + right.get(0) + "\n", section(asserts));
        }
        asserts.addAll(0, aboutStatus(right, answer.get().status()));
        return new HurlResponse(ANY, section(asserts));
    }

    private static String section(List<String> asserts) {
        return asserts.isEmpty() ? "" : "[Asserts]\n" + String.join("\n", asserts) + "\n";
    }

    private static List<String> aboutStatus(List<StatusRange> right, int came) {
        List<String> asserts = new ArrayList<>();
        if (right.isEmpty()) {
            return asserts;
        }
        if (right.get(0).from() > StatusRange.LOWEST) {
            asserts.add("status >= " + right.get(0).from());
        }
        if (right.get(right.size() - 1).to() < StatusRange.HIGHEST) {
            asserts.add("status <= " + right.get(right.size() - 1).to());
        }
        for (int i = 1; i < right.size(); i++) {
            between(right.get(i - 1).to() + 1, right.get(i).from() - 1, came)
                    .mapToObj(wrong -> "status != " + wrong)
                    .forEach(asserts::add);
        }
        return asserts;
    }

    /** The wrong statuses between two that are right; of many only the one that came. */
    private static IntStream between(int from, int to, int came) {
        return to - from < FEW
                ? IntStream.rangeClosed(from, to)
                : IntStream.of(came).filter(each -> from <= each && each <= to);
    }

    /** A member that is missing has to be there; one that is wrong mustn't have the value that it had. */
    private static List<String> aboutMember(String pointer, HttpAnswer answer) {
        Optional<JsonNode> root = AnswerJson.valueOf(answer);
        if (root.isEmpty() || !PLAIN_POINTER.matcher(pointer).matches()) {
            return List.of();
        }
        JsonNode member = root.get().at(pointer);
        return member.isMissingNode()
                ? List.of("jsonpath \"" + path(pointer) + "\" exists")
                : unlike(
                        pointer.substring(pointer.lastIndexOf('/') + 1),
                        member,
                        answer.body().text());
    }

    private static String path(String pointer) {
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(name -> name.matches("\\d+") ? "[" + name + "]" : "['" + name + "']")
                .collect(Collectors.joining("", "$", ""));
    }

    /** Only where this one member has that value: another of the same name may have it by right. */
    private static List<String> unlike(String name, JsonNode value, String body) {
        String literal = value.isObject() ? "{" : value.isArray() ? "[" : value.toString();
        boolean plain = value.isContainer() || PLAIN_VALUE.matcher(literal).matches();
        if (!plain || REDACTED.matcher(literal).find()) {
            return List.of();
        }
        String end = value.isContainer() ? "" : "\\s*[,}\\]]";
        String pattern =
                "\"" + name + "\"\\s*:\\s*" + literal.replaceAll("[^A-Za-z0-9 \"_,:;@%&=!~'<>-]", "\\\\$0") + end;
        boolean once = Pattern.compile(pattern).matcher(body).results().count() == 1;
        return once ? List.of("body not matches /" + pattern + "/") : List.of();
    }
}
