package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.answering;
import static io.chargeproof.sandbox.defect.CustomerBreach.writing;
import static io.chargeproof.sandbox.defect.CustomerOutcome.by;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Outcome;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Draft;
import io.chargeproof.sandbox.wire.Octets;
import io.chargeproof.sandbox.wire.Writing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Answers that aren't JSON in UTF-8 under a JSON media type. */
final class CustomerFormatDefects {
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>";

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-create-answers-nothing", answering(CustomerOutcome::isCreated, CustomerFormatDefects::bodiless)),
            entry("evc-400-answers-nothing", answering(CustomerOutcome::isInvalid, draft -> draft.withBody(null))),
            entry("evc-answers-called-html", writing(draft -> draft.body() != null, typed("text/html; charset=utf-8"))),
            entry("evc-create-called-plain-text", onSuccess("POST", typed("text/plain"))),
            entry("evc-400-without-type", writing(is(400), answer -> answer.withoutHeader("content-type"))),
            entry("evc-malformed-body-gets-a-page", page(CustomerOutcome.invalid("body"), "Bad Request")),
            entry("evc-unknown-card-gets-a-page", page(CustomerOutcome.invalid("card_list"), "Card not found")),
            entry(
                    "evc-unknown-customer-gets-xml",
                    written(CustomerOutcome.invalid("customerId"), CustomerFormatDefects::xml)),
            entry("evc-create-cut-off", onSuccess("POST", CustomerFormatDefects::cutOff)),
            entry("evc-400-followed-by-a-warning", writing(is(400), followedBy("\nWarning: headers already sent"))),
            entry("evc-400-behind-a-byte-order-mark", writing(is(400), precededBy("\uFEFF"))),
            entry("evc-create-behind-a-guard", onSuccess("POST", precededBy(")]}',\n"))),
            entry(
                    "evc-update-answers-ok",
                    onSuccess("PUT", answer -> typed("text/plain").apply(answer.withBody(Octets.of("OK"))))),
            entry(
                    "evc-update-with-nan",
                    onSuccess("PUT", answer -> answer.withBody(Octets.of("{\"status\":\"success\",\"balance\":NaN}")))),
            entry("evc-update-in-utf-16", onSuccess("PUT", CustomerFormatDefects::inUtf16)),
            entry("evc-403-is-a-page", page(CustomerOutcome::isForbidden, "403 Forbidden")),
            entry("evc-403-is-plain-text", written(CustomerOutcome::isForbidden, CustomerFormatDefects::forbiddenText)),
            entry("evc-403-called-html", writing(is(403), typed("text/html"))),
            entry("evc-403-cut-off", writing(is(403), CustomerFormatDefects::cutOff)));

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

    private static Variation onSuccess(String method, UnaryOperator<Answer> change) {
        return CustomerBreach.during(
                by(method),
                Writing.class,
                next -> draft -> draft.status() == 200 ? change.apply(next.write(draft)) : next.write(draft));
    }

    /** The bytes of the answer to some outcomes; the mark doesn't leave the provider. */
    private static Variation written(Predicate<Outcome> when, UnaryOperator<Answer> change) {
        return answering(when, draft -> draft.withHeader("x-marked", "yes"))
                .and(writing(
                        draft -> draft.headers().containsKey("x-marked"),
                        answer -> change.apply(answer.withoutHeader("x-marked"))));
    }

    private static Variation page(Predicate<Outcome> when, String title) {
        return written(when, answer -> typed("text/html").apply(answer.withBody(Octets.of(PAGE.formatted(title)))));
    }

    private static UnaryOperator<Answer> typed(String type) {
        return answer -> answer.withHeader("content-type", type);
    }

    private static UnaryOperator<Answer> followedBy(String text) {
        return answer -> answer.withBody(Octets.of(answer.body().text() + text));
    }

    private static UnaryOperator<Answer> precededBy(String text) {
        return answer -> answer.withBody(Octets.of(text + answer.body().text()));
    }

    private static Answer cutOff(Answer answer) {
        String text = answer.body().text();
        return answer.withBody(Octets.of(text.substring(0, Math.max(0, text.length() - 1))));
    }

    private static Answer inUtf16(Answer answer) {
        return typed("application/json; charset=utf-16")
                .apply(answer.withBody(Octets.of(answer.body().text().getBytes(StandardCharsets.UTF_16))));
    }

    private static Answer xml(Answer answer) {
        return typed("application/xml")
                .apply(answer.withBody(Octets.of("<error><data>no such customer</data></error>")));
    }

    private static Answer forbiddenText(Answer answer) {
        return typed("text/plain").apply(answer.withBody(Octets.of("Incorrect API key")));
    }
}
