package io.chargeproof.api.evcnet;

import io.chargeproof.api.ForeignAnswer;
import io.chargeproof.api.ProfileMisfit;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the Customer API knows a customer, by updates that change nothing. It's known if one of them is accepted, and
 * unknown only if each is answered as it is for a customer that nobody has, whatever it asks for.
 */
final class CustomerProbe {
    public static final String KEY = "evc-net.card-customer";
    public static final String CURE = "write the id of a customer that was made for tests";

    private static final int OK = 200;
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
    public CustomerProbe(Transport transport, CustomerRequests requests, String nobody) {
        this.transport = transport;
        this.requests = requests;
        this.nobody = nobody;
    }

    /**
     * What was seen of a customer.
     *
     * @param isKnown whether the target knows the customer
     * @param isUnknown whether it doesn't; if neither, it can't be told
     * @param answer what the target said
     */
    record Seen(boolean isKnown, boolean isUnknown, Exchange answer) {}

    /** Looks at a customer. */
    public Seen at(String id) {
        List<Exchange> answers = new ArrayList<>();
        for (String body : HARMLESS) {
            Exchange own = send(requests.update(id, Body.of(body)));
            if (!isRefused(own)) {
                return new Seen(own.status().filter(status -> status == OK).isPresent(), false, own);
            }
            answers.add(own);
            answers.add(send(requests.update(nobody, Body.of(body))));
        }
        Exchange first = answers.get(0);
        boolean alike = answers.stream()
                .allMatch(each -> isRefused(each) && shown(each, id).equals(shown(first, id)));
        return new Seen(false, alike, first);
    }

    /**
     * Makes sure that the customer who keeps cards is there.
     *
     * @param id its id, if the profile names one
     * @param complete a complete update of a customer, as it is sent with cards
     * @throws ProfileMisfit if the target doesn't know the customer
     */
    void require(@Nullable String id, Function<String, HttpRequest> complete) {
        if (id == null) {
            return;
        }
        Seen seen = at(id);
        if (seen.isUnknown() && isRefused(send(complete.apply(id)))) {
            throw new ProfileMisfit(KEY, inWords(id, seen) + "; " + CURE);
        }
    }

    /** What was seen of a customer whom the target doesn't know; reads on from the key. */
    public static String inWords(String id, Seen seen) {
        return "is " + id + ", whom the target doesn't know: it answers to an empty update as to one of nobody, "
                + ForeignAnswer.inWords(seen.answer());
    }

    private Exchange send(HttpRequest request) {
        return transport.send(request.withPurpose(
                request.purpose().as("a look whether a customer is there").with(RequestTrait.STATUS_OPEN)));
    }

    private static boolean isRefused(Exchange exchange) {
        return exchange.status()
                .filter(status -> status == 400 || status == 404)
                .isPresent();
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
