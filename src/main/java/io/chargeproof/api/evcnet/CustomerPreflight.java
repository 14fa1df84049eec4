package io.chargeproof.api.evcnet;

import io.chargeproof.api.ForeignAnswer;
import io.chargeproof.api.Preflight;
import io.chargeproof.api.UsageException;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks before a run whether it is the Customer API that answers, and whether it takes the token; writes nothing. */
final class CustomerPreflight {
    /** What an answer of the Customer API says, it says in this member. */
    static final String MEMBER = "data";

    private static final String NOBODY = "999999999";
    private static final Set<Integer> CLOSED = Set.of(401, 403, 404, 405, 501);

    private final EvcNetTarget target;
    private final CustomerRequests requests;
    private final Preflight preflight;

    CustomerPreflight(EvcNetTarget target, CustomerRequests requests, Transport transport, Transport once) {
        this.target = target;
        this.requests = requests;
        this.preflight = new Preflight(transport, once);
    }

    /** An id that no customer has. */
    static String nobody(EvcNetTarget target) {
        String given = target.unknownCustomerId();
        return given == null ? NOBODY : given;
    }

    /** Requests that change nothing: an update of nobody, and a create that isn't JSON. */
    static List<HttpRequest> harmless(CustomerRequests requests) {
        return List.of(requests.update(NOBODY, Body.of("{}")), requests.create(Body.of("{")));
    }

    /** Looks at the API. */
    Preflight.Result look() {
        List<Exchange> tried = new ArrayList<>();
        for (HttpRequest request : harmless(requests)) {
            if (isLetIn(request, tried)) {
                return Preflight.Result.ANSWERS;
            }
        }
        refuseIfStranger(tried);
        Preflight.refuse(
                tried,
                CustomerPreflight::isForbidden,
                "every request with evc-net.token is refused by " + target.baseUrl()
                        + "; look at the token in the profile");
        return isStrange(tried) ? Preflight.Result.STRANGE : Preflight.result(tried);
    }

    /** The last answer that came. */
    @Nullable Exchange last() {
        return preflight.last();
    }

    /** All answers that came. */
    List<Exchange> answered() {
        return preflight.answered();
    }

    /** Whether one spelling of the token got an answer that a right token gets. */
    private boolean isLetIn(HttpRequest request, List<Exchange> tried) {
        for (String scheme : List.of("Token ", "token ")) {
            HttpRequest spelt = request.withHeaders(request.headers()
                    .with("Authorization", scheme + target.token().value()));
            Exchange exchange = preflight.send(spelt.withPurpose(spelt.purpose().with(RequestTrait.STATUS_OPEN)));
            tried.add(exchange);
            if (isAnswerOfTheApi(exchange)) {
                return true;
            }
            if (exchange.isInconclusive()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isAnswerOfTheApi(Exchange exchange) {
        return exchange.status()
                        .filter(status -> status == 200 || status == 400)
                        .isPresent()
                && !isForeign(exchange)
                && !ForeignAnswer.isOthersJson(exchange, List.of(MEMBER));
    }

    /** Pages that no program gives for what it was asked, or that know nothing of the address or of the token. */
    private void refuseIfStranger(List<Exchange> tried) {
        List<Exchange> answered = Preflight.answered(tried);
        boolean plain = answered.stream()
                .flatMap(exchange -> exchange.status().stream())
                .allMatch(status -> status < 400 || CLOSED.contains(status));
        if (plain && !answered.isEmpty() && answered.stream().allMatch(CustomerPreflight::isForeign)) {
            throw stranger(target, answered.get(0), tried.size() + " requests, nothing was written");
        }
    }

    /** Whether a right request has to show that it is the API that answers. */
    private static boolean isStrange(List<Exchange> tried) {
        List<Exchange> answered = Preflight.answered(tried);
        return !answered.isEmpty()
                && (answered.stream().allMatch(CustomerPreflight::isForeign)
                        || ForeignAnswer.isOneForAll(answered, MEMBER));
    }

    static boolean isForeign(Exchange exchange) {
        return ForeignAnswer.is(exchange, MEMBER);
    }

    /** That somebody else answers at the address of the Customer API. */
    static UsageException stranger(EvcNetTarget target, Exchange came, String sent) {
        return Preflight.stranger(target.baseUrl().toString(), "the Customer API", "evc-net.base-url", came, sent);
    }

    private static boolean isForbidden(Exchange exchange) {
        return exchange.status()
                .filter(status -> status == 403 || status == 401)
                .isPresent();
    }
}
