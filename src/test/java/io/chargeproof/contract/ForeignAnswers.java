package io.chargeproof.contract;

import io.chargeproof.contract.PactCase.Verdict;
import java.util.List;
import java.util.Map;

/**
 * An answer to a pact that {@code src/test/scripts/pact-consumers.js} writes.
 *
 * @param name what it is
 * @param file the pact
 * @param answer the answer
 * @param verdict what is to be said of it
 */
record ForeignAnswers(String name, String file, Answer answer, Verdict verdict) {
    private static final String USER = """
            {"id": 5, "name": "Eva", "born": "2021-02-28", "at": "2021-02-28T23:59:59", "tags": ["b", "c"], "ok": false,
             "rate": 2.25, "uuid": "936da01f-9abd-4d9d-80c7-02af85c822a9", "nothing": null, "some": ["y", 7, "x"],
             "by": {"z": 9}}""";
    private static final String POSTED = "{\"id\": 5, \"name\": \"Eva\", \"list\": [{\"a\": 1}, {\"a\": 2.5}]}";

    static List<ForeignAnswers> all() {
        return List.of(
                version3("kept", USER, Verdict.KEPT),
                version3("a date that isn't", USER.replace("2021-02-28\"", "2021-02-30\""), Verdict.BROKEN),
                version3("an item that is missing", USER.replace("\"x\"", "\"q\""), Verdict.BROKEN),
                version3("no items", USER.replace("[\"b\", \"c\"]", "[]"), Verdict.BROKEN),
                version3("a member in place of null", USER.replace("null", "1"), Verdict.BROKEN),
                version3("a whole number for a decimal", USER.replace("2.25", "2"), Verdict.BROKEN),
                version3("a text among the values", USER.replace("9}", "\"n\"}"), Verdict.BROKEN),
                version4("kept", 201, POSTED, Verdict.KEPT),
                version4("another status", 200, POSTED, Verdict.BROKEN),
                version4("a text in the list", 201, POSTED.replace("2.5", "\"x\""), Verdict.BROKEN),
                version4("nothing", 201, "", Verdict.BROKEN));
    }

    private static ForeignAnswers version3(String name, String body, Verdict verdict) {
        return new ForeignAnswers("specification 3: " + name, "npm-v3-provider.json", json(200, body), verdict);
    }

    private static ForeignAnswers version4(String name, int status, String body, Verdict verdict) {
        return new ForeignAnswers("specification 4: " + name, "npm-v4-provider.json", json(status, body), verdict);
    }

    private static Answer json(int status, String body) {
        return new Answer(status, Map.of("Content-Type", List.of("application/json")), body);
    }
}
