package io.chargeproof.contract;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.Origin;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.Transport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to where pacts are, what lets in to its own origin alone. Redirects aren't followed. */
final class AuthorizedRequests {
    private static final int NOT_FOUND = 404;
    private static final int REDIRECTION = 300;
    private static final int REFUSED = 400;
    private static final int SERVER_FAULT = 500;
    private static final int SHOWN = 400;

    private final Transport transport;
    private final PactSources.@Nullable Authorization authorization;

    AuthorizedRequests(Transport transport, PactSources.@Nullable Authorization authorization) {
        this.transport = transport;
        this.authorization = authorization;
    }

    /** Something isn't there. */
    static final class NotThere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotThere(String message) {
            super(message);
        }
    }

    /**
     * The answer to a request, if it is one of success.
     *
     * @param json the body, or empty
     * @param failure what it means if none comes, such as {@code no pact could be had from}
     * @throws ContractFault if no such answer comes
     * @throws NotThere if nothing is there
     */
    HttpAnswer send(HttpMethod method, URI address, String json, String failure) {
        String what = failure + " " + address;
        Exchange exchange = transport.send(request(method, address, json));
        HttpAnswer answer =
                exchange.answer().orElseThrow(() -> ContractFault.noAnswer(what + ": " + exchange.outcomeInWords()));
        if (exchange.isInconclusive() || answer.status() >= SERVER_FAULT) {
            throw ContractFault.noAnswer(what + ": HTTP " + answer.status() + said(answer));
        }
        if (answer.status() == NOT_FOUND) {
            throw new NotThere(what + ": HTTP 404; see whether the address is right");
        }
        if (answer.status() >= REDIRECTION) {
            throw ContractFault.configuration(what + ": HTTP " + answer.status() + said(answer) + cure(answer));
        }
        if (answer.cut()) {
            throw ContractFault.configuration("the pact at " + address + " is larger than 1 MiB; save it as a file");
        }
        return answer;
    }

    private static String cure(HttpAnswer answer) {
        if (answer.status() == 401 || answer.status() == 403) {
            return "; set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, and give the"
                    + " broker by --broker, or in PACT_BROKER_BASE_URL where --pacts names a pact of it";
        }
        return answer.status() < REFUSED
                ? "; it leads elsewhere, which isn't followed: give the address itself"
                : answer.status() == 405 || answer.status() == 410 ? "; see whether the address is right" : "";
    }

    /** What a broker says of a request that it refuses. */
    private static String said(HttpAnswer answer) {
        try {
            List<String> words = new ArrayList<>();
            words(JsonMapper.shared().readTree(answer.body().bytes()).path("errors"), words);
            String all = words.stream().distinct().collect(Collectors.joining("; "));
            return all.isEmpty() ? "" : " (" + (all.length() > SHOWN ? all.substring(0, SHOWN) + "…" : all) + ")";
        } catch (JacksonException e) {
            return "";
        }
    }

    private static void words(JsonNode errors, List<String> words) {
        if (errors.isContainer()) {
            errors.forEach(each -> words(each, words));
        } else if (errors.isString()) {
            words.add(errors.stringValue().replaceAll("\\s+", " ").strip());
        }
    }

    private HttpRequest request(HttpMethod method, URI address, String json) {
        List<Headers.Field> fields = new ArrayList<>();
        fields.add(new Headers.Field("accept", "application/hal+json, application/json"));
        if (!json.isEmpty()) {
            fields.add(new Headers.Field("content-type", "application/json; charset=utf-8"));
        }
        return new HttpRequest(
                method,
                address,
                authorized(address, new Headers(fields)),
                Body.of(json),
                RequestPurpose.of("", "pact"),
                method == HttpMethod.POST ? Idempotency.UNLESS_CARRIED_OUT : Idempotency.SAFE);
    }

    private Headers authorized(URI address, Headers headers) {
        return authorization != null && authorization.origin().equals(Origin.of(address))
                ? headers.with("authorization", authorization.value().value())
                : headers;
    }
}
