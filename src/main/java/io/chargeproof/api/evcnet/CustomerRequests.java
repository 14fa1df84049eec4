package io.chargeproof.api.evcnet;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests of the Customer API with the documented method, address and header fields. */
public final class CustomerRequests {
    /** The header that numbers requests. */
    static final String REQUEST_ID = "X-Request-ID";

    private static final String PATH = "/api/rest/customer";
    private static final String NOBODY = "999999999";

    private final EvcNetTarget target;
    private final AtomicInteger requestId;

    /**
     * Requests to a target.
     *
     * @param firstRequestId the {@code X-Request-ID} of the first request, positive; each further one has the next
     */
    public CustomerRequests(EvcNetTarget target, int firstRequestId) {
        this.target = target;
        this.requestId = new AtomicInteger(firstRequestId);
    }

    /** A create with this body. */
    public HttpRequest create(Body body) {
        return of(HttpMethod.POST, "", body, Operation.CREATE);
    }

    /** An update of a customer with this body. */
    public HttpRequest update(String customerId, Body body) {
        return of(HttpMethod.PUT, pathTo(customerId), body, Operation.UPDATE);
    }

    /** An update of a customer whose body has a list of cards. */
    public HttpRequest attach(String customerId, Body body) {
        return of(HttpMethod.PUT, pathTo(customerId), body, Operation.ATTACH_CARD);
    }

    /**
     * Any request to the customers' resource.
     *
     * @param rest what follows {@code /api/rest/customer} in the address, percent-encoded where need be
     */
    public HttpRequest of(HttpMethod method, String rest, Body body, Operation operation) {
        Headers headers = new Headers(List.of(
                new Headers.Field("accept", "application/json"),
                new Headers.Field(REQUEST_ID, Integer.toString(nextRequestId())),
                new Headers.Field("x-api-version", "1.1.1"),
                new Headers.Field("Authorization", "Token " + target.token().value()),
                new Headers.Field("content-type", "application/json")));
        Idempotency resend = method == HttpMethod.POST ? Idempotency.UNLESS_CARRIED_OUT : Idempotency.SAFE;
        return new HttpRequest(
                method,
                URI.create(target.baseUrl() + PATH + rest),
                method == HttpMethod.GET || method == HttpMethod.DELETE ? headers.without("content-type") : headers,
                body,
                RequestPurpose.of(EvcNetModule.API.label(), operation.label()),
                resend);
    }

    /** One of every second number from the first to the last, another for each call. */
    public int requestIdWithin(int first, int last) {
        return first + 2 * Math.floorMod(nextRequestId(), (last - first) / 2 + 1);
    }

    /** A read of nobody, which is answered in some way by whatever answers at all. */
    public HttpRequest look() {
        return of(HttpMethod.GET, pathTo(NOBODY), Body.EMPTY, Operation.OTHER);
    }

    private int nextRequestId() {
        return requestId.getAndUpdate(last -> last == Integer.MAX_VALUE ? 1 : last + 1);
    }

    /** What follows {@code /api/rest/customer} in the address of a customer. */
    public static String pathTo(String customerId) {
        return "/" + URLEncoder.encode(customerId, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
