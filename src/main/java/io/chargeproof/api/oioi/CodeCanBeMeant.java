package io.chargeproof.api.oioi;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Decides that the result code is one that can be meant: success, any of those for a user who isn't authenticated, for a post
 * also an invalid format, or a code more general than these; a bad key and a malformed call have codes of their own. The status
 * of a 4xx that says by {@code error} what was wrong stands for its code. When it fails, look at codes of other calls and at
 * exceptions that are turned into codes.
 */
@Verifies("OIOI-RESULT-2")
final class CodeCanBeMeant implements Invariant {
    private static final Set<Integer> ALWAYS = codes(List.of());
    private static final Set<Integer> OF_THE_FORMAT = codes(List.of(ResultCode.INVALID_FORMAT));
    private static final Set<Integer> OF_THE_KEY =
            codes(List.of(ResultCode.INVALID_API_KEY, ResultCode.API_KEY_NOT_ALLOWED));
    private static final Set<Integer> OF_ALL =
            codes(List.of(ResultCode.INVALID_FORMAT, ResultCode.INVALID_API_KEY, ResultCode.API_KEY_NOT_ALLOWED));

    @Override
    public List<Judged> judge(Exchange exchange) {
        // A target needn't offer the call, and what one gets that isn't offered is left open.
        if (UserRequests.isLogIn(exchange.request())) {
            return List.of();
        }
        UserAnswer answer = UserAnswer.of(exchange);
        JsonNode code = answer.body().path("result").path("code");
        return UserAnswer.isInteger(code) || !answer.meant().isEmpty()
                ? List.of(Judged.of("OIOI-RESULT-2", judge(answer, exchange.request())))
                : List.of();
    }

    private static Judgement judge(UserAnswer answer, HttpRequest request) {
        Set<Integer> meant = meantBy(request);
        JsonNode code = answer.body().path("result").path("code");
        return Judgement.holdsIf(
                        answer.means(meant),
                        () -> Judgement.broken(
                                request.purpose().inWords() + " got a result code that can't be meant",
                                "one of the result codes " + meant,
                                answer.isErrorAlone() ? answer.inWords() : "result code " + code))
                .at(answer.isErrorAlone() ? "" : ResultCode.POINTER);
    }

    private static Set<Integer> meantBy(HttpRequest request) {
        RequestPurpose purpose = request.purpose();
        boolean badKey = purpose.is(RequestTrait.BAD_CREDENTIALS);
        boolean noKey = badKey && request.headers().first("Authorization").isEmpty();
        boolean post = purpose.operation().equals(UserCall.POST_DETAILS.label());
        boolean format = post || noKey || purpose.is(RequestTrait.MALFORMED);
        if (badKey) {
            return format ? OF_ALL : OF_THE_KEY;
        }
        return format ? OF_THE_FORMAT : ALWAYS;
    }

    private static Set<Integer> codes(List<ResultCode> more) {
        Set<Integer> codes = new TreeSet<>(ResultCode.authenticationFailures());
        codes.add(ResultCode.SUCCESS.value());
        codes.addAll(ResultCode.anyOf(more));
        return Collections.unmodifiableSet(codes);
    }
}
