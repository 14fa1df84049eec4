package io.chargeproof.run;

import io.chargeproof.evcnet.CustomerRequests;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Trait;
import io.chargeproof.exchange.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks whether the Customer API knows a customer, by updates that change nothing. It's known if one of them is accepted, and
 * unknown only if each is answered as it is for a customer that nobody has, whatever it asks for.
 */
final class CustomerLook {
    private static final List<String> HARMLESS = List.of("{}", "{\"card_list\":[]}");

    /** What differs from answer to answer: numbers, and IDs of requests. */
    private static final Pattern PASSING = Pattern.compile("[0-9a-fA-F]*[0-9][0-9a-fA-F-]*");

    private final Transport transport;
    private final CustomerRequests requests;
    private final String nobody;

    /**
     * A look through a transport.
     *
     * @param nobody an id that no customer has
     */
    CustomerLook(Transport transport, CustomerRequests requests, String nobody) {
        this.transport = transport;
        this.requests = requests;
        this.nobody = nobody;
    }

    /** The answer that shows that the target doesn't know a customer; none if it does, or if that can't be told. */
    Optional<Exchange> unknown(String id) {
        List<Exchange> answers = new ArrayList<>();
        for (String body : HARMLESS) {
            Exchange own = send(id, body);
            if (!isRefused(own)) {
                return Optional.empty();
            }
            answers.add(own);
            answers.add(send(nobody, body));
        }
        Exchange first = answers.get(0);
        boolean alike = answers.stream().allMatch(each -> isRefused(each) && shown(each, id).equals(shown(first, id)));
        return alike ? Optional.of(first) : Optional.empty();
    }

    private Exchange send(String id, String body) {
        HttpRequest request = requests.update(id, Body.of(body));
        return transport.send(request.withPurpose(
                request.purpose().as("a look whether a customer is there").with(Trait.STATUS_OPEN)));
    }

    private static boolean isRefused(Exchange exchange) {
        return exchange.status().filter(status -> status == 400 || status == 404).isPresent();
    }

    private String shown(Exchange exchange, String id) {
        String body = exchange.answer()
                .map(HttpAnswer::body)
                .map(Body::text)
                .orElse("")
                .replace(id, "")
                .replace(nobody, "");
        return exchange.status().orElse(0) + " " + PASSING.matcher(body).replaceAll("");
    }
}
