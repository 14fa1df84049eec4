package io.chargeproof.api.oioi;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an answer of OIOI says; members that aren't there are missing nodes.
 *
 * @param status the HTTP status, or 0 where there is no answer
 * @param body the whole body
 */
public record UserAnswer(int status, JsonNode body) {
    /** Where the user stands. */
    static final String USER = "/user";

    /** Where the reason stands for which details weren't taken. */
    static final String REASON = "/" + UserCall.POST_DETAILS.label() + "/reason";

    /** Reads an exchange; one without well-formed JSON says nothing. */
    public static UserAnswer of(Exchange exchange) {
        return new UserAnswer(
                exchange.status().orElse(0),
                exchange.answer().flatMap(AnswerJson::valueOf).orElse(MissingNode.getInstance()));
    }

    static UserAnswer of(HttpAnswer answer) {
        return new UserAnswer(answer.status(), AnswerJson.valueOf(answer).orElse(MissingNode.getInstance()));
    }

    /** The result code, where it is a number without a fraction, however that is written. */
    public OptionalInt code() {
        JsonNode code = body.path("result").path("code");
        return isInteger(code) && code.canConvertToInt() ? OptionalInt.of(code.intValue()) : OptionalInt.empty();
    }

    /** Where the code stands that is to blame; nowhere in an answer that has none, as one by its status needs none. */
    String codePointer() {
        return code().isPresent() ? ResultCode.POINTER : "";
    }

    static boolean isInteger(JsonNode code) {
        return code.isNumber() && code.canConvertToExactIntegral();
    }

    /** The codes that the answer may mean: its own, or those that its status stands for where it has only an error. */
    public Set<Integer> meant() {
        OptionalInt code = code();
        return code.isPresent() ? Set.of(code.getAsInt()) : isErrorAlone() ? ResultCode.behind(status) : Set.of();
    }

    /** Whether one of these codes may be meant. */
    public boolean means(Set<Integer> codes) {
        return meant().stream().anyMatch(codes::contains);
    }

    /** Whether it says of itself that the call failed: by its code, or by an error under a status that is one. */
    public boolean saysThatItFailed() {
        return code().isPresent() ? !isCodeZero() : isErrorAlone();
    }

    /** Whether a 4xx says by {@code error} what was wrong, and not by a code. */
    boolean isErrorAlone() {
        return isClientError() && hasError() && code().isEmpty();
    }

    boolean isClientError() {
        return status >= 400 && status < 500;
    }

    boolean hasError() {
        JsonNode error = body.path("error");
        return !error.isMissingNode() && !error.isNull();
    }

    /** Whether the code is 0. */
    public boolean isCodeZero() {
        return code().equals(OptionalInt.of(ResultCode.SUCCESS.value()));
    }

    /** The reason for which details weren't taken; null and missing alike mean that there is none. */
    public JsonNode reason() {
        return body.path(UserCall.POST_DETAILS.label()).path("reason");
    }

    /** Whether there is a reason. */
    public boolean hasReason() {
        return !reason().isMissingNode() && !reason().isNull();
    }

    /** Whether the call was carried out: code 0 and no reason. */
    public boolean isSuccess() {
        return isCodeZero() && !hasReason();
    }

    /** Whether the answer bears a user of whatever form. */
    public boolean hasUser() {
        JsonNode user = body.path("user");
        return !user.isMissingNode() && !user.isNull();
    }

    /** The user, where it is an object. */
    public Optional<ObjectNode> user() {
        return body.path("user") instanceof ObjectNode user ? Optional.of(user) : Optional.empty();
    }

    /** The token that a log-in gave: a string that isn't empty. */
    public Optional<String> token() {
        return body.path("user").path("token").stringValueOpt().filter(token -> !token.isEmpty());
    }

    /** Status, code and reason in a few words. */
    public String inWords() {
        String without = isErrorAlone() ? "an error and no result code" : "no integer result code";
        String result = code().isPresent() ? "result code " + code().getAsInt() : without;
        String reason = hasReason() ? ", reason " + reason() : "";
        return "HTTP " + status + ", " + result + reason;
    }
}
