package io.chargeproof.traffic.provider;

import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.check.AnswerJson;
import io.chargeproof.requirement.Api;
import io.chargeproof.traffic.recording.RecordedExchange;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides which answers are held against the provider. Where no profile says where the API is, an answer such as 404 counts only
 * after another answer from the same address has shown that the API is there.
 */
public final class AnswersThatCount {
    /** What a server says where the API isn't, or somebody in front of it. */
    private static final Set<Integer> ELSEWHERE = Set.of(401, 404, 405, 407, 410);

    private static final Pattern BELOW_CUSTOMER = Pattern.compile("(/api/rest/customer).*");
    private static final int MOST_ADDRESSES = 1000;

    private final Api api;
    private final boolean known;
    private final Set<String> shown = new HashSet<>();

    /**
     * Those of an API, in one recording.
     *
     * @param known whether a profile says where the API is, so that no address of the recording is a mistake
     */
    public AnswersThatCount(Api api, boolean known) {
        this.api = api;
        this.known = known;
    }

    /** Whether the next one counts, its request being so fit to judge it by. */
    public boolean see(RecordedExchange next, Fitness fitness) {
        boolean there = known || isThere(next);
        return there && (fitness == Fitness.PROPER || (fitness == Fitness.DEBATABLE && isAccepted(next)));
    }

    private boolean isThere(RecordedExchange next) {
        URI uri = next.request().uri();
        String address =
                uri.getRawAuthority() + BELOW_CUSTOMER.matcher(uri.getRawPath()).replaceFirst("$1");
        int status = next.exchange().status().orElse(0);
        boolean elsewhere = status / 100 == 3 || ELSEWHERE.contains(status);
        boolean speaks = !elsewhere
                && next.exchange().answer().flatMap(AnswerJson::valueOf).isPresent();
        if (speaks && shown.size() < MOST_ADDRESSES) {
            shown.add(address);
        }
        return !elsewhere || shown.contains(address) || says(next);
    }

    /** An answer of OIOI with a result is OIOI's, whatever its status. */
    private boolean says(RecordedExchange next) {
        return api.equals(OioiModule.API)
                && UserAnswer.of(next.exchange()).code().isPresent();
    }

    private boolean isAccepted(RecordedExchange next) {
        return api.equals(OioiModule.API)
                ? UserAnswer.of(next.exchange()).isSuccess()
                : next.exchange().status().filter(status -> status / 100 == 2).isPresent();
    }
}
