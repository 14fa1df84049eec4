package io.chargeproof.contract.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Statuses that are all right.
 *
 * @param inWords which they are, for those who read a report
 * @param ranges the first and the last of each range
 */
record StatusSet(String inWords, List<int[]> ranges) {
    private static final int LAST = 999;

    /** The statuses that a rule's {@code status} names: a word, or a list of numbers. */
    static StatusSet of(JsonNode status) {
        return status.isArray() ? listed(status) : word(status.asString(""));
    }

    private static StatusSet word(String word) {
        return switch (word) {
            case "info" -> range("HTTP 1xx", 100, 199);
            case "success" -> range("HTTP 2xx", 200, 299);
            case "redirect" -> range("HTTP 3xx", 300, 399);
            case "clientError" -> range("HTTP 4xx", 400, 499);
            case "serverError" -> range("HTTP 5xx", 500, 599);
            case "nonError" -> range("HTTP below 400", 0, 399);
            case "error" -> range("HTTP 400 or above", 400, LAST);
            default ->
                throw new UnreadablePact("its rule for the status names '" + word + "', which is no class of statuses");
        };
    }

    private static StatusSet range(String inWords, int first, int last) {
        return new StatusSet(inWords, List.of(new int[] {first, last}));
    }

    private static StatusSet listed(JsonNode codes) {
        List<int[]> ranges = new ArrayList<>();
        for (JsonNode code : codes) {
            if (!code.isInt()) {
                throw new UnreadablePact("its rule for the status lists " + code + ", which is no status");
            }
            ranges.add(new int[] {code.intValue(), code.intValue()});
        }
        return new StatusSet(
                ranges.stream().map(each -> "HTTP " + each[0]).collect(Collectors.joining(", ")), List.copyOf(ranges));
    }

    boolean has(int status) {
        return ranges.stream().anyMatch(each -> each[0] <= status && status <= each[1]);
    }
}
