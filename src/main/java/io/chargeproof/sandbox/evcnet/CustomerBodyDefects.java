package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.answering;
import static io.chargeproof.sandbox.evcnet.CustomerDeviations.during;
import static io.chargeproof.sandbox.evcnet.CustomerDeviations.failing;
import static io.chargeproof.sandbox.evcnet.RequestResults.by;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.behaviour.Json;
import io.chargeproof.sandbox.behaviour.LenientJson;
import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Service;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Decoding;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/** Bodies that should be refused with 400: what isn't JSON, nothing at all, and what isn't an object. */
final class CustomerBodyDefects {
    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-trailing-commas-taken")
                    .breaks("EVC-CREATE-5")
                    .says("A create with a comma after its last member is taken; it isn't JSON, so the status "
                            + "table has 400 for it.")
                    .by(parsing("POST", LenientJson.trailingCommas())),
            defect("evc-single-quotes-taken")
                    .breaks("EVC-CREATE-5")
                    .says("A create in single quotes is taken; it isn't JSON, so the status table has 400 for it.")
                    .by(parsing("POST", LenientJson.singleQuotes())),
            defect("evc-bare-names-taken")
                    .breaks("EVC-CREATE-5")
                    .says("A create whose names lack their quotes is taken; it isn't JSON, so the status table "
                            + "has 400 for it.")
                    .by(parsing("POST", LenientJson.bareNames())),
            defect("evc-not-a-number-taken")
                    .breaks("EVC-CREATE-5")
                    .says("A create whose body has NaN for a number is taken; the headers table asks for JSON.")
                    .by(parsing("POST", LenientJson.notANumber())),
            defect("evc-leading-zeros-taken")
                    .breaks("EVC-CREATE-5")
                    .says("A create whose body has a number with zeros before it is taken; the headers table "
                            + "asks for JSON.")
                    .by(parsing("POST", LenientJson.leadingZeros())),
            defect("evc-comments-taken")
                    .breaks("EVC-CREATE-5")
                    .says("A create with a comment in it is taken; it isn't JSON, so the status table has 400 "
                            + "for it.")
                    .by(parsing("POST", LenientJson.comments())),
            defect("evc-text-after-the-end-taken")
                    .breaks("EVC-CREATE-5")
                    .says("A create with more text behind its last brace is taken; it isn't JSON, so the status "
                            + "table has 400 for it.")
                    .by(parsing("POST", LenientJson.textAfterTheEnd())),
            defect("evc-unclosed-object-taken")
                    .breaks("EVC-CREATE-5")
                    .says("A create without its last brace is taken; it isn't JSON, so the status table has 400 "
                            + "for it.")
                    .by(parsing("POST", LenientJson.unclosed())),
            defect("evc-empty-body-creates")
                    .breaks("EVC-CREATE-5")
                    .says("A create of no bytes succeeds; there is no customer in it, so the status table has "
                            + "400 for it.")
                    .by(nodded("POST", CustomerBodyDefects::isEmpty)),
            defect("evc-list-creates")
                    .breaks("EVC-CREATE-5")
                    .says("A create whose body is a list succeeds; the example is an object.")
                    .by(nodded("POST", CustomerBodyDefects::isList)),
            defect("evc-null-creates")
                    .breaks("EVC-CREATE-5")
                    .says("A create whose body is null succeeds; the example is an object.")
                    .by(nodded("POST", CustomerBodyDefects::isNull)),
            defect("evc-text-creates")
                    .breaks("EVC-CREATE-5")
                    .says("A create whose body is a string succeeds; the example is an object.")
                    .by(nodded("POST", CustomerBodyDefects::isText)),
            defect("evc-malformed-body-500")
                    .breaks("EVC-CREATE-5")
                    .says("A create that isn't JSON gets 500; the status table has 400 for errors.")
                    .by(failed("POST", 500, CustomerBodyDefects::isNoJson)),
            defect("evc-malformed-body-422")
                    .breaks("EVC-CREATE-5")
                    .says("A create that isn't JSON gets 422; the status table has 400 for errors.")
                    .by(failed("POST", 422, CustomerBodyDefects::isNoJson)),
            defect("evc-empty-body-411")
                    .breaks("EVC-CREATE-5")
                    .says("A create of no bytes gets 411; the status table has 400 for errors.")
                    .by(failed("POST", 411, CustomerBodyDefects::isEmpty)),
            defect("evc-list-500")
                    .breaks("EVC-CREATE-5")
                    .says("A create whose body is a list gets 500; the status table has 400 for errors.")
                    .by(failed("POST", 500, CustomerBodyDefects::isList)),
            defect("evc-null-body-500")
                    .breaks("EVC-CREATE-5")
                    .says("A create whose body is null gets 500; the status table has 400 for errors.")
                    .by(failed("POST", 500, CustomerBodyDefects::isNull)),
            defect("evc-errors-with-200")
                    .breaks("EVC-CREATE-5")
                    .says("A body that is wrong gets 200 with an error inside; the status table has 400 for errors.")
                    .by(answering(RequestResults.invalid("body"), draft -> draft.withStatus(200))),
            defect("evc-put-trailing-commas-taken")
                    .breaks("EVC-UPDATE-6")
                    .says("An update with a comma after its last member is taken; it isn't JSON, so the status "
                            + "table has 400 for it.")
                    .by(parsing("PUT", LenientJson.trailingCommas())),
            defect("evc-put-single-quotes-taken")
                    .breaks("EVC-UPDATE-6")
                    .says("An update in single quotes is taken; it isn't JSON, so the status table has 400 for it.")
                    .by(parsing("PUT", LenientJson.singleQuotes())),
            defect("evc-put-not-a-number-taken")
                    .breaks("EVC-UPDATE-6")
                    .says("An update whose body has NaN for a number is taken; the headers table asks for JSON.")
                    .by(parsing("PUT", LenientJson.notANumber())),
            defect("evc-put-comments-taken")
                    .breaks("EVC-UPDATE-6")
                    .says("An update with a comment in it is taken; it isn't JSON, so the status table has 400 "
                            + "for it.")
                    .by(parsing("PUT", LenientJson.comments())),
            defect("evc-put-text-after-the-end-taken")
                    .breaks("EVC-UPDATE-6")
                    .says("An update with more text behind its last brace is taken; it isn't JSON, so the "
                            + "status table has 400 for it.")
                    .by(parsing("PUT", LenientJson.textAfterTheEnd())),
            defect("evc-put-unclosed-object-taken")
                    .breaks("EVC-UPDATE-6")
                    .says("An update without its last brace is taken; it isn't JSON, so the status table has "
                            + "400 for it.")
                    .by(parsing("PUT", LenientJson.unclosed())),
            defect("evc-put-unopened-object-taken")
                    .breaks("EVC-UPDATE-6")
                    .says("An update without its first brace is taken, as the example of the update lacks it; it "
                            + "isn't JSON, so the status table has 400 for it.")
                    .by(parsing("PUT", LenientJson.unopened())),
            defect("evc-put-empty-body-taken")
                    .breaks("EVC-UPDATE-6")
                    .says("An update of no bytes succeeds; the status table has 400 for errors.")
                    .by(nodded("PUT", CustomerBodyDefects::isEmpty)),
            defect("evc-put-list-taken")
                    .breaks("EVC-UPDATE-6")
                    .says("An update whose body is a list succeeds; the example is an object.")
                    .by(nodded("PUT", CustomerBodyDefects::isList)),
            defect("evc-put-text-taken")
                    .breaks("EVC-UPDATE-6")
                    .says("An update whose body is a string succeeds; the example is an object.")
                    .by(nodded("PUT", CustomerBodyDefects::isText)),
            defect("evc-put-malformed-body-500")
                    .breaks("EVC-UPDATE-6")
                    .says("An update that isn't JSON gets 500; the status table has 400 for errors.")
                    .by(failed("PUT", 500, CustomerBodyDefects::isNoJson)),
            defect("evc-put-malformed-body-415")
                    .breaks("EVC-UPDATE-6")
                    .says("An update that isn't JSON gets 415; the status table has 400 for errors.")
                    .by(failed("PUT", 415, CustomerBodyDefects::isNoJson)),
            defect("evc-put-null-body-500")
                    .breaks("EVC-UPDATE-6")
                    .says("An update whose body is null gets 500; the status table has 400 for errors.")
                    .by(failed("PUT", 500, CustomerBodyDefects::isNull)),
            defect("evc-put-malformed-body-without-data")
                    .breaks("EVC-UPDATE-6")
                    .says("An update that isn't JSON gets a 400 without data; the status table sends the client "
                            + "to it.")
                    .by(answering(
                            RequestResults.on("PUT", RequestResults.invalid("body")),
                            draft -> draft.edited(body -> body.remove("data")))));

    private CustomerBodyDefects() {}

    private static Variation<CustomerRecords> parsing(String method, LenientJson parser) {
        return during(by(method), Decoding.class, parser::beside);
    }

    private static Variation<CustomerRecords> failed(String method, int status, BiPredicate<Request, Decoded> when) {
        return failing(status, (request, decoded) -> request.method().equals(method) && when.test(request, decoded));
    }

    /** A refused body is answered as if all were well. */
    private static Variation<CustomerRecords> nodded(String method, BiPredicate<Request, Decoded> when) {
        return service -> service.with(CustomerFlow.class, next -> (pipeline, request) -> {
            RequestResult outcome = next.proceed(pipeline, request);
            boolean refused = RequestResults.invalid("body").test(outcome);
            return refused
                            && request.method().equals(method)
                            && when.test(request, pipeline.step(Decoding.class).decode(request.body()))
                    ? done(service, request)
                    : outcome;
        });
    }

    private static Accepted done(Service<CustomerRecords> service, Request request) {
        if (request.method().equals("POST")) {
            return new Accepted(Accepted.Operation.CREATE, service.records().add(Json.object()));
        }
        List<String> segments = request.segments();
        return new Accepted(
                Accepted.Operation.UPDATE,
                service.records().find(segments.get(segments.size() - 1)).orElse(0));
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
