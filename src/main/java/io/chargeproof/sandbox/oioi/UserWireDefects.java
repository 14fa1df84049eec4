package io.chargeproof.sandbox.oioi;

import static io.chargeproof.sandbox.oioi.Answers.FAILED;
import static io.chargeproof.sandbox.oioi.Answers.OBJECTED;
import static io.chargeproof.sandbox.oioi.Answers.POSTED;
import static io.chargeproof.sandbox.oioi.Answers.SHOWN;
import static io.chargeproof.sandbox.oioi.Answers.answering;
import static io.chargeproof.sandbox.oioi.Answers.by;
import static io.chargeproof.sandbox.oioi.Answers.failed;
import static io.chargeproof.sandbox.oioi.Answers.status;
import static io.chargeproof.sandbox.oioi.Answers.written;
import static io.chargeproof.sandbox.oioi.UserVariation.ofUsers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the user calls in HTTP: endpoint, status, media type and encoding. */
public final class UserWireDefects {
    private static final String POST = "user-post-details";
    private static final Set<String> DETAILS = Set.of(
            "first-name",
            "last-name",
            "address",
            "locale",
            "vat",
            "social-security-number",
            "billing-name",
            "billing-address",
            "phone");

    static final List<Deviation<UserRecords>> DEFECTS = List.of(
            defect("oioi-post-by-put-only")
                    .breaks("OIOI-HTTP-1")
                    .says("user-post-details is taken by PUT alone; the transport chapter sends every call by POST.")
                    .by(postByPutOnly()),
            defect("oioi-post-unknown-at-endpoint")
                    .breaks("OIOI-HTTP-1")
                    .says("user-post-details is unknown at the endpoint; the transport chapter has one endpoint "
                            + "for all calls.")
                    .by(LookupChanges.unreadable(Call.PostDetails.class::isInstance)),
            defect("oioi-post-needs-a-version")
                    .breaks("OIOI-HTTP-1")
                    .says("A post has to name a version beside the call; the example's object has the call as "
                            + "its one member.")
                    .by(postNeedsVersion()),
            defect("oioi-latin-1-bytes")
                    .breaks("OIOI-HTTP-2")
                    .says("Answers are encoded in Latin-1 and say nothing of it; the transport chapter has UTF-8.")
                    .by(written(body -> true, in(StandardCharsets.ISO_8859_1))),
            defect("oioi-utf-8-called-latin-1")
                    .breaks("OIOI-HTTP-2")
                    .says("Answers are in UTF-8 and called Latin-1, so that names read otherwise; the transport "
                            + "chapter has UTF-8.")
                    .by(written(body -> true, typed("application/json; charset=iso-8859-1"))),
            defect("oioi-utf-16-bytes")
                    .breaks("OIOI-HTTP-2")
                    .says("A user is sent in UTF-16; the transport chapter has UTF-8.")
                    .by(written(UserWireDefects::hasUser, in(StandardCharsets.UTF_16))),
            defect("oioi-surrogates-encoded-singly")
                    .breaks("OIOI-HTTP-2")
                    .says("An emoji goes out as two encoded surrogates; that isn't the UTF-8 of the transport "
                            + "chapter.")
                    .shownBy("OIOI-POST-20")
                    .by(written(body -> true, UserWireDefects::surrogatesSingly)),
            defect("oioi-text-plain")
                    .breaks("OIOI-HTTP-2")
                    .says("Answers are JSON labelled as plain text; the transport chapter has JSON.")
                    .by(written(body -> true, typed("text/plain; charset=utf-8"))),
            defect("oioi-failures-as-html")
                    .breaks("OIOI-HTTP-2")
                    .says("Failures are labelled as HTML; the transport chapter has JSON for every answer.")
                    .by(written(UserWireDefects::hasFailed, typed("text/html; charset=utf-8"))),
            defect("oioi-no-media-type-on-posts")
                    .breaks("OIOI-HTTP-2")
                    .says("The answer to a post has no media type; the transport chapter has JSON.")
                    .by(written(UserWireDefects::isBare, answer -> answer.withoutHeader("content-type"))),
            defect("oioi-byte-order-mark")
                    .breaks("OIOI-HTTP-2")
                    .says("A user comes after a byte-order mark; JSON on the wire has none.")
                    .by(written(UserWireDefects::hasUser, text(json -> "\uFEFF" + json))),
            defect("oioi-post-answer-cut")
                    .breaks("OIOI-HTTP-2")
                    .says("The answer to a post lacks its last brace; the example is well-formed.")
                    .by(written(UserWireDefects::isBare, text(UserWireDefects::cut))),
            defect("oioi-failures-without-body")
                    .breaks("OIOI-HTTP-2")
                    .says("A failure has no body; the result codes stand in one.")
                    .by(written(UserWireDefects::hasFailed, text(json -> ""))),
            defect("oioi-post-answers-nothing")
                    .breaks("OIOI-HTTP-2")
                    .says("A post that succeeds gets 204 and no JSON; the example shows a result.")
                    .by(answering(POSTED, draft -> draft.withStatus(204).withBody(null))),
            defect("oioi-comma-after-last-member")
                    .breaks("OIOI-HTTP-2")
                    .says("A user's answer has a comma after its last member; the example is well-formed JSON.")
                    .by(written(UserWireDefects::hasUser, text(json -> cut(json) + ",}"))),
            defect("oioi-two-documents")
                    .breaks("OIOI-HTTP-2")
                    .says("A failure is written twice in one body; the examples have one object.")
                    .by(written(UserWireDefects::hasFailed, text(json -> json + "\n" + json))),
            defect("oioi-quotes-not-escaped")
                    .breaks("OIOI-HTTP-2")
                    .says("A quotation mark in a value isn't escaped; JSON asks for it.")
                    .shownBy("OIOI-POST-20")
                    .by(written(body -> true, text(json -> json.replace("\\\"", "\"")))),
            defect("oioi-post-answers-201")
                    .breaks("OIOI-HTTP-3")
                    .says("A post that succeeds answers 201; the page lists 200 for success.")
                    .by(status(POSTED, 201)),
            defect("oioi-post-by-rfid-answers-202")
                    .breaks("OIOI-HTTP-3")
                    .says("A post by RFID that succeeds answers 202; the page lists 200 whatever the identifier.")
                    .shownBy("OIOI-POST-3")
                    .by(status(POSTED.and(by(IdentifierType.RFID)), 202)),
            defect("oioi-post-answers-303")
                    .breaks("OIOI-HTTP-3")
                    .says("A post that succeeds redirects with 303; the page lists 200.")
                    .by(redirecting(POSTED, 303, "/api/v4/users")),
            defect("oioi-get-answers-203")
                    .breaks("OIOI-HTTP-3")
                    .says("A user comes with 203; the page lists 200.")
                    .by(status(SHOWN, 203)),
            defect("oioi-reason-with-422")
                    .breaks("OIOI-HTTP-3")
                    .says("Code 0 with a reason comes with 422; the page's example with a reason has the result "
                            + "of success, hence 200.")
                    .shownBy("OIOI-POST-12")
                    .by(status(OBJECTED, 422)),
            defect("oioi-wrong-token-500")
                    .breaks("OIOI-HTTP-4")
                    .says("A wrong token gets 500; the transport chapter has 5xx for the server's own faults.")
                    .by(status(failed(ResultCode.WRONG_TOKEN), 500)),
            defect("oioi-unknown-user-503")
                    .breaks("OIOI-HTTP-4")
                    .says("An unknown username always gets 503; nothing is out of order, so the transport "
                            + "chapter has 4xx.")
                    .by(status(failed(ResultCode.UNKNOWN_USERNAME), 503)),
            defect("oioi-unknown-rfid-502")
                    .breaks("OIOI-HTTP-4")
                    .says("An unknown RFID always gets 502; the transport chapter has 4xx for what a client got "
                            + "wrong.")
                    .shownBy("OIOI-AUTH-4")
                    .by(status(failed(ResultCode.NOT_AUTHENTICATED).and(by(IdentifierType.RFID)), 502)),
            defect("oioi-refused-key-302")
                    .breaks("OIOI-HTTP-4")
                    .says("A wrong API key is sent to a page for signing in; the transport chapter has 4xx.")
                    .shownBy("OIOI-KEY-2")
                    .by(redirecting(failed(ResultCode.INVALID_API_KEY), 302, "/login")),
            defect("oioi-failures-with-202")
                    .breaks("OIOI-HTTP-4")
                    .says("Failures come with 202; the pages list 200, the transport chapter 4xx.")
                    .by(status(FAILED, 202)),
            defect("oioi-get-by-token-500")
                    .breaks("OIOI-HTTP-4")
                    .says("A get by token breaks down with 500; whether the type is known or not, that isn't "
                            + "the server's fault to have.")
                    .shownBy("OIOI-GET-4")
                    .by(getByTokenBreaks()),
            defect("oioi-undocumented-detail-500")
                    .breaks("OIOI-HTTP-4")
                    .says("A detail that the page doesn't list breaks the provider with 500; an unknown member "
                            + "is no fault of the server.")
                    .shownBy("OIOI-POST-22")
                    .by(PostChanges.crashing(details -> !DETAILS.containsAll(details.propertyNames()))));

    private UserWireDefects() {}

    private static boolean hasUser(JsonNode body) {
        return body.has("user");
    }

    private static boolean hasFailed(JsonNode body) {
        return body.path("result").path("code").asInt(0) != 0;
    }

    private static boolean isBare(JsonNode body) {
        return !hasUser(body) && !hasFailed(body);
    }

    private static UnaryOperator<Answer> in(Charset charset) {
        return answer -> answer.withBody(Bytes.of(answer.body().text().getBytes(charset)));
    }

    private static UnaryOperator<Answer> typed(String mediaType) {
        return answer -> answer.withHeader("content-type", mediaType);
    }

    private static UnaryOperator<Answer> text(UnaryOperator<String> change) {
        return answer -> answer.withBody(Bytes.of(change.apply(answer.body().text())));
    }

    private static String cut(String json) {
        return json.substring(0, json.lastIndexOf('}'));
    }

    private static Answer surrogatesSingly(Answer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answer.body().text().chars().forEach(unit -> bytes.writeBytes(encoded((char) unit)));
        return answer.withBody(Bytes.of(bytes.toByteArray()));
    }

    private static byte[] encoded(char unit) {
        return Character.isSurrogate(unit)
                ? new byte[] {
                    (byte) (0xE0 | (unit >> 12)), (byte) (0x80 | ((unit >> 6) & 0x3F)), (byte) (0x80 | (unit & 0x3F))
                }
                : String.valueOf(unit).getBytes(StandardCharsets.UTF_8);
    }

    private static Variation<UserRecords> redirecting(BiPredicate<Request, CallResult> when, int status, String where) {
        return answering(when, draft -> draft.withStatus(status).withHeader("location", where));
    }

    private static Variation<UserRecords> postByPutOnly() {
        return ofUsers(
                UserFlow.class,
                next -> (pipeline, request) -> next.proceed(
                        pipeline,
                        request.body().text().contains(POST)
                                ? request.withMethod(request.method().equals("PUT") ? "POST" : "GET")
                                : request));
    }

    private static Variation<UserRecords> postNeedsVersion() {
        return ofUsers(CallReading.class, next -> root -> {
            if (!(root instanceof ObjectNode call) || !call.has(POST)) {
                return next.read(root);
            }
            return call.has("version") ? next.read(call.deepCopy().without("version")) : Optional.empty();
        });
    }

    private static Variation<UserRecords> getByTokenBreaks() {
        return PostChanges.showing((user, reference) -> reference.type() == IdentifierType.TOKEN, user -> {
            throw new IllegalStateException("there is no such identifier type");
        });
    }
}
