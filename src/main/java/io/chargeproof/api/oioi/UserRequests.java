package io.chargeproof.api.oioi;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
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
        return CallsInBody.areReads(request.body());
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
                RequestPurpose.of(UserModule.API.label(), operation),
                Idempotency.SAFE);
    }
}
