package io.chargeproof.traffic.recording;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.api.evcnet.Operation;
import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.api.oioi.UserCall;
import io.chargeproof.check.AnswerJson;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.Origin;
import io.chargeproof.profile.Profile;
import io.chargeproof.requirement.Api;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Tells which API a recorded request belongs to: by the addresses of a profile, or else by path ({@code
 * /api/rest/customer}) and by the name of the call in the body.
 */
public final class ApiAddresses {
    private static final Pattern CUSTOMER = Pattern.compile("(.*)/api/rest/customer(?:/([^/]*))?/?");

    private final @Nullable URI evcNet;
    private final @Nullable URI oioi;
    private final boolean anywhere;

    private ApiAddresses(@Nullable URI evcNet, @Nullable URI oioi, boolean anywhere) {
        this.evcNet = evcNet;
        this.oioi = oioi;
        this.anywhere = anywhere;
    }

    /** Those of any host. */
    public static ApiAddresses anywhere() {
        return new ApiAddresses(null, null, true);
    }

    /** Those of a profile. */
    public static ApiAddresses of(Profile profile) {
        return of(profile.addresses());
    }

    /** Those of APIs by their labels. */
    public static ApiAddresses of(Map<String, String> addresses) {
        return of(address(addresses, EvcNetModule.API), address(addresses, OioiModule.API));
    }

    private static @Nullable URI address(Map<String, String> addresses, Api api) {
        String address = addresses.get(api.label());
        return address == null ? null : URI.create(address);
    }

    /** These, of which one may be missing. */
    public static ApiAddresses of(@Nullable URI evcNet, @Nullable URI oioi) {
        return new ApiAddresses(evcNet, oioi, false);
    }

    /**
     * What a request is for.
     *
     * @param api the API
     * @param operation the operation, as reports name it
     */
    record Found(Api api, String operation) {}

    /** What a request is for; empty where it is for neither API. */
    Optional<Found> find(HttpMethod method, URI uri, @Nullable Body body) {
        Optional<Found> customer = isBelow(evcNet, uri) ? customer(method, uri, body) : Optional.empty();
        return customer.isPresent() ? customer : user(method, uri, body);
    }

    private Optional<Found> customer(HttpMethod method, URI uri, @Nullable Body body) {
        Matcher path = CUSTOMER.matcher(String.valueOf(uri.getRawPath()));
        if (!path.matches() || !isPrefix(path.group(1))) {
            return Optional.empty();
        }
        boolean one = path.group(2) != null && !path.group(2).isEmpty();
        return Optional.of(
                new Found(EvcNetModule.API, operation(method, one, body).label()));
    }

    private static Operation operation(HttpMethod method, boolean one, @Nullable Body body) {
        if (method == HttpMethod.POST && !one) {
            return Operation.CREATE;
        }
        if (method != HttpMethod.PUT || !one) {
            return Operation.OTHER;
        }
        return json(body).has("card_list") ? Operation.ATTACH_CARD : Operation.UPDATE;
    }

    private Optional<Found> user(HttpMethod method, URI uri, @Nullable Body body) {
        JsonNode json = json(body);
        Optional<String> call = UserCall.onDetails().stream()
                .map(UserCall::label)
                .filter(json::has)
                .findFirst();
        if (anywhere) {
            return call.filter(name -> method == HttpMethod.POST).map(name -> new Found(OioiModule.API, name));
        }
        boolean there = oioi != null && isBelow(oioi, uri) && path(oioi).equals(path(uri));
        return there ? atEndpoint(method, body) : Optional.empty();
    }

    /**
     * What a request to the endpoint of OIOI is for: a call about a user, or one that isn't of the form of any; empty where it is
     * another call of OIOI, or one of which nothing is known.
     */
    static Optional<Found> atEndpoint(HttpMethod method, @Nullable Body body) {
        JsonNode json = json(body);
        Optional<String> call = UserCall.onDetails().stream()
                .map(UserCall::label)
                .filter(json::has)
                .findFirst();
        boolean posted = method == HttpMethod.POST;
        boolean another = call.isEmpty() && json.isObject() && json.size() == 1;
        boolean unknown = body == null && posted;
        // Whoever looks whether a server is alive makes no call.
        return another || unknown || method == HttpMethod.HEAD
                ? Optional.empty()
                : Optional.of(new Found(OioiModule.API, call.orElse("call")));
    }

    private boolean isBelow(@Nullable URI address, URI uri) {
        return anywhere || (address != null && isSameHost(Origin.of(address), uri));
    }

    /** A client that leaves the secure channel out still talks to the same host. */
    private static boolean isSameHost(Origin target, URI uri) {
        if (uri.getRawUserInfo() != null) {
            return false;
        }
        Origin other = Origin.of(uri);
        return target.host().equals(other.host())
                && (target.port() == other.port() || (hasUsualPort(target) && hasUsualPort(other)));
    }

    private static boolean hasUsualPort(Origin origin) {
        return origin.equals(Origin.of(URI.create(origin.scheme() + "://" + origin.host())));
    }

    private boolean isPrefix(String path) {
        return anywhere || (evcNet != null && path(evcNet).equals(path));
    }

    private static String path(URI address) {
        return String.valueOf(address.getRawPath()).replaceFirst("/+$", "");
    }

    private static JsonNode json(@Nullable Body body) {
        return body == null
                ? MissingNode.getInstance()
                : AnswerJson.valueOf(new HttpAnswer(0, Headers.NONE, body, false))
                        .orElse(MissingNode.getInstance());
    }
}
