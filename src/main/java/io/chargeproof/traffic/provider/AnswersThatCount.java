package io.chargeproof.traffic.provider;

import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.check.AnswerJson;
import io.chargeproof.requirement.Api;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
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
    /** What a PUT gets for an id that can't be a customer's is left open, but for a server error. */
    private static final Set<String> OPEN_WITHOUT_AN_ID = Set.of("EVC-HTTP-2", "EVC-HTTP-3", "EVC-CREATE-6");

    private final Api api;
    private final boolean known;
    private final Set<String> shown = new HashSet<>();
    private final CustomersThatCanBe ids = new CustomersThatCanBe();

    /**
     * Those of an API, in one recording.
     *
     * @param known whether a profile says where the API is, so that no address of the recording is a mistake
     */
    public AnswersThatCount(Api api, boolean known) {
        this.api = api;
        this.known = known;
    }

    /** What of an answer's own faults counts, now that this one comes next. */
    public List<Statement> see(RecordedExchange next, List<Statement> ofAnswer) {
        boolean there = isThere(next) || known;
        boolean isOfACustomer = ids.see(next);
        return !there
                ? List.of()
                : isOfACustomer
                        ? ofAnswer
                        : ofAnswer.stream()
                                .filter(each -> !OPEN_WITHOUT_AN_ID.contains(
                                        each.requirement().value()))
                                .toList();
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
}
