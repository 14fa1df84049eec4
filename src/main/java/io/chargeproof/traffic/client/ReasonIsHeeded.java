package io.chargeproof.traffic.client;

import io.chargeproof.api.oioi.Details;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.api.oioi.UserCall;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Recent;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Decides that code 0 with a reason isn't taken for success, as far as a recording shows it: whoever reads the user next, or posts
 * the member that the reason names otherwise, has understood; whoever next posts other changes with that member as it was,
 * has not. Anything else says nothing.
 */
@Verifies("OIOI-CLIENT-12")
final class ReasonIsHeeded implements TrafficRule {
    private static final int MOST = 10_000;

    private final Recent<JsonNode, Refused> refused = new Recent<>(MOST);

    /** Details that weren't taken, and the path that the reason names. */
    private record Refused(RecordedExchange post, JsonNode details, String path) {}

    @Override
    public List<Statement> see(RecordedExchange next) {
        Optional<UserCallSent> call = UserCallSent.in(next);
        if (call.isEmpty() || !call.get().user().isObject()) {
            return List.of();
        }
        JsonNode user = call.get().user();
        Optional<Refused> before = refused.find(user);
        refused.forget(user);
        refusal(call.get(), next).ifPresent(now -> refused.put(user, now));
        return before.flatMap(earlier -> judge(earlier, call.get(), next)).stream()
                .toList();
    }

    private static Optional<Refused> refusal(UserCallSent call, RecordedExchange next) {
        UserAnswer answer = UserAnswer.of(next.exchange());
        if (call.call() != UserCall.POST_DETAILS || !answer.isCodeZero() || !answer.hasReason()) {
            return Optional.empty();
        }
        String reason = answer.reason().asString("").toLowerCase(Locale.ROOT);
        return Details.members().stream()
                .filter(member -> reason.contains(member) && call.details().has(member))
                .findFirst()
                .map(path -> new Refused(next, call.details(), path));
    }

    private static Optional<Statement> judge(Refused before, UserCallSent call, RecordedExchange next) {
        if (call.call() == UserCall.GET_DETAILS) {
            return Optional.of(Statement.of("OIOI-CLIENT-12", Judgement.HOLDS, before.post(), next));
        }
        boolean kept =
                call.details().path(before.path()).equals(before.details().path(before.path()));
        if (kept && call.details().equals(before.details())) {
            return Optional.empty();
        }
        return Optional.of(Statement.of(
                "OIOI-CLIENT-12",
                Judgement.holdsIf(
                        !kept,
                        "the client goes on as if what was refused with a reason were stored",
                        "another " + before.path() + ", or none, after the reason named it",
                        "the same " + before.path() + " beside other changes"),
                before.post(),
                next));
    }
}
