package io.chargeproof.contract.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a request with the one that a pact expects, as Pact's specification has it. */
public final class RequestComparison {
    private final PromisedRequest promise;
    private final Asked asked;

    private RequestComparison(PromisedRequest promise, Asked asked) {
        this.promise = promise;
        this.asked = asked;
    }

    /**
     * What was asked.
     *
     * @param method the method
     * @param path the path as it was sent
     * @param query the values of each parameter
     * @param content header fields and body
     */
    public record Asked(String method, String path, Map<String, List<String>> query, Comparison.Answered content) {
        public Asked {
            query = Map.copyOf(query);
        }
    }

    /**
     * Where a request isn't as expected.
     *
     * @param method the method, if that differs
     * @param path the path, if that differs
     * @param query what differs in parameters, by their names
     * @param headers what differs in header fields, by their names
     * @param body what differs in the body, by paths of members
     */
    public record Differences(
            @Nullable Mismatch method,
            @Nullable Mismatch path,
            List<Mismatch> query,
            List<Mismatch> headers,
            List<Mismatch> body) {
        public Differences {
            query = List.copyOf(query);
            headers = List.copyOf(headers);
            body = List.copyOf(body);
        }

        /** How many there are. */
        public int count() {
            return (method == null ? 0 : 1) + (path == null ? 0 : 1) + query.size() + headers.size() + body.size();
        }
    }

    /**
     * Where a request isn't as expected; nowhere if it is.
     *
     * @throws UnreadablePact if the pact has a rule that can't be decided
     */
    public static Differences of(PromisedRequest promise, Asked asked, Comparison.OtherBodies others) {
        RequestComparison comparison = new RequestComparison(promise, asked);
        return new Differences(
                comparison.method(),
                comparison.path(),
                comparison.query(),
                Comparison.headers(promise.rest(), asked.content()),
                Comparison.requestBody(promise.rest(), asked.content(), others));
    }

    private @Nullable Mismatch method() {
        return promise.method().equalsIgnoreCase(asked.method())
                ? null
                : new Mismatch("method", "it is to be " + promise.method(), asked.method());
    }

    private @Nullable Mismatch path() {
        Rules.Group rules = promise.pathRules();
        boolean kept = rules == null
                ? isSamePath(promise.path(), asked.path())
                : keeps(rules, rule -> rule.keepsText(promise.path(), asked.path()));
        return kept
                ? null
                : new Mismatch(
                        "path",
                        "it is to be " + (rules == null ? promise.path() : inWords(rules, promise.path())),
                        asked.path());
    }

    /** A pact may have a path with characters that are sent percent-encoded. */
    private static boolean isSamePath(String expected, String actual) {
        return expected.equals(actual) || decoded(expected).equals(decoded(actual));
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B").replaceAll("(?i)%2f", "%252F"), UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private static boolean keeps(Rules.Group rules, Predicate<Rule> kept) {
        return rules.any()
                ? rules.rules().stream().anyMatch(kept)
                : rules.rules().stream().allMatch(kept);
    }

    private static String inWords(Rules.Group rules, String example) {
        return rules.rules().stream()
                .map(rule -> rule.inWords(example))
                .collect(Collectors.joining(rules.any() ? " or " : " and "));
    }

    private List<Mismatch> query() {
        List<Mismatch> found = new ArrayList<>();
        promise.query().forEach((name, values) -> {
            List<String> came = asked.query().get(name);
            if (came == null) {
                found.add(new Mismatch(name, "it is to be " + expectation(name, values), "missing"));
            } else if (!isKept(name, values, came)) {
                found.add(new Mismatch(name, "it is to be " + expectation(name, values), shown(came)));
            }
        });
        asked.query().forEach((name, values) -> {
            if (!promise.query().containsKey(name)) {
                found.add(new Mismatch(name, "it is to be absent", shown(values)));
            }
        });
        return found;
    }

    private boolean isKept(String name, List<String> expected, List<String> actual) {
        Rules.Chosen chosen = rules(name);
        if (chosen == null) {
            return expected.equals(actual);
        }
        return keeps(chosen.group(), rule -> keepsCount(rule, expected, actual) && keepsEach(rule, expected, actual));
    }

    /** A value of its own type may stand more or less often than in the example; others as often as there. */
    private static boolean keepsCount(Rule rule, List<String> expected, List<String> actual) {
        if (rule instanceof Rule.Type type) {
            return (type.least() == null || actual.size() >= type.least())
                    && (type.most() == null || actual.size() <= type.most());
        }
        return expected.isEmpty() == actual.isEmpty();
    }

    private static boolean keepsEach(Rule rule, List<String> expected, List<String> actual) {
        for (int i = 0; i < actual.size(); i++) {
            String example = expected.isEmpty() ? "" : expected.get(Math.min(i, expected.size() - 1));
            if (!rule.keepsText(example, actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Rules.@Nullable Chosen rules(String name) {
        return promise.queryRules().chosen(List.of("$", name));
    }

    private String expectation(String name, List<String> values) {
        Rules.Chosen chosen = rules(name);
        return chosen == null ? shown(values) : inWords(chosen.group(), shown(values));
    }

    private static String shown(List<String> values) {
        return values.stream().map(each -> "'" + each + "'").collect(Collectors.joining(" and "));
    }
}
