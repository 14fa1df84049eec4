package io.chargeproof.traffic;

import io.chargeproof.requirement.RequirementId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which requirements recorded traffic can decide, and what has to be recorded for it. */
final class DecidedByTraffic {
    private static final String ANSWER = "an answer that isn't the environment's";
    private static final String READ = "a successful user-get-details, with its answer's body";

    private static final Map<String, String> NEEDED = needed();

    private DecidedByTraffic() {}

    /** What has to be recorded; nothing where traffic alone can't decide it. */
    static Optional<String> needs(RequirementId id) {
        return Optional.ofNullable(NEEDED.get(id.value()));
    }

    private static Map<String, String> needed() {
        Map<String, String> needed = new HashMap<>();
        ofTheProvider(needed);
        ofTheClient(needed);
        return Map.copyOf(needed);
    }

    private static void ofTheProvider(Map<String, String> needed) {
        needed.put("EVC-HTTP-2", ANSWER);
        needed.put("EVC-HTTP-3", ANSWER + ", with its body");
        needed.put("EVC-HTTP-4", "an answer with HTTP 403, with its body");
        needed.put("EVC-AUTH-6", "a request with a token that is accepted, neither redacted nor short");
        needed.put("EVC-CREATE-3", "two creates, with the bodies of their answers, and an update by the id of one");
        needed.put("EVC-CREATE-6", "an answer with HTTP 400, with its body");
        needed.put("EVC-CREATE-10", "a create with a password that isn't redacted, and the body of its answer");
        needed.put("EVC-CREATE-14", ANSWER + ", of HTTP 400 or 403, with its body");
        for (String row : new String[] {"HTTP-2", "RESULT-1", "RESULT-2", "RESULT-3", "RESULT-4", "RESULT-5"}) {
            needed.put("OIOI-" + row, ANSWER + ", with its body");
        }
        needed.put("OIOI-HTTP-3", "a successful call, with its answer's body");
        needed.put("OIOI-HTTP-4", "a call that fails");
        needed.put("OIOI-AUTH-5", "a call that fails, with its answer's body");
        needed.put("OIOI-KEY-3", "a successful call with its API key or token, neither redacted nor short");
        for (int number = 6; number <= 16; number++) {
            needed.put("OIOI-GET-" + number, READ);
        }
        needed.put("OIOI-GET-20", READ);
        needed.put("OIOI-GET-14", "a successful user-get-details by EVCO ID");
        needed.put("OIOI-GET-19", "a successful user-get-details by EVCO ID");
        needed.put(
                "OIOI-GET-5",
                "two reads of one user by different identifiers, within a minute and without a post between");
        String readBack = "a read of the same user, within a minute after a successful user-post-details";
        needed.put("OIOI-POST-5", readBack);
        needed.put("OIOI-POST-7", readBack + " with a member that is null");
        needed.put("OIOI-POST-13", "the answer to a user-post-details, with its body");
    }

    private static void ofTheClient(Map<String, String> needed) {
        String evcNet = "a request to the Customer API";
        String oioi = "a call about a user";
        needed.put("EVC-CLIENT-1", evcNet);
        needed.put("EVC-CLIENT-2", evcNet + ", with its Authorization (browsers leave it out unless told otherwise)");
        needed.put("EVC-CLIENT-3", evcNet + ", with its header fields");
        needed.put("EVC-CLIENT-4", evcNet + ", with its X-Request-ID");
        needed.put("EVC-CLIENT-5", evcNet + ", with its body");
        needed.put("EVC-CLIENT-6", evcNet + ", with its body");
        needed.put("EVC-CLIENT-7", "an update with a card_list, with its body");
        needed.put("EVC-CLIENT-8", evcNet + ", with its body");
        needed.put("EVC-CLIENT-9", "a create with its answer, and then an update");
        needed.put("EVC-CLIENT-10", "an answer with HTTP 429 and Retry-After, and what follows it, with times");
        needed.put("EVC-CLIENT-11", evcNet + ", with its header fields");
        needed.put("OIOI-CLIENT-1", oioi + ", with its body");
        needed.put("OIOI-CLIENT-2", oioi + ", with its header fields");
        needed.put("OIOI-CLIENT-3", oioi + ", with its Content-Type");
        needed.put("OIOI-CLIENT-4", oioi);
        needed.put("OIOI-CLIENT-5", "a user-post-details");
        needed.put("OIOI-CLIENT-6", "a user-post-details with an address");
        needed.put("OIOI-CLIENT-7", "a user-post-details with a locale");
        needed.put("OIOI-CLIENT-8", oioi);
        needed.put("OIOI-CLIENT-9", "a call by EVCO ID or RFID");
        needed.put("OIOI-CLIENT-10", "an answer with 5xx, and the same call sent again, with times");
        needed.put("OIOI-CLIENT-11", oioi + ", with its header fields");
        needed.put("OIOI-CLIENT-12", "a post that got a reason, and the next call about the same user");
    }
}
