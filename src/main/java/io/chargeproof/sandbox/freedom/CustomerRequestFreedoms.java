package io.chargeproof.sandbox.freedom;

import static io.chargeproof.sandbox.freedom.CustomerLiberty.answer;
import static io.chargeproof.sandbox.freedom.CustomerLiberty.answering;
import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Authentication;
import io.chargeproof.sandbox.customer.CustomerFlow;
import io.chargeproof.sandbox.customer.CustomerRendering;
import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Octets;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.WellFormedText;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What requests are asked to bear, and what becomes of those that aren't documented. */
final class CustomerRequestFreedoms {
    private static final JsonMapper DUPLICATES = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String JSON = "application/json";
    private static final String ERROR = "{\"status\":\"error\",\"data\":[\"%s\"]}";
    private static final String CUSTOMERS = "/api/rest/customer";

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-request-id-is-required", required("X-Request-ID", "[0-9]+")),
            entry("evc-request-ids-are-used-once", usedOnce()),
            entry(
                    "evc-charset-415",
                    answering(CustomerRequestFreedoms::namesCharset, error(415, "The media type takes no charset"))),
            entry(
                    "evc-markup-403",
                    answering(
                            request -> request.body().text().contains("<script>"),
                            error(403, "The request looks dangerous"))),
            entry("evc-version-is-required", required("x-api-version", "1\\.1\\.1")),
            entry("evc-request-id-is-echoed", echoed()),
            entry(
                    "evc-body-without-type-415",
                    answering(request -> lacks(request, "content-type"), error(415, "The body has no media type"))),
            entry(
                    "evc-no-accept-406",
                    answering(request -> lacks(request, "accept"), error(406, "Nothing is accepted"))),
            entry(
                    "evc-token-in-two-spellings",
                    ofCustomers(
                            Authentication.class,
                            next -> request -> next.admits(request)
                                    && request.headers()
                                            .only("authorization")
                                            .filter(given -> given.matches("(Token|token) .*"))
                                            .isPresent())),
            entry("evc-patch-404", onMethod("PATCH", error(404, "Not found"))),
            entry(
                    "evc-patch-501-with-a-page",
                    onMethod("PATCH", answer(501, "text/html", "<html><body><h1>Not Implemented</h1></body></html>"))),
            entry("evc-get-lists-customers", onMethod("GET", answer(200, JSON, "[]"))),
            entry("evc-get-403", onMethod("GET", error(403, "Not allowed"))),
            entry("evc-delete-200", onMethod("DELETE", answer(200, JSON, "{\"status\":\"success\"}"))),
            entry("evc-delete-204", onMethod("DELETE", new Answer(204, Map.of(), Octets.NONE))),
            entry(
                    "evc-put-without-id-404",
                    answering(
                            request -> request.method().equals("PUT")
                                    && request.rawPath().matches(CUSTOMERS + "/?"),
                            error(404, "Not found"))),
            entry(
                    "evc-post-with-id-400",
                    answering(
                            request -> request.method().equals("POST")
                                    && request.rawPath().matches(CUSTOMERS + "/.+"),
                            error(400, "POST takes no id"))),
            entry(
                    "evc-byte-order-mark-is-taken",
                    ofCustomers(Decoding.class, next -> body -> next.decode(withoutMark(body)))),
            entry(
                    "evc-duplicate-names-are-taken",
                    ofCustomers(Decoding.class, CustomerRequestFreedoms::lastOfEachName)));

    private CustomerRequestFreedoms() {}

    private static Answer error(int status, String why) {
        return answer(status, JSON, ERROR.formatted(why));
    }

    private static Variation onMethod(String method, Answer answer) {
        return answering(request -> request.method().equals(method), answer);
    }

    private static boolean lacks(Request request, String name) {
        return CustomerLiberty.isDocumented(request)
                && request.headers().all(name).isEmpty();
    }

    private static Variation required(String name, String form) {
        Predicate<Request> fine = request -> request.headers()
                .only(name)
                .filter(value -> value.matches(form))
                .isPresent();
        return ofCustomers(
                CustomerFlow.class,
                next -> (pipeline, request) -> CustomerLiberty.isDocumented(request) && !fine.test(request)
                        ? Refusal.of(Refusal.Reason.INVALID, name, "is missing or wrong")
                        : next.proceed(pipeline, request));
    }

    private static boolean namesCharset(Request request) {
        return CustomerLiberty.isDocumented(request)
                && request.headers().all("content-type").stream().anyMatch(type -> type.contains("charset"));
    }

    private static Variation usedOnce() {
        return provider -> {
            Set<String> used = ConcurrentHashMap.newKeySet();
            return ofCustomers(
                            CustomerFlow.class,
                            next -> (pipeline, request) -> CustomerLiberty.isDocumented(request)
                                            && pipeline.step(Authentication.class)
                                                    .admits(request)
                                            && request.headers()
                                                    .only("x-request-id")
                                                    .filter(id -> !used.add(id))
                                                    .isPresent()
                                    ? Refusal.of(Refusal.Reason.INVALID, "X-Request-ID", "was used before")
                                    : next.proceed(pipeline, request))
                    .vary(provider);
        };
    }

    private static Variation echoed() {
        return ofCustomers(
                CustomerRendering.class,
                next -> (request, outcome) -> request.headers()
                        .only("x-request-id")
                        .filter(id -> id.matches("[0-9]{1,18}"))
                        .map(id -> next.render(request, outcome)
                                .withHeader("x-request-id", id)
                                .edited(body -> body.put("request", Long.parseLong(id))))
                        .orElseGet(() -> next.render(request, outcome)));
    }

    private static Octets withoutMark(Octets body) {
        String text = body.text();
        return text.startsWith("\uFEFF") ? Octets.of(text.substring(1)) : body;
    }

    private static Decoding lastOfEachName(Decoding next) {
        return body -> {
            Decoded decoded = next.decode(body);
            if (!(decoded instanceof Decoded.Malformed) || !WellFormedText.isIt(body.text()) || body.size() == 0) {
                return decoded;
            }
            try {
                return next.decode(Octets.of(DUPLICATES.readTree(body.text()).toString()));
            } catch (JacksonException e) {
                return decoded;
            }
        };
    }
}
