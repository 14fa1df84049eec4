package io.chargeproof.traffic.seeded;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What passes between a client that keeps its requirements and a provider, to be changed one by one; at made-up times. */
public final class ClientSession {
    /** The token of the Customer API. */
    public static final String TOKEN = "tok-4711-abcdef";
    /** The partner's key. */
    public static final String KEY = "key-0815-abcdef";
    /** The body of a create. */
    public static final String CREATE = """
            {"object_id":"A1","first_name":"Jan","email":"jan@example.com","country_code":"NL",
            "time_zone":"Europe/Amsterdam","password":"Geheim-2026!","send_email":"false"}""";
    /** The body that attaches a card. */
    public static final String CARDS = """
            {"card_list":[{"card_external_id":"C-1"}]}""";
    /** Who the user of a call is. */
    public static final String USER = """
            "user":{"identifier-type":"username","identifier":"jan@example.com","token":"user-token-1"}""";
    /** The body of a read. */
    public static final String READ = "{\"user-get-details\":{" + USER + "}}";
    /** Details to be posted. */
    public static final String DETAILS = """
            {"first-name":"Jan","last-name":"Smit","vat":null,"locale":"nl","phone":"+31201234567",
            "address":{"street":"Gracht","street-number":"1","zip":"1016","city":"Amsterdam","country":"NL"}}""";
    /** The body of a post. */
    public static final String POST = "{\"user-post-details\":{" + USER + ",\"details\":" + DETAILS + "}}";
    /** The answer to a create. */
    public static final String CREATED = "{\"status\":\"success\",\"data\":{\"customer_id\":77}}";
    /** The answer to a call that succeeds. */
    public static final String SUCCESS = "{\"result\":{\"code\":0,\"message\":\"Success\"}}";
    /** The answer to a read. */
    public static final String SHOWN = """
            {"result":{"code":0,"message":"Success"},"user":{"first-name":"Jan","last-name":"Smit","vat":null,"locale":"nl",
            "phone":"+31201234567","billing-name":null,"billing-address":null,"social-security-number":null,
            "evco-id":"DE*8PS*156456*7",
            "address":{"street":"Gracht","street-number":"1","zip":"1016","city":"Amsterdam","country":"NL"}}}""";

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final List<Exchange> exchanges = new ArrayList<>();
    private long next;

    /** Creates a customer. */
    public static HttpRequest creation() {
        return customer(HttpMethod.POST, "", CREATE);
    }

    /** Updates it. */
    public static HttpRequest update() {
        return customer(HttpMethod.PUT, "/77", "{\"first_name\":\"Jan\"}");
    }

    /** Attaches a card to it. */
    public static HttpRequest cards() {
        return customer(HttpMethod.PUT, "/77", CARDS);
    }

    /** Reads a user. */
    public static HttpRequest read() {
        return call(READ);
    }

    /** Posts a user's details. */
    public static HttpRequest post() {
        return call(POST);
    }

    /** A request below the address of customers. */
    public static HttpRequest customer(HttpMethod method, String rest, String body) {
        return new HttpRequest(
                method,
                URI.create("https://evc.example.com/api/rest/customer" + rest),
                headers(
                        "accept", "application/json",
                        "X-Request-ID", "4711",
                        "x-api-version", "1.1.1",
                        "Authorization", "Token " + TOKEN),
                Body.of(body),
                RequestPurpose.of("evc-net", "create"),
                Idempotency.SAFE);
    }

    /** A call of OIOI with this body. */
    public static HttpRequest call(String body) {
        return new HttpRequest(
                HttpMethod.POST,
                URI.create("https://oioi.example.com/api/v4/request"),
                headers("Authorization", "key=" + KEY, "Content-Type", "application/json"),
                Body.of(body),
                RequestPurpose.of("oioi", "call"),
                Idempotency.SAFE);
    }

    /** Header fields of names and values in turn. */
    public static Headers headers(String... namesAndValues) {
        List<Headers.Field> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Headers.Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(fields);
    }

    /** Gives a request a header field. */
    public static UnaryOperator<HttpRequest> header(String name, String value) {
        return request -> request.withHeaders(request.headers().with(name, value));
    }

    /** Takes a header field from a request. */
    public static UnaryOperator<HttpRequest> without(String name) {
        return request -> request.withHeaders(request.headers().without(name));
    }

    /** Changes what stands in a body. */
    public static UnaryOperator<HttpRequest> text(String from, String to) {
        return request -> {
            String before = request.body().text();
            if (!before.contains(from)) {
                throw new IllegalArgumentException("the body has no '" + from + "'");
            }
            return request.withBody(Body.of(before.replace(from, to)));
        };
    }

    /** Changes what stands in an address. */
    public static UnaryOperator<HttpRequest> url(String from, String to) {
        return request -> new HttpRequest(
                request.method(),
                URI.create(request.uri().toString().replace(from, to)),
                request.headers(),
                request.body(),
                request.purpose(),
                request.resend());
    }

    /** Adds an exchange, three seconds after the one before. */
    public ClientSession add(HttpRequest request, int status, String body, String... headers) {
        return at(next + 3000, request, status, body, headers);
    }

    /** Adds an exchange that begins so many milliseconds after the start, and takes ten. */
    public ClientSession at(long millis, HttpRequest request, int status, String body, String... headers) {
        next = millis;
        List<Headers.Field> fields = new ArrayList<>(headers(headers).fields());
        fields.add(new Headers.Field("Content-Type", "application/json"));
        HttpAnswer answer = new HttpAnswer(status, new Headers(fields), Body.of(body), false);
        exchanges.add(new Exchange(
                exchanges.size() + 1, request, answer, 1, START.plusMillis(millis), Duration.ofMillis(10)));
        return this;
    }

    /** What passed. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
