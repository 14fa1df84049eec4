package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.List;
import java.util.regex.Pattern;

/** Decides that each request to the Customer API bears its token in the documented form, whatever the letter case. */
@Verifies("EVC-CLIENT-2")
final class TokenIsSent implements TrafficRule {
    private static final Pattern FORM = Pattern.compile("(?i)token\\s+\\S.*");

    @Override
    public List<Statement> see(RecordedExchange next) {
        String sent = next.header("Authorization").orElse("");
        boolean unknown = sent.isEmpty() ? !next.knows(Part.AUTHORIZATION) : SentCredential.isHidden(sent);
        return unknown
                ? List.of()
                : List.of(Statement.of(
                        "EVC-CLIENT-2",
                        Judgement.holdsIf(
                                FORM.matcher(sent).matches(),
                                () -> Judgement.broken(
                                        sent.isEmpty()
                                                ? "the client sends no Authorization"
                                                : "the client sends an Authorization of another form",
                                        "Authorization: token {token}",
                                        SentCredential.shown(sent))),
                        next));
    }
}
