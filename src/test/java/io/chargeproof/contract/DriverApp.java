package io.chargeproof.contract;

import static io.chargeproof.contract.Looseness.accepting;
import static io.chargeproof.contract.Looseness.all;
import static io.chargeproof.contract.Looseness.bodyFromState;
import static io.chargeproof.contract.Looseness.failed;
import static io.chargeproof.contract.Looseness.headerFromState;
import static io.chargeproof.contract.Looseness.integer;
import static io.chargeproof.contract.Looseness.json;
import static io.chargeproof.contract.Looseness.regex;
import static io.chargeproof.contract.Looseness.textOrNull;
import static io.chargeproof.contract.Looseness.type;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import io.chargeproof.api.oioi.Details;
import io.chargeproof.api.oioi.IdentifierType;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.ResultCode;
import io.chargeproof.api.oioi.UserCall;
import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.profile.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An app for drivers: it shows users their details and lets them change these. */
final class DriverApp {
    private static final String PATH = "/api/v4/request";
    private static final String KEY = "example-api-key";
    private static final String TOKEN = "example-user-token";
    private static final Map<IdentifierType, String> EXAMPLES = Map.of(
            IdentifierType.USERNAME, "driver@example.com",
            IdentifierType.EVCO_ID, "NL*EXA*123456789*1",
            IdentifierType.RFID, "0400000000EXAM",
            IdentifierType.TOKEN, TOKEN);
    private static final UnaryOperator<HttpInteractionBuilder> PRIMARY =
            it -> it.state("a user exists", Map.of("variant", "primary"));
    private static final UnaryOperator<HttpInteractionBuilder> SPARSE =
            it -> it.state("a user exists", Map.of("variant", "sparse"));
    private static final UnaryOperator<HttpInteractionBuilder> WITH_KEY =
            it -> it.state("the API key is accepted", Map.of("api", "oioi"));
    private static final UnaryOperator<HttpInteractionBuilder> WITH_REFUSED_KEY =
            it -> it.state("the API key is refused");
    private static final UnaryOperator<HttpInteractionBuilder> STRANGE =
            it -> it.state("the user can't be authenticated");

    private DriverApp() {}

    static Consumer consumer() {
        List<Expectation> expectations = new ArrayList<>();
        for (UserCall call : UserCall.onDetails()) {
            expectations.addAll(successes(call));
            expectations.addAll(refusals(call));
        }
        return new Consumer("driver-app", "oioi-user-api", expectations);
    }

    private static List<Expectation> successes(UserCall call) {
        return call == UserCall.GET_DETAILS
                ? List.of(
                        read(
                                "by username and token, the user's details are shown"
                                        + " (OIOI-GET-1, OIOI-GET-6, OIOI-GET-8, OIOI-GET-9, OIOI-GET-10, OIOI-GET-11)",
                                PRIMARY,
                                IdentifierType.USERNAME,
                                DriverApp::details),
                        read(
                                "by EVCO ID and token, the user's details are shown (OIOI-GET-2, OIOI-GET-6)",
                                PRIMARY,
                                IdentifierType.EVCO_ID,
                                DriverApp::details),
                        read(
                                "by RFID and token, the user's details are shown (OIOI-GET-3, OIOI-GET-6)",
                                PRIMARY,
                                IdentifierType.RFID,
                                DriverApp::details),
                        read(
                                "of a user without details, nulls are shown (OIOI-GET-1, OIOI-GET-6, OIOI-GET-7)",
                                SPARSE,
                                IdentifierType.USERNAME,
                                DriverApp::noDetails))
                : List.of(
                        post(
                                "by username and token, details are taken (OIOI-POST-1)",
                                IdentifierType.USERNAME,
                                complete(),
                                DriverApp::success),
                        post(
                                "by EVCO ID and token, details are taken (OIOI-POST-2)",
                                IdentifierType.EVCO_ID,
                                complete(),
                                DriverApp::success),
                        post(
                                "by RFID and token, details are taken (OIOI-POST-3)",
                                IdentifierType.RFID,
                                complete(),
                                DriverApp::success),
                        post(
                                "by token, details are taken (OIOI-POST-4)",
                                IdentifierType.TOKEN,
                                complete(),
                                DriverApp::success),
                        post("nulls are taken (OIOI-POST-6)", IdentifierType.USERNAME, nulls(), DriverApp::success),
                        post(
                                "a VAT number of the wrong format gets a reason (OIOI-POST-12, OIOI-POST-13)",
                                IdentifierType.USERNAME,
                                complete().put("vat", "DE1234567"),
                                DriverApp::reason),
                        call(
                                UserCall.POST_DETAILS,
                                "details without a user are refused (OIOI-REQ-4, OIOI-RESULT-2)",
                                WITH_KEY,
                                withoutUser(),
                                null,
                                answer -> failure(
                                        answer,
                                        400,
                                        ResultCode.INVALID_FORMAT,
                                        List.of(
                                                ResultCode.UNKNOWN_USERNAME,
                                                ResultCode.INVALID_TOKEN,
                                                ResultCode.INVALID_FORMAT))));
    }

    private static List<Expectation> refusals(UserCall call) {
        return List.of(
                call(
                        call,
                        "an EVCO ID that no user has isn't authenticated (OIOI-AUTH-4, OIOI-RESULT-2)",
                        WITH_KEY,
                        user(IdentifierType.EVCO_ID, "XX*XXX*000000000*0"),
                        null,
                        answer -> failure(
                                answer,
                                401,
                                ResultCode.AUTHENTICATION_FAILED,
                                List.of(ResultCode.UNKNOWN_USERNAME, ResultCode.INVALID_TOKEN))),
                call(
                        call,
                        "a username that doesn't exist isn't authenticated (OIOI-AUTH-1, OIOI-RESULT-2)",
                        WITH_KEY,
                        user(IdentifierType.USERNAME, "nobody-at-all@example.invalid"),
                        null,
                        answer -> failure(
                                answer, 401, ResultCode.UNKNOWN_USERNAME, List.of(ResultCode.UNKNOWN_USERNAME))),
                call(
                        call,
                        "a wrong user token isn't authenticated (OIOI-AUTH-2, OIOI-RESULT-2)",
                        STRANGE,
                        user(IdentifierType.USERNAME, example(IdentifierType.USERNAME)),
                        IdentifierType.USERNAME,
                        answer -> failure(answer, 401, ResultCode.INVALID_TOKEN, List.of(ResultCode.INVALID_TOKEN))),
                call(
                        call,
                        "a wrong API key is refused (OIOI-KEY-1, OIOI-RESULT-2)",
                        WITH_REFUSED_KEY,
                        user(IdentifierType.USERNAME, example(IdentifierType.USERNAME)),
                        IdentifierType.USERNAME,
                        answer -> failure(
                                answer,
                                403,
                                ResultCode.INVALID_API_KEY,
                                List.of(
                                        ResultCode.UNKNOWN_USERNAME,
                                        ResultCode.INVALID_TOKEN,
                                        ResultCode.INVALID_API_KEY,
                                        ResultCode.API_KEY_NOT_ALLOWED))));
    }

    private static Expectation read(
            String description,
            UnaryOperator<HttpInteractionBuilder> states,
            IdentifierType type,
            UnaryOperator<HttpResponseBuilder> answer) {
        return call(UserCall.GET_DETAILS, description, states, user(type, example(type)), type, answer);
    }

    private static Expectation post(
            String description, IdentifierType type, ObjectNode details, UnaryOperator<HttpResponseBuilder> answer) {
        String token = type == IdentifierType.TOKEN ? null : TOKEN;
        ObjectNode json =
                UserRequests.call(UserCall.POST_DETAILS, UserRequests.user(type, example(type), token), details);
        return expectation(UserCall.POST_DETAILS, description, PRIMARY, json, type, answer);
    }

    private static Expectation call(
            UserCall call,
            String description,
            UnaryOperator<HttpInteractionBuilder> states,
            @Nullable ObjectNode user,
            @Nullable IdentifierType live,
            UnaryOperator<HttpResponseBuilder> answer) {
        ObjectNode inner = JsonMapper.shared().createObjectNode();
        if (user != null) {
            inner.set("user", user);
        }
        if (call == UserCall.POST_DETAILS) {
            inner.set("details", complete());
        }
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.set(call.label(), inner);
        return expectation(call, description, states, json, live, answer);
    }

    private static Expectation expectation(
            UserCall call,
            String description,
            UnaryOperator<HttpInteractionBuilder> states,
            ObjectNode json,
            @Nullable IdentifierType live,
            UnaryOperator<HttpResponseBuilder> answer) {
        return new Expectation(
                call.label() + ": " + description,
                it -> states.apply(it)
                        .withRequest(request -> requested(request, call, json, live))
                        .willRespondWith(answer::apply),
                address -> Wire.send(new UserRequests(target(address)).of(call, json)));
    }

    private static HttpRequestBuilder requested(
            HttpRequestBuilder request, UserCall call, ObjectNode json, @Nullable IdentifierType live) {
        accepting(request.method("POST").path(PATH));
        headerFromState(request, "Authorization", "key=${api-key}", "key=" + KEY, "^key=\\S+$");
        request.body(json.toString(), "application/json");
        HttpRequest part = request.build();
        part.getHeaders().remove("content-type");
        request.header("Content-Type", "application/json");
        if (live != null) {
            liveUser(part, "$['" + call.label() + "'].user", live);
        }
        return request;
    }

    private static void liveUser(HttpRequest part, String path, IdentifierType type) {
        bodyFromState(part, path + ".identifier", "${" + type.label() + "}");
        if (type != IdentifierType.TOKEN) {
            bodyFromState(part, path + ".token", "${token}");
        }
    }

    private static HttpResponseBuilder details(HttpResponseBuilder answer) {
        ObjectNode user = complete().put("vat", "NL004495445B01").put("evco-id", example(IdentifierType.EVCO_ID));
        HttpResponse part = shown(answer, user);
        Details.TEXTS.forEach(name -> textOrNull(part, "$.user['" + name + "']"));
        textOrNull(part, "$.user['evco-id']");
        textOrNull(part, "$.user['locale']", "^[a-z]{2}$");
        for (String address : Details.ADDRESSES) {
            Details.ADDRESS_MEMBERS.forEach(name -> textOrNull(part, "$.user['" + address + "']['" + name + "']"));
            all(part, "$.user['" + address + "']['country']", regex("^[A-Z]{2}$"));
        }
        return answer;
    }

    private static HttpResponseBuilder noDetails(HttpResponseBuilder answer) {
        HttpResponse part = shown(answer, nulls().put("evco-id", example(IdentifierType.EVCO_ID)));
        textOrNull(part, "$.user['evco-id']");
        return answer;
    }

    private static HttpResponse shown(HttpResponseBuilder answer, ObjectNode user) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.set("user", user);
        result(body, ResultCode.SUCCESS);
        return result(json(answer.status(200), body.toString()));
    }

    private static HttpResponseBuilder success(HttpResponseBuilder answer) {
        ObjectNode body = result(JsonMapper.shared().createObjectNode(), ResultCode.SUCCESS);
        result(json(answer.status(200), body.toString()));
        return answer;
    }

    private static HttpResponseBuilder reason(HttpResponseBuilder answer) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("user-post-details").put("reason", "Could not validate VAT number: DE1234567");
        json(failed(answer, 200), result(body, ResultCode.SUCCESS).toString());
        HttpResponse part = result(answer);
        all(part, "$['user-post-details'].reason", type(), regex("^[\\s\\S]+$"));
        Set<Integer> codes = new TreeSet<>(ResultCode.INVALID_FORMAT.orMoreGeneral());
        codes.addAll(ResultCode.INVALID_TOKEN.orMoreGeneral());
        codes.addAll(ResultCode.UNKNOWN_USERNAME.orMoreGeneral());
        codes.add(ResultCode.SUCCESS.value());
        integer(part, "$.result.code", codes);
        return answer;
    }

    private static HttpResponseBuilder failure(
            HttpResponseBuilder answer, int status, ResultCode example, List<ResultCode> allowed) {
        ObjectNode body = result(JsonMapper.shared().createObjectNode(), example);
        json(failed(answer, status), body.toString());
        integer(result(answer), "$.result.code", ResultCode.anyOf(allowed));
        return answer;
    }

    private static ObjectNode result(ObjectNode body, ResultCode code) {
        body.putObject("result").put("code", code.value()).put("message", code.value() == 0 ? "Success." : "Failed.");
        return body;
    }

    private static HttpResponse result(HttpResponseBuilder answer) {
        HttpResponse part = answer.build();
        all(part, "$.result.message", type());
        return part;
    }

    private static ObjectNode user(IdentifierType type, String identifier) {
        return UserRequests.user(type, identifier, TOKEN);
    }

    private static @Nullable ObjectNode withoutUser() {
        return null;
    }

    private static String example(IdentifierType type) {
        return EXAMPLES.getOrDefault(type, "");
    }

    private static ObjectNode complete() {
        return Details.complete(1, JsonNodeFactory.instance.nullNode());
    }

    private static ObjectNode nulls() {
        ObjectNode details = JsonMapper.shared().createObjectNode();
        Details.members().forEach(details::putNull);
        return details;
    }

    private static OioiTarget target(URI address) {
        return new OioiTarget(URI.create(address + PATH), new Secret("OIOI_API_KEY", KEY), null, null, null, null);
    }
}
