package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.answering;
import static io.chargeproof.sandbox.defect.CustomerBreach.during;
import static io.chargeproof.sandbox.defect.CustomerBreach.failing;
import static io.chargeproof.sandbox.defect.CustomerOutcome.by;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.CustomerFlow;
import io.chargeproof.sandbox.customer.Done;
import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.provider.Provider;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/** Bodies that should be refused with 400: what isn't JSON, nothing at all, and what isn't an object. */
final class CustomerBodyDefects {
    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-trailing-commas-taken", parsing("POST", LenientJson.trailingCommas())),
            entry("evc-single-quotes-taken", parsing("POST", LenientJson.singleQuotes())),
            entry("evc-bare-names-taken", parsing("POST", LenientJson.bareNames())),
            entry("evc-not-a-number-taken", parsing("POST", LenientJson.notANumber())),
            entry("evc-leading-zeros-taken", parsing("POST", LenientJson.leadingZeros())),
            entry("evc-comments-taken", parsing("POST", LenientJson.comments())),
            entry("evc-text-after-the-end-taken", parsing("POST", LenientJson.textAfterTheEnd())),
            entry("evc-unclosed-object-taken", parsing("POST", LenientJson.unclosed())),
            entry("evc-empty-body-creates", nodded("POST", CustomerBodyDefects::isEmpty)),
            entry("evc-list-creates", nodded("POST", CustomerBodyDefects::isList)),
            entry("evc-null-creates", nodded("POST", CustomerBodyDefects::isNull)),
            entry("evc-text-creates", nodded("POST", CustomerBodyDefects::isText)),
            entry("evc-malformed-body-500", failed("POST", 500, CustomerBodyDefects::isNoJson)),
            entry("evc-malformed-body-422", failed("POST", 422, CustomerBodyDefects::isNoJson)),
            entry("evc-empty-body-411", failed("POST", 411, CustomerBodyDefects::isEmpty)),
            entry("evc-list-500", failed("POST", 500, CustomerBodyDefects::isList)),
            entry("evc-null-body-500", failed("POST", 500, CustomerBodyDefects::isNull)),
            entry("evc-errors-with-200", answering(CustomerOutcome.invalid("body"), draft -> draft.withStatus(200))),
            entry("evc-put-trailing-commas-taken", parsing("PUT", LenientJson.trailingCommas())),
            entry("evc-put-single-quotes-taken", parsing("PUT", LenientJson.singleQuotes())),
            entry("evc-put-not-a-number-taken", parsing("PUT", LenientJson.notANumber())),
            entry("evc-put-comments-taken", parsing("PUT", LenientJson.comments())),
            entry("evc-put-text-after-the-end-taken", parsing("PUT", LenientJson.textAfterTheEnd())),
            entry("evc-put-unclosed-object-taken", parsing("PUT", LenientJson.unclosed())),
            entry("evc-put-empty-body-taken", nodded("PUT", CustomerBodyDefects::isEmpty)),
            entry("evc-put-list-taken", nodded("PUT", CustomerBodyDefects::isList)),
            entry("evc-put-text-taken", nodded("PUT", CustomerBodyDefects::isText)),
            entry("evc-put-malformed-body-500", failed("PUT", 500, CustomerBodyDefects::isNoJson)),
            entry("evc-put-malformed-body-415", failed("PUT", 415, CustomerBodyDefects::isNoJson)),
            entry("evc-put-null-body-500", failed("PUT", 500, CustomerBodyDefects::isNull)),
            entry(
                    "evc-put-malformed-body-without-data",
                    answering(
                            CustomerOutcome.on("PUT", CustomerOutcome.invalid("body")),
                            draft -> draft.edited(body -> body.remove("data")))));

    private CustomerBodyDefects() {}

    private static Variation parsing(String method, LenientJson parser) {
        return during(by(method), Decoding.class, parser::beside);
    }

    private static Variation failed(String method, int status, BiPredicate<Request, Decoded> when) {
        return failing(status, (request, decoded) -> request.method().equals(method) && when.test(request, decoded));
    }

    /** A refused body is answered as if all were well. */
    private static Variation nodded(String method, BiPredicate<Request, Decoded> when) {
        return provider -> provider.withCustomerStep(CustomerFlow.class, next -> (pipeline, request) -> {
            Outcome outcome = next.proceed(pipeline, request);
            boolean refused = CustomerOutcome.invalid("body").test(outcome);
            return refused
                            && request.method().equals(method)
                            && when.test(request, pipeline.step(Decoding.class).decode(request.body()))
                    ? done(provider, request)
                    : outcome;
        });
    }

    private static Done done(Provider provider, Request request) {
        if (request.method().equals("POST")) {
            return new Done(Done.Operation.CREATE, provider.customers().add(Json.object()));
        }
        List<String> segments = request.segments();
        return new Done(
                Done.Operation.UPDATE,
                provider.customers().find(segments.get(segments.size() - 1)).orElse(0));
    }

    private static boolean isEmpty(Request request, Decoded decoded) {
        return request.body().size() == 0;
    }

    private static boolean isNoJson(Request request, Decoded decoded) {
        return decoded instanceof Decoded.Malformed && !isEmpty(request, decoded);
    }

    private static boolean isList(Request request, Decoded decoded) {
        return root(decoded).isArray();
    }

    private static boolean isNull(Request request, Decoded decoded) {
        return root(decoded).isNull();
    }

    private static boolean isText(Request request, Decoded decoded) {
        return root(decoded).isString();
    }

    private static JsonNode root(Decoded decoded) {
        return decoded instanceof Decoded.Document document
                ? document.root()
                : Json.object().path("missing");
    }
}
