package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerLiberties.answer;
import static io.chargeproof.sandbox.evcnet.CustomerLiberties.answering;
import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.variant;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.WellFormedText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What requests are asked to bear, and what becomes of those that aren't documented. */
final class CustomerRequestVariants {
    private static final JsonMapper DUPLICATES = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String JSON = "application/json";
    private static final String ERROR = "{\"status\":\"error\",\"data\":[\"%s\"]}";
    private static final String CUSTOMERS = "/api/rest/customer";

    static final List<Deviation<CustomerRecords>> VARIANTS = List.of(
            variant("evc-request-id-is-required")
                    .of("EVC-HTTP-6")
                    .says("A request without a numeric X-Request-ID is refused; the headers table doesn't say "
                            + "whether it is optional.")
                    .by(required("X-Request-ID", "[0-9]+")),
            variant("evc-request-ids-are-used-once")
                    .of("EVC-HTTP-5")
                    .says("A request with an X-Request-ID that was used before is refused; the headers table "
                            + "doesn't say what a repeated one gets.")
                    .by(usedOnce()),
            variant("evc-charset-415")
                    .of("EVC-HTTP-10")
                    .says("A body whose media type names a charset gets 415; the headers table doesn't speak of it.")
                    .by(answering(
                            CustomerRequestVariants::namesCharset, error(415, "The media type takes no charset"))),
            variant("evc-markup-403")
                    .of("EVC-CREATE-8")
                    .says("Markup gets 403 from a guard in front; the status table has that status.")
                    .by(answering(
                            request -> request.body().text().contains("<script>"),
                            error(403, "The request looks dangerous"))),
            variant("evc-body-of-markup-403")
                    .of("EVC-CREATE-5")
                    .says("A body of markup gets 403 and nothing else from a guard in front; the status table has that "
                            + "status.")
                    .by(answering(
                            request -> request.body().text().startsWith("<"), new Answer(403, Map.of(), Bytes.NONE))),
            variant("evc-version-is-required")
                    .of("EVC-HTTP-7")
                    .says("A request without x-api-version 1.1.1 is refused; the headers table doesn't say "
                            + "whether it is optional.")
                    .by(required("x-api-version", "1\\.1\\.1")),
            variant("evc-request-id-is-echoed")
                    .of("EVC-HTTP-6")
                    .says("Answers repeat the X-Request-ID; the headers table doesn't speak of answers.")
                    .by(echoed()),
            variant("evc-body-without-type-415")
                    .of("EVC-HTTP-10")
                    .says("A body without a media type gets 415; the headers table doesn't speak of it.")
                    .by(answering(request -> lacks(request, "content-type"), error(415, "The body has no media type"))),
            variant("evc-no-accept-406")
                    .of("EVC-HTTP-10")
                    .says("A request without accept gets 406; the headers table doesn't say whether it is optional.")
                    .by(answering(request -> lacks(request, "accept"), error(406, "Nothing is accepted"))),
            variant("evc-token-in-two-spellings")
                    .of("EVC-AUTH-2")
                    .says("The scheme counts as \"Token\" and as \"token\" and not otherwise; just these are "
                            + "documented.")
                    .by(ofCustomers(
                            Authentication.class,
                            next -> request -> next.admits(request)
                                    && request.headers()
                                            .only("authorization")
                                            .filter(given -> given.matches("(Token|token) .*"))
                                            .isPresent())),
            variant("evc-patch-404")
                    .of("EVC-HTTP-8")
                    .says("PATCH gets 404; the methods table has n/a, and no status for it.")
                    .by(onMethod("PATCH", error(404, "Not found"))),
            variant("evc-patch-501-with-a-page")
                    .of("EVC-HTTP-8")
                    .says("PATCH gets 501 and a page of HTML; the methods table has n/a, and no status for it.")
                    .by(onMethod(
                            "PATCH", answer(501, "text/html", "<html><body><h1>Not Implemented</h1></body></html>"))),
            variant("evc-get-lists-customers")
                    .of("EVC-HTTP-9")
                    .says("GET answers with a list; the introduction speaks of retrieving customers.")
                    .by(onMethod("GET", answer(200, JSON, "[]"))),
            variant("evc-get-403")
                    .of("EVC-HTTP-9")
                    .says("GET gets 403 whatever the token; the methods table has n/a for it.")
                    .by(onMethod("GET", error(403, "Not allowed"))),
            variant("evc-delete-200")
                    .of("EVC-HTTP-12")
                    .says("DELETE on a customer gets 200; the methods table doesn't speak of it.")
                    .by(onMethod("DELETE", answer(200, JSON, "{\"status\":\"success\"}"))),
            variant("evc-delete-204")
                    .of("EVC-HTTP-12")
                    .says("DELETE on a customer gets 204; the methods table doesn't speak of it.")
                    .by(onMethod("DELETE", new Answer(204, Map.of(), Bytes.NONE))),
            variant("evc-put-without-id-404")
                    .of("EVC-HTTP-12")
                    .says("PUT on the customers gets 404; the methods table has it with an id alone.")
                    .by(answering(
                            request -> request.method().equals("PUT")
                                    && request.rawPath().matches(CUSTOMERS + "/?"),
                            error(404, "Not found"))),
            variant("evc-post-with-id-400")
                    .of("EVC-HTTP-12")
                    .says("POST on a customer gets 400; the methods table has it for creation alone.")
                    .by(answering(
                            request -> request.method().equals("POST")
                                    && request.rawPath().matches(CUSTOMERS + "/.+"),
                            error(400, "POST takes no id"))),
            variant("evc-byte-order-mark-is-taken")
                    .of("EVC-CREATE-5")
                    .says("A byte-order mark before the JSON is passed over; parsers may do so.")
                    .by(ofCustomers(Decoding.class, next -> body -> next.decode(withoutMark(body)))),
            variant("evc-duplicate-names-are-taken")
                    .of("EVC-CREATE-5")
                    .says("Of members of the same name the last counts; parsers may do so.")
                    .by(ofCustomers(Decoding.class, CustomerRequestVariants::lastOfEachName)));

    private CustomerRequestVariants() {}

    private static Answer error(int status, String why) {
        return answer(status, JSON, ERROR.formatted(why));
    }

    private static Variation<CustomerRecords> onMethod(String method, Answer answer) {
        return answering(request -> request.method().equals(method), answer);
    }

    private static boolean lacks(Request request, String name) {
        return CustomerLiberties.isDocumented(request)
                && request.headers().all(name).isEmpty();
    }

    private static Variation<CustomerRecords> required(String name, String form) {
        Predicate<Request> fine = request -> request.headers()
                .only(name)
                .filter(value -> value.matches(form))
                .isPresent();
        return ofCustomers(
                CustomerFlow.class,
                next -> (pipeline, request) -> CustomerLiberties.isDocumented(request) && !fine.test(request)
                        ? Refusal.of(Refusal.Reason.INVALID, name, "is missing or wrong")
                        : next.proceed(pipeline, request));
    }

    private static boolean namesCharset(Request request) {
        return CustomerLiberties.isDocumented(request)
                && request.headers().all("content-type").stream().anyMatch(type -> type.contains("charset"));
    }

    private static Variation<CustomerRecords> usedOnce() {
        return service -> {
            Set<String> used = ConcurrentHashMap.newKeySet();
            return ofCustomers(
                            CustomerFlow.class,
                            next -> (pipeline, request) -> CustomerLiberties.isDocumented(request)
                                            && pipeline.step(Authentication.class)
                                                    .admits(request)
                                            && request.headers()
                                                    .only("x-request-id")
                                                    .filter(id -> !used.add(id))
                                                    .isPresent()
                                    ? Refusal.of(Refusal.Reason.INVALID, "X-Request-ID", "was used before")
                                    : next.proceed(pipeline, request))
                    .vary(service);
        };
    }

    private static Variation<CustomerRecords> echoed() {
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

    private static Bytes withoutMark(Bytes body) {
        String text = body.text();
        return text.startsWith("\uFEFF") ? Bytes.of(text.substring(1)) : body;
    }

    private static Decoding lastOfEachName(Decoding next) {
        return body -> {
            Decoded decoded = next.decode(body);
            if (!(decoded instanceof Decoded.Malformed) || !WellFormedText.isIt(body.text()) || body.size() == 0) {
                return decoded;
            }
            try {
                return next.decode(Bytes.of(DUPLICATES.readTree(body.text()).toString()));
            } catch (JacksonException e) {
                return decoded;
            }
        };
    }
}
