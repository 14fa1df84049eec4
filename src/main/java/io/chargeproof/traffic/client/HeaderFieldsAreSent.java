package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Decides that each request to the Customer API bears the three documented header fields beside its token. */
@Verifies("EVC-CLIENT-3")
final class HeaderFieldsAreSent implements TrafficRule {
    private static final Pattern JSON = Pattern.compile("(?i)(.*,\\s*)?application/json\\s*([;,].*)?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");

    @Override
    public List<Statement> see(RecordedExchange next) {
        if (!next.knows(Part.REQUEST_HEADERS)) {
            return List.of();
        }
        List<Statement> said = new ArrayList<>();
        said.add(judge(next, "accept", "accept: application/json", JSON.asMatchPredicate()));
        said.add(judge(next, "X-Request-ID", "an integer X-Request-ID", INTEGER.asMatchPredicate()));
        said.add(judge(next, "x-api-version", "x-api-version: 1.1.1", "1.1.1"::equals));
        return said;
    }

    private static Statement judge(RecordedExchange next, String name, String expected, Predicate<String> fits) {
        Optional<String> sent = next.header(name);
        return Statement.of(
                "EVC-CLIENT-3",
                Judgement.holdsIf(
                        sent.filter(value -> fits.test(value) || RecordedExchange.isPlaceholder(value))
                                .isPresent(),
                        "the client sends "
                                + sent.map(value -> "another " + name).orElse("no " + name),
                        expected,
                        sent.map(value -> name + ": " + value).orElse("no " + name)),
                next);
    }
}
