package io.chargeproof.api;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Limits;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run did on a sandbox that stood in for a target, as far as one API is concerned.
 *
 * @param described what the profile says of the API
 * @param unspent the same with the test data that are left
 * @param standIn what it says of the API on the sandbox
 * @param limits what a run may ask of the target
 * @param exchanges what was sent to the API, and answered
 */
public record Rehearsal(
        ApiTarget described, ApiTarget unspent, ApiTarget standIn, Limits limits, List<Exchange> exchanges) {
    private static final int OK = 200;

    public Rehearsal {
        String api = described.api().label();
        exchanges = exchanges.stream()
                .filter(each -> each.request().purpose().api().equals(api))
                .toList();
    }

    /** The requests of an operation that got 200. */
    public Stream<Exchange> succeeded(String operation) {
        return exchanges.stream()
                .filter(each -> each.request().purpose().operation().equals(operation)
                        && each.status().filter(status -> status == OK).isPresent());
    }

    /** Whether the body of a request has a text of JSON. */
    public static boolean bears(Exchange exchange, String text) {
        return exchange.request().body().text().contains("\"" + text + "\"");
    }
}
