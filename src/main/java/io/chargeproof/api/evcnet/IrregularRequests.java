package io.chargeproof.api.evcnet;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.ScenarioClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Requests to the Customer API that the documents don't show, or leave open, by the names that the features use. */
final class IrregularRequests {
    private static final String VERSION = "x-api-version";
    private static final String CONTENT_TYPE = "content-type";
    private static final Map<String, UnaryOperator<Headers>> HEADERS = headers();

    private final CustomerFixtures customers;
    private final TargetedRequests requests;
    private final ScenarioClient wire;

    /** Requests of a scenario. */
    IrregularRequests(CustomerFixtures customers, TargetedRequests requests, ScenarioClient wire) {
        this.customers = customers;
        this.requests = requests;
        this.wire = wire;
    }

    /** The request of that name. */
    HttpRequest named(String name) {
        UnaryOperator<Headers> header = HEADERS.get(name);
        HttpRequest irregular = header == null ? elsewhere(name) : withHeaders(header);
        return irregular.withPurpose(irregular.purpose().as(name).with(RequestTrait.STATUS_OPEN));
    }

    private HttpRequest withHeaders(UnaryOperator<Headers> header) {
        HttpRequest update = requests.rightUpdate();
        return update.withHeaders(header.apply(update.headers()));
    }

    private HttpRequest elsewhere(String name) {
        return switch (name) {
            case "GET of the list" -> other(HttpMethod.GET, "", Body.EMPTY);
            case "GET of the customer" -> other(HttpMethod.GET, ownPath(), Body.EMPTY);
            case "PATCH of the customer" -> other(HttpMethod.PATCH, ownPath(), body());
            case "PATCH of the customer as a merge patch" -> mergePatch();
            case "PUT without an id" -> other(HttpMethod.PUT, "", body());
            case "POST with an id" -> other(HttpMethod.POST, ownPath(), body());
            case "DELETE of a customer made for it" -> other(HttpMethod.DELETE, newPath(), Body.EMPTY);
            default -> throw new IllegalArgumentException("no request is called '" + name + "'");
        };
    }

    private HttpRequest mergePatch() {
        HttpRequest patch = other(HttpMethod.PATCH, ownPath(), body());
        return patch.withHeaders(patch.headers().with(CONTENT_TYPE, "application/merge-patch+json"));
    }

    private HttpRequest other(HttpMethod method, String path, Body body) {
        return customers.requests().of(method, path, body, Operation.OTHER);
    }

    private Body body() {
        return requests.rightUpdate().body();
    }

    private String ownPath() {
        return CustomerRequests.pathTo(customers.own(wire).id());
    }

    private String newPath() {
        CreateAttempt creation = customers.require(wire, CustomerFixtures.Plan.PLAIN.asSweep());
        wire.needed(creation.sent());
        customers.own(wire);
        customers.forget(creation);
        return customers
                .addresses()
                .of(creation)
                .map(CustomerRequests::pathTo)
                .orElseThrow(() -> new MissingTestDataException("the customer that was created can't be addressed"));
    }

    private static Map<String, UnaryOperator<Headers>> headers() {
        Map<String, UnaryOperator<Headers>> headers = new LinkedHashMap<>();
        headers.put("no X-Request-ID", all -> all.without(CustomerRequests.REQUEST_ID));
        headers.put("an X-Request-ID of letters", all -> all.with(CustomerRequests.REQUEST_ID, "abc"));
        headers.put("an X-Request-ID of 0", all -> all.with(CustomerRequests.REQUEST_ID, "0"));
        headers.put("the X-Request-ID 1", all -> all.with(CustomerRequests.REQUEST_ID, "1"));
        headers.put("no x-api-version", all -> all.without(VERSION));
        headers.put("the x-api-version 9.9.9", all -> all.with(VERSION, "9.9.9"));
        headers.put("no content-type", all -> all.without(CONTENT_TYPE));
        headers.put("a content-type with a charset", all -> all.with(CONTENT_TYPE, "application/json; charset=utf-8"));
        headers.put("no accept", all -> all.without("accept"));
        return headers;
    }
}
