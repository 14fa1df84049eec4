package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.Answers.FAILED;
import static io.chargeproof.sandbox.defect.Answers.OBJECTED;
import static io.chargeproof.sandbox.defect.Answers.POSTED;
import static io.chargeproof.sandbox.defect.Answers.SHOWN;
import static io.chargeproof.sandbox.defect.Answers.answering;
import static io.chargeproof.sandbox.defect.Answers.by;
import static io.chargeproof.sandbox.defect.Answers.failed;
import static io.chargeproof.sandbox.defect.Answers.status;
import static io.chargeproof.sandbox.defect.Answers.written;
import static io.chargeproof.sandbox.provider.Variation.ofUsers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.user.Call;
import io.chargeproof.sandbox.user.CallReading;
import io.chargeproof.sandbox.user.IdentifierType;
import io.chargeproof.sandbox.user.Outcome;
import io.chargeproof.sandbox.user.ResultCode;
import io.chargeproof.sandbox.user.UserFlow;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Octets;
import io.chargeproof.sandbox.wire.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the user calls in HTTP: endpoint, status, media type and encoding. */
final class UserWireDefects {
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

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("oioi-post-by-put-only", postByPutOnly()),
            entry("oioi-post-unknown-at-endpoint", Lookups.unreadable(Call.PostDetails.class::isInstance)),
            entry("oioi-post-needs-a-version", postNeedsVersion()),
            entry("oioi-latin-1-bytes", written(body -> true, in(StandardCharsets.ISO_8859_1))),
            entry("oioi-utf-8-called-latin-1", written(body -> true, typed("application/json; charset=iso-8859-1"))),
            entry("oioi-utf-16-bytes", written(UserWireDefects::hasUser, in(StandardCharsets.UTF_16))),
            entry("oioi-surrogates-encoded-singly", written(body -> true, UserWireDefects::surrogatesSingly)),
            entry("oioi-text-plain", written(body -> true, typed("text/plain; charset=utf-8"))),
            entry("oioi-failures-as-html", written(UserWireDefects::hasFailed, typed("text/html; charset=utf-8"))),
            entry(
                    "oioi-no-media-type-on-posts",
                    written(UserWireDefects::isBare, answer -> answer.withoutHeader("content-type"))),
            entry("oioi-byte-order-mark", written(UserWireDefects::hasUser, text(json -> "\uFEFF" + json))),
            entry("oioi-post-answer-cut", written(UserWireDefects::isBare, text(UserWireDefects::cut))),
            entry("oioi-failures-without-body", written(UserWireDefects::hasFailed, text(json -> ""))),
            entry(
                    "oioi-post-answers-nothing",
                    answering(POSTED, draft -> draft.withStatus(204).withBody(null))),
            entry("oioi-comma-after-last-member", written(UserWireDefects::hasUser, text(json -> cut(json) + ",}"))),
            entry("oioi-two-documents", written(UserWireDefects::hasFailed, text(json -> json + "\n" + json))),
            entry("oioi-quotes-not-escaped", written(body -> true, text(json -> json.replace("\\\"", "\"")))),
            entry("oioi-post-answers-201", status(POSTED, 201)),
            entry("oioi-post-by-rfid-answers-202", status(POSTED.and(by(IdentifierType.RFID)), 202)),
            entry("oioi-post-answers-303", redirecting(POSTED, 303, "/api/v4/users")),
            entry("oioi-get-answers-203", status(SHOWN, 203)),
            entry("oioi-reason-with-422", status(OBJECTED, 422)),
            entry("oioi-wrong-token-500", status(failed(ResultCode.WRONG_TOKEN), 500)),
            entry("oioi-unknown-user-503", status(failed(ResultCode.UNKNOWN_USERNAME), 503)),
            entry(
                    "oioi-unknown-rfid-502",
                    status(failed(ResultCode.NOT_AUTHENTICATED).and(by(IdentifierType.RFID)), 502)),
            entry("oioi-refused-key-302", redirecting(failed(ResultCode.INVALID_API_KEY), 302, "/login")),
            entry("oioi-failures-with-202", status(FAILED, 202)),
            entry("oioi-get-by-token-500", getByTokenBreaks()),
            entry(
                    "oioi-undocumented-detail-500",
                    Posts.crashing(details -> !DETAILS.containsAll(details.propertyNames()))));

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
        return answer -> answer.withBody(Octets.of(answer.body().text().getBytes(charset)));
    }

    private static UnaryOperator<Answer> typed(String mediaType) {
        return answer -> answer.withHeader("content-type", mediaType);
    }

    private static UnaryOperator<Answer> text(UnaryOperator<String> change) {
        return answer -> answer.withBody(Octets.of(change.apply(answer.body().text())));
    }

    private static String cut(String json) {
        return json.substring(0, json.lastIndexOf('}'));
    }

    private static Answer surrogatesSingly(Answer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answer.body().text().chars().forEach(unit -> bytes.writeBytes(encoded((char) unit)));
        return answer.withBody(Octets.of(bytes.toByteArray()));
    }

    private static byte[] encoded(char unit) {
        return Character.isSurrogate(unit)
                ? new byte[] {
                    (byte) (0xE0 | (unit >> 12)), (byte) (0x80 | ((unit >> 6) & 0x3F)), (byte) (0x80 | (unit & 0x3F))
                }
                : String.valueOf(unit).getBytes(StandardCharsets.UTF_8);
    }

    private static Variation redirecting(BiPredicate<Request, Outcome> when, int status, String where) {
        return answering(when, draft -> draft.withStatus(status).withHeader("location", where));
    }

    private static Variation postByPutOnly() {
        return ofUsers(
                UserFlow.class,
                next -> (pipeline, request) -> next.proceed(
                        pipeline,
                        request.body().text().contains(POST)
                                ? request.withMethod(request.method().equals("PUT") ? "POST" : "GET")
                                : request));
    }

    private static Variation postNeedsVersion() {
        return ofUsers(CallReading.class, next -> root -> {
            if (!(root instanceof ObjectNode call) || !call.has(POST)) {
                return next.read(root);
            }
            return call.has("version") ? next.read(call.deepCopy().without("version")) : Optional.empty();
        });
    }

    private static Variation getByTokenBreaks() {
        return Posts.showing((user, reference) -> reference.type() == IdentifierType.TOKEN, user -> {
            throw new IllegalStateException("there is no such identifier type");
        });
    }
}
