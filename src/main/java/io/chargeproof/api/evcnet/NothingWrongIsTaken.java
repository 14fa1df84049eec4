package io.chargeproof.api.evcnet;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.testdata.BrokenBody;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides that no body that can't be read as an object, and no value that is plainly wrong, is taken, whatever else it is sent
 * for: a target that takes them soon has all the customers that a run may create. When it fails, look at the reading of the
 * body, and at the validation of the member that the finding names.
 */
@Verifies({"EVC-CREATE-5", "EVC-CREATE-7", "EVC-UPDATE-6"})
final class NothingWrongIsTaken implements Invariant {
    private static final Pattern PLAINLY_WRONG = Pattern.compile("(?:invoice_)?email '[^'@]+'"
            + "|(?:invoice_)?country_code '[A-Z]{3}'|\\w+ 'maybe'|time_zone 'Europe/Nowhereburg'|gender 'Q7'");

    @Override
    public List<Judged> judge(Exchange exchange) {
        HttpRequest request = exchange.request();
        return Statuses.isSuccess(exchange) && !request.purpose().is(RequestTrait.BAD_CREDENTIALS)
                ? brokenBy(request)
                        .map(requirement -> Judged.of(
                                requirement,
                                Judgement.broken(
                                        request.purpose().inWords() + " isn't refused",
                                        "HTTP 400",
                                        exchange.outcomeInWords())))
                        .stream()
                        .toList()
                : List.of();
    }

    private static Optional<String> brokenBy(HttpRequest request) {
        String operation = request.purpose().operation();
        String variant = request.purpose().variant();
        boolean creates = operation.equals(Operation.CREATE.label());
        boolean updates = operation.equals(Operation.UPDATE.label());
        if ((creates || updates) && BrokenBody.isRefused(variant)) {
            return Optional.of(creates ? "EVC-CREATE-5" : "EVC-UPDATE-6");
        }
        return creates && PLAINLY_WRONG.matcher(variant).matches() ? Optional.of("EVC-CREATE-7") : Optional.empty();
    }
}
