package io.chargeproof.api.oioi;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.profile.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The requests of OIOI's user calls with the documented method, address and header fields. */
public final class UserRequests {
    private final OioiTarget target;

    /** Requests to a target. */
    public UserRequests(OioiTarget target) {
        this.target = target;
    }

    /** The {@code user} of a request; without a token none is sent. */
    public static ObjectNode user(IdentifierType type, String identifier, @Nullable String token) {
        ObjectNode user = JsonMapper.shared().createObjectNode();
        user.put("identifier-type", type.label());
        user.put("identifier", identifier);
        if (token != null) {
            user.put("token", token);
        }
        return user;
    }

    /** A read of a user's details. */
    public HttpRequest read(JsonNode user) {
        return of(UserCall.GET_DETAILS, call(UserCall.GET_DETAILS, user, null));
    }

    /** A post of a user's details. */
    public HttpRequest post(JsonNode user, ObjectNode details) {
        return of(UserCall.POST_DETAILS, call(UserCall.POST_DETAILS, user, details));
    }

    /** A log-in by the right password, or by a token in its place. */
    public HttpRequest logIn(String username, String password, boolean isToken) {
        ObjectNode call = logInCall(username, password).put("is-token", isToken);
        return of(UserCall.VERIFY, wrapped(UserCall.VERIFY.label(), call));
    }

    /** A log-in whose members are all given. */
    public HttpRequest logIn(ObjectNode call) {
        return of(UserCall.VERIFY, wrapped(UserCall.VERIFY.label(), call));
    }

    /** A log-in that fails; a target may lock an account after some of these, so none is sent again. */
    public HttpRequest failingLogIn(String username, String wrongPassword) {
        HttpRequest request = logIn(username, wrongPassword, false);
        return new HttpRequest(
                request.method(),
                request.uri(),
                request.headers(),
                request.body(),
                request.purpose(),
                Idempotency.ONCE);
    }

    /** The members of a log-in that none can lack. */
    static ObjectNode logInCall(String username, String password) {
        return JsonMapper.shared().createObjectNode().put("username", username).put("password", password);
    }

    /** A call by a name that nobody knows, about nobody; what it gets, a call gets that a target doesn't offer. */
    HttpRequest unknownCall() {
        ObjectNode call = logInCall("nobody", "nothing").put("is-token", false);
        HttpRequest request = of(UserCall.VERIFY, wrapped(UserCall.VERIFY.label() + "-nobody", call));
        return request.withPurpose(
                request.purpose().as("a name that no call has").with(RequestTrait.MALFORMED));
    }

    private static ObjectNode wrapped(String name, ObjectNode call) {
        ObjectNode request = JsonMapper.shared().createObjectNode();
        request.set(name, call);
        return request;
    }

    /** Whether a request is a log-in, whose answer shows a token and no details. */
    static boolean isLogIn(HttpRequest request) {
        return request.purpose().operation().equals(UserCall.VERIFY.label())
                || request.body().text().contains("\"" + UserCall.VERIFY.label() + "\"");
    }

    /** The JSON of a call; a user that is missing, and details where there are none, are left out. */
    public static ObjectNode call(UserCall call, JsonNode user, @Nullable ObjectNode details) {
        ObjectNode inner = JsonMapper.shared().createObjectNode();
        if (!user.isMissingNode()) {
            inner.set("user", user);
        }
        if (details != null) {
            inner.set("details", details);
        }
        ObjectNode request = JsonMapper.shared().createObjectNode();
        request.set(call.label(), inner);
        return request;
    }

    /** A request of this JSON for a call. */
    public HttpRequest of(UserCall call, ObjectNode json) {
        return of(call.label(), Body.of(json.toString()));
    }

    /** Whether a request is known to change nothing: it bears no other call than one that reads. */
    public static boolean changesNothing(HttpRequest request) {
        return ReadingCalls.areReads(request.body());
    }

    /** A request of any bytes for an operation of that name. */
    public HttpRequest of(String operation, Body body) {
        List<Headers.Field> fields = new ArrayList<>();
        Secret key = target.apiKey();
        if (key != null) {
            fields.add(new Headers.Field("Authorization", "key=" + key.value()));
        }
        fields.add(new Headers.Field("content-type", "application/json"));
        fields.add(new Headers.Field("accept", "application/json"));
        return new HttpRequest(
                HttpMethod.POST,
                target.endpoint(),
                new Headers(fields),
                body,
                RequestPurpose.of(OioiModule.API.label(), operation),
                Idempotency.SAFE);
    }
}
