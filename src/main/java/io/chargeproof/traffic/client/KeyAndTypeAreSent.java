package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Decides that a call bears its API key in the documented form and says that it is JSON, and that it says so without a
 * parameter.
 */
@Verifies({"OIOI-CLIENT-2", "OIOI-CLIENT-3"})
final class KeyAndTypeAreSent implements TrafficRule {
    private static final Pattern KEY = Pattern.compile("(?i)key\\s*=\\s*\\S.*");

    @Override
    public List<Statement> see(RecordedExchange next) {
        List<Statement> said = new ArrayList<>();
        String sent = next.header("Authorization").orElse("");
        boolean unknown = sent.isEmpty() ? !next.knows(Part.AUTHORIZATION) : SentCredential.isHidden(sent);
        if (!unknown) {
            said.add(Statement.of("OIOI-CLIENT-2", key(sent), next));
        }
        // What has no body has no type.
        if (next.knows(Part.REQUEST_HEADERS) && next.request().method() == HttpMethod.POST) {
            String type = next.header("Content-Type").orElse("");
            said.add(Statement.of("OIOI-CLIENT-2", type(type), next));
            if (!type.isEmpty()) {
                said.add(Statement.of("OIOI-CLIENT-3", parameter(type), next));
            }
        }
        return said;
    }

    private static Judgement key(String sent) {
        return Judgement.holdsIf(
                KEY.matcher(sent).matches(),
                () -> Judgement.broken(
                        sent.isEmpty()
                                ? "the client sends no Authorization"
                                : "the client sends an Authorization of another form",
                        "Authorization: key=<API key>",
                        SentCredential.shown(sent)));
    }

    private static Judgement type(String type) {
        return Judgement.holdsIf(
                type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json"),
                "the client sends " + (type.isEmpty() ? "no Content-Type" : "another Content-Type"),
                "Content-Type: application/json",
                type.isEmpty() ? "no Content-Type" : "Content-Type: " + type);
    }

    private static Judgement parameter(String type) {
        return Judgement.holdsIf(
                !type.contains(";"),
                "the client sends a Content-Type with a parameter, which some receivers refuse",
                "Content-Type: application/json",
                "Content-Type: " + type);
    }
}
