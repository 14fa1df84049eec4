package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.answering;
import static io.chargeproof.sandbox.evcnet.CustomerDeviations.writing;
import static io.chargeproof.sandbox.evcnet.RequestResults.by;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Writing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Answers that aren't JSON in UTF-8 under a JSON media type. */
final class CustomerFormatDefects {
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>";

    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-create-answers-nothing")
                    .breaks("EVC-HTTP-3")
                    .says("A create that succeeds has no body; the client asked for JSON, and needs the id.")
                    .by(answering(RequestResults::isCreated, CustomerFormatDefects::bodiless)),
            defect("evc-400-answers-nothing")
                    .breaks("EVC-HTTP-3")
                    .says("A 400 has no body; the status table sends the client to its data member.")
                    .by(answering(RequestResults::isInvalid, draft -> draft.withBody(null))),
            defect("evc-answers-called-html")
                    .breaks("EVC-HTTP-3")
                    .says("Answers are JSON under the media type text/html; the headers table asks for "
                            + "application/json.")
                    .by(writing(draft -> draft.body() != null, typed("text/html; charset=utf-8"))),
            defect("evc-create-called-plain-text")
                    .breaks("EVC-HTTP-3")
                    .says("A create answers JSON under the media type text/plain; the headers table asks for "
                            + "application/json.")
                    .by(onSuccess("POST", typed("text/plain"))),
            defect("evc-400-without-type")
                    .breaks("EVC-HTTP-3")
                    .says("A 400 bears no media type; the headers table asks for application/json.")
                    .by(writing(is(400), answer -> answer.withoutHeader("content-type"))),
            defect("evc-malformed-body-gets-a-page")
                    .breaks("EVC-HTTP-3")
                    .says("A malformed body gets a page of HTML; the headers table asks for JSON.")
                    .by(page(RequestResults.invalid("body"), "Bad Request")),
            defect("evc-unknown-card-gets-a-page")
                    .breaks("EVC-HTTP-3")
                    .says("A wrong card gets a page of HTML; the headers table asks for JSON.")
                    .by(page(RequestResults.invalid("card_list"), "Card not found")),
            defect("evc-unknown-customer-gets-xml")
                    .breaks("EVC-HTTP-3")
                    .says("An id that nobody has gets XML; the headers table asks for JSON.")
                    .by(written(RequestResults.invalid("customerId"), CustomerFormatDefects::xml)),
            defect("evc-create-cut-off")
                    .breaks("EVC-HTTP-3")
                    .says("The answer to a create lacks its last brace; the headers table asks for JSON.")
                    .by(onSuccess("POST", CustomerFormatDefects::cutOff)),
            defect("evc-400-followed-by-a-warning")
                    .breaks("EVC-HTTP-3")
                    .says("A warning stands behind the JSON of a 400; the headers table asks for JSON alone.")
                    .by(writing(is(400), followedBy("\nWarning: headers already sent"))),
            defect("evc-400-behind-a-byte-order-mark")
                    .breaks("EVC-HTTP-3")
                    .says("A 400 comes after a byte-order mark; JSON on the wire has none.")
                    .by(writing(is(400), precededBy("\uFEFF"))),
            defect("evc-create-behind-a-guard")
                    .breaks("EVC-HTTP-3")
                    .says("A guard against script inclusion stands before the JSON of a create; the headers "
                            + "table asks for JSON alone.")
                    .by(onSuccess("POST", precededBy(")]}',\n"))),
            defect("evc-update-answers-ok")
                    .breaks("EVC-HTTP-3")
                    .says("An update answers OK as plain text; the headers table asks for JSON.")
                    .by(onSuccess("PUT", answer -> typed("text/plain").apply(answer.withBody(Bytes.of("OK"))))),
            defect("evc-update-with-nan")
                    .breaks("EVC-HTTP-3")
                    .says("An update answers with NaN for a number; JSON, which the headers table asks for, has "
                            + "no such value.")
                    .by(onSuccess(
                            "PUT", answer -> answer.withBody(Bytes.of("{\"status\":\"success\",\"balance\":NaN}")))),
            defect("evc-update-in-utf-16")
                    .breaks("EVC-HTTP-3")
                    .says("An update answers in UTF-16; JSON between systems is in UTF-8.")
                    .by(onSuccess("PUT", CustomerFormatDefects::inUtf16)),
            defect("evc-403-is-a-page")
                    .breaks("EVC-HTTP-4")
                    .says("A 403 is a page of HTML; the headers table asks for JSON.")
                    .by(page(RequestResults::isForbidden, "403 Forbidden")),
            defect("evc-403-is-plain-text")
                    .breaks("EVC-HTTP-4")
                    .says("A 403 is a line of plain text; the headers table asks for JSON.")
                    .by(written(RequestResults::isForbidden, CustomerFormatDefects::forbiddenText)),
            defect("evc-403-called-html")
                    .breaks("EVC-HTTP-4")
                    .says("A 403 is JSON under the media type text/html; the headers table asks for "
                            + "application/json.")
                    .by(writing(is(403), typed("text/html"))),
            defect("evc-403-cut-off")
                    .breaks("EVC-HTTP-4")
                    .says("The JSON of a 403 lacks its last brace; the headers table asks for JSON.")
                    .by(writing(is(403), CustomerFormatDefects::cutOff)));

    private CustomerFormatDefects() {}

    private static Draft bodiless(Draft draft) {
        // The id stays to be found, so that this is about the format alone.
        String id = draft.body() == null
                ? ""
                : draft.body().path("data").path("customer_id").asString("");
        return draft.withHeader("location", "/api/rest/customer/" + id).withBody(null);
    }

    private static Predicate<Draft> is(int status) {
        return draft -> draft.status() == status && draft.body() != null;
    }

    private static Variation<CustomerRecords> onSuccess(String method, UnaryOperator<Answer> change) {
        return CustomerDeviations.during(
                by(method),
                Writing.class,
                next -> draft -> draft.status() == 200 ? change.apply(next.write(draft)) : next.write(draft));
    }

    /** The bytes of the answer to some outcomes; the mark doesn't leave the provider. */
    private static Variation<CustomerRecords> written(Predicate<RequestResult> when, UnaryOperator<Answer> change) {
        return answering(when, draft -> draft.withHeader("x-marked", "yes"))
                .and(writing(
                        draft -> draft.headers().containsKey("x-marked"),
                        answer -> change.apply(answer.withoutHeader("x-marked"))));
    }

    private static Variation<CustomerRecords> page(Predicate<RequestResult> when, String title) {
        return written(when, answer -> typed("text/html").apply(answer.withBody(Bytes.of(PAGE.formatted(title)))));
    }

    private static UnaryOperator<Answer> typed(String type) {
        return answer -> answer.withHeader("content-type", type);
    }

    private static UnaryOperator<Answer> followedBy(String text) {
        return answer -> answer.withBody(Bytes.of(answer.body().text() + text));
    }

    private static UnaryOperator<Answer> precededBy(String text) {
        return answer -> answer.withBody(Bytes.of(text + answer.body().text()));
    }

    private static Answer cutOff(Answer answer) {
        String text = answer.body().text();
        return answer.withBody(Bytes.of(text.substring(0, Math.max(0, text.length() - 1))));
    }

    private static Answer inUtf16(Answer answer) {
        return typed("application/json; charset=utf-16")
                .apply(answer.withBody(Bytes.of(answer.body().text().getBytes(StandardCharsets.UTF_16))));
    }

    private static Answer xml(Answer answer) {
        return typed("application/xml")
                .apply(answer.withBody(Bytes.of("<error><data>no such customer</data></error>")));
    }

    private static Answer forbiddenText(Answer answer) {
        return typed("text/plain").apply(answer.withBody(Bytes.of("Incorrect API key")));
    }
}
