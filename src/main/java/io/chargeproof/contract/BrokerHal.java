package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.pactbroker.HalClient;
import au.com.dius.pact.core.pactbroker.IHalClient;
import au.com.dius.pact.core.support.Auth;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.Origin;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kotlin.jvm.functions.Function2;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows the links of a broker for Pact JVM's client, in place of its own way: over our transport, to the broker's origin
 * alone, whatever its documents link to, and without a redirect.
 */
final class BrokerHal implements IHalClient {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String LINKS = "_links";

    private final URI broker;
    private final AuthorizedRequests requests;
    private final String failure;
    private final Consumer<JsonNode> seen;
    private ObjectNode document = JsonMapper.shared().createObjectNode();
    private boolean isAtTheIndex;

    /**
     * A way to a broker.
     *
     * @param broker its address, without a slash at its end
     * @param failure what it means if no answer comes, such as {@code no pact could be had from}
     * @param seen is shown each document that a broker answers a POST with
     */
    BrokerHal(URI broker, AuthorizedRequests requests, String failure, Consumer<JsonNode> seen) {
        this.broker = broker;
        this.requests = requests;
        this.failure = failure;
        this.seen = seen;
    }

    @Override
    public IHalClient navigate() {
        URI index = below("/");
        try {
            document = read(index, requests.send(HttpMethod.GET, index, "", failure));
        } catch (AuthorizedRequests.NotThere nothing) {
            throw noBroker(index);
        }
        if (!document.path(LINKS).isObject()) {
            throw noBroker(index);
        }
        isAtTheIndex = true;
        return this;
    }

    private static ContractFault noBroker(URI index) {
        return ContractFault.configuration(
                index + " isn't the index of a Pact broker: it has no links; give --broker the"
                        + " address that the broker's page has, with its path");
    }

    @Override
    public IHalClient navigate(Map<String, ?> options, String link) {
        begin();
        URI address = address(link, options);
        document = read(address, requests.send(HttpMethod.GET, address, "", failure));
        isAtTheIndex = false;
        return this;
    }

    private void begin() {
        if (document.isEmpty()) {
            navigate();
        }
    }

    @Override
    public IHalClient navigate(String link) {
        return navigate(Map.of(), link);
    }

    @Override
    public @Nullable String linkUrl(String name) {
        JsonNode link = document.path(LINKS).path(name);
        return link.has("href") ? link.path("href").asString("") : null;
    }

    @Override
    public JsonValue.Object currentDoc() {
        return inPact(document);
    }

    @Override
    public void forAll(String linkName, Consumer<Map<String, Object>> closure) {
        begin();
        JsonNode links = document.path(LINKS).path(linkName);
        if (links.isArray()) {
            links.forEach(each -> closure.accept(HalClient.asMap(inPact(each))));
        } else if (links.isObject()) {
            closure.accept(HalClient.asMap(inPact(links)));
        }
    }

    @Override
    public Result<Boolean, Exception> postJson(String url, String body) {
        post(of(url), body);
        return ok(true);
    }

    @Override
    public Result<Boolean, Exception> postJson(
            String url,
            String body,
            @Nullable Function2<? super Integer, ? super ClassicHttpResponse, Boolean> handler) {
        return postJson(url, body);
    }

    @Override
    public Result<JsonValue.Object, Exception> postJson(String link, Map<String, ?> options, String json) {
        return ok(inPact(post(address(link, options), json)));
    }

    private ObjectNode post(URI address, String json) {
        ObjectNode answer = read(address, requests.send(HttpMethod.POST, address, json, failure));
        seen.accept(answer);
        return answer;
    }

    @Override
    public Result<String, Exception> putJson(String link, Map<String, ?> options, String json) {
        return putJson(address(link, options), json);
    }

    @Override
    public Result<String, Exception> putJson(URI url, String json) {
        return ok(requests.send(HttpMethod.PUT, url, json, failure).body().text());
    }

    @Override
    public Result<JsonValue.Object, Exception> fetch(String path) {
        URI address = of(path);
        return ok(inPact(read(address, requests.send(HttpMethod.GET, address, "", failure))));
    }

    @Override
    public Result<JsonValue.Object, Exception> fetch(String path, boolean encodePath) {
        return fetch(path);
    }

    @Override
    public Result<JsonValue, Exception> getJson(String path) {
        return ok(inPact(get(path)));
    }

    @Override
    public Result<JsonValue, Exception> getJson(String path, boolean encodePath) {
        return getJson(path);
    }

    /** The document at a path below the broker's address. */
    ObjectNode get(String path) {
        URI address = below(path);
        return read(address, requests.send(HttpMethod.GET, address, "", failure));
    }

    @Override
    public IHalClient withDocContext(Map<String, ?> docAttributes) {
        document = JsonMapper.shared().createObjectNode();
        document.set(LINKS, JsonMapper.shared().valueToTree(docAttributes));
        isAtTheIndex = false;
        return this;
    }

    @Override
    public IHalClient withDocContext(JsonValue.Object docAttributes) {
        document = read(broker, docAttributes.serialise().getBytes(UTF_8));
        isAtTheIndex = false;
        return this;
    }

    /** What lets in isn't given to Pact JVM. */
    @Override
    public @Nullable Auth getAuth() {
        return null;
    }

    @Override
    public void logContext() {
        // Pact JVM's log is switched off.
    }

    private URI address(String link, Map<String, ?> options) {
        JsonNode all = document.path(LINKS).path(link);
        JsonNode one = all.isArray() ? all.path(0) : all;
        String href = one.path("href").asString("");
        if (href.isEmpty()) {
            throw ContractFault.configuration((isAtTheIndex ? "the index of the broker " : "what the broker ") + broker
                    + (isAtTheIndex ? "" : " says of it") + " has no link '" + link
                    + "'; the broker may be too old for this, or the token without the right to it");
        }
        return of(PLACE.matcher(href).replaceAll(place -> filled(place, options)));
    }

    private static String filled(MatchResult place, Map<String, ?> options) {
        Object value = options.get(place.group(1));
        return Matcher.quoteReplacement(value == null ? place.group() : encoded(value.toString()));
    }

    /** A text as one segment of a path, or as a value of a query (RFC 3986, section 2). */
    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /**
     * The address that a link of the broker leads to.
     *
     * @throws ContractFault if it leads to another origin
     */
    URI of(String link) {
        URI address;
        Origin origin;
        try {
            address = below("/").resolve(link);
            origin = Origin.of(address);
        } catch (IllegalArgumentException e) {
            throw ContractFault.configuration(
                    "the broker " + broker + " has a link that is no address: '" + link + "'");
        }
        if (!origin.equals(Origin.of(broker))) {
            throw ContractFault.configuration("the broker at " + Origin.of(broker) + " links to " + origin
                    + ", where nothing was sent; have the broker know its own address, or give that pact by --pacts");
        }
        return address;
    }

    private URI below(String path) {
        return URI.create(broker + path);
    }

    private ObjectNode read(URI address, HttpAnswer answer) {
        return answer.body().isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : read(address, answer.body().bytes());
    }

    private static ObjectNode read(URI address, byte[] json) {
        try {
            if (JsonMapper.shared().readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            // Said below.
        }
        throw ContractFault.configuration(address + " doesn't answer with JSON; is it a Pact broker?");
    }

    private static JsonValue.Object inPact(JsonNode json) {
        return (JsonValue.Object) JsonParser.parseString(json.toString());
    }

    @SuppressWarnings("unchecked") // Kotlin's Nothing is no type of Java.
    private static <T> Result<T, Exception> ok(Object value) {
        return (Result<T, Exception>) (Result<?, ?>) new Result.Ok<>(value);
    }
}
