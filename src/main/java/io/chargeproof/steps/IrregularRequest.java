package io.chargeproof.steps;

import io.chargeproof.evcnet.Operation;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Trait;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Requests to the Customer API that the documents don't show, by the names that the features use. */
final class IrregularRequest {
    private static final String REQUEST_ID = "X-Request-ID";
    private static final String VERSION = "x-api-version";
    private static final Map<String, UnaryOperator<Headers>> HEADERS = headers();

    private IrregularRequest() {}

    /** The request of that name, made of a right update of a customer. */
    static HttpRequest of(String name, HttpRequest update, Customers customers, String id) {
        HttpRequest irregular = change(name, update, customers, id);
        return irregular.withPurpose(irregular.purpose().as(name).with(Trait.STATUS_OPEN));
    }

    /** A right request with another header value of that name. */
    static HttpRequest withHeader(String name, HttpRequest right) {
        UnaryOperator<Headers> header = HEADERS.get(name);
        if (header == null) {
            throw new IllegalArgumentException("no header value is called '" + name + "'");
        }
        return right.withHeaders(header.apply(right.headers()))
                .withPurpose(right.purpose().as(name));
    }

    private static HttpRequest change(String name, HttpRequest update, Customers customers, String id) {
        UnaryOperator<Headers> header = HEADERS.get(name);
        if (header != null) {
            return update.withHeaders(header.apply(update.headers()));
        }
        Body body = update.body();
        return switch (name) {
            case "GET of the customer" -> other(customers, HttpMethod.GET, "/" + id, Body.EMPTY);
            case "PATCH of the customer" -> other(customers, HttpMethod.PATCH, "/" + id, body);
            case "PUT without an id" -> other(customers, HttpMethod.PUT, "", body);
            case "POST with an id" -> other(customers, HttpMethod.POST, "/" + id, body);
            case "DELETE of the customer" -> other(customers, HttpMethod.DELETE, "/" + id, Body.EMPTY);
            default -> throw new IllegalArgumentException("no request is called '" + name + "'");
        };
    }

    private static HttpRequest other(Customers customers, HttpMethod method, String rest, Body body) {
        return customers.requests().of(method, rest, body, Operation.OTHER);
    }

    private static Map<String, UnaryOperator<Headers>> headers() {
        Map<String, UnaryOperator<Headers>> headers = new LinkedHashMap<>();
        headers.put("no X-Request-ID", all -> all.without(REQUEST_ID));
        headers.put("an X-Request-ID of letters", all -> all.with(REQUEST_ID, "abc"));
        headers.put("an X-Request-ID of 0", all -> all.with(REQUEST_ID, "0"));
        headers.put("the X-Request-ID 1", all -> all.with(REQUEST_ID, "1"));
        headers.put("the X-Request-ID 2147483647", all -> all.with(REQUEST_ID, "2147483647"));
        headers.put("no x-api-version", all -> all.without(VERSION));
        headers.put("the x-api-version 9.9.9", all -> all.with(VERSION, "9.9.9"));
        headers.put("no content-type", all -> all.without("content-type"));
        headers.put("no accept", all -> all.without("accept"));
        return headers;
    }
}
