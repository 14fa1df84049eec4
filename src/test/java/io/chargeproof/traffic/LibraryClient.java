package io.chargeproof.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client as people write it with a library, for what the library itself puts on the wire. It reads its variables as {@code
 * chargeproof client} gives them, so that this serves as a command as well:
 *
 * <pre>{@code chargeproof client -- java -cp … io.chargeproof.traffic.LibraryClient rest-assured}</pre>
 *
 * <p>With {@code ascii} as a second argument no name has letters beyond ASCII.
 */
final class LibraryClient {
    private static final AtomicInteger REQUEST_ID = new AtomicInteger();

    private final Library library;
    private final Map<String, String> variables;
    private final Names names;
    private final List<String> problems = new ArrayList<>();

    private LibraryClient(Library library, Names names, Map<String, String> variables) {
        this.library = library;
        this.names = names;
        this.variables = variables;
    }

    /** The names that the client sends. */
    enum Names {
        /** With letters beyond ASCII, as many people have them. */
        ANY("Jürgen", "Zoë"),
        /** Which the usual encodings write alike. */
        ASCII("Jurgen", "Zoe");

        private final String first;
        private final String changed;

        Names(String first, String changed) {
            this.first = first;
            this.changed = changed;
        }
    }

    /** What came of a request. */
    record Answer(int status, String body) {}

    /** Sends a request as a library does of its own accord. */
    enum Library {
        /** REST Assured, with {@code contentType(ContentType.JSON)} and all else as it comes. */
        REST_ASSURED {
            @Override
            Answer send(String method, String url, Map<String, String> headers, String body) {
                return exchange(RestAssured.given().contentType(ContentType.JSON), method, url, headers, body);
            }
        },
        /** REST Assured that isn't told what it sends. */
        REST_ASSURED_UNTYPED {
            @Override
            Answer send(String method, String url, Map<String, String> headers, String body) {
                return exchange(RestAssured.given(), method, url, headers, body);
            }
        },
        /** The JDK's own. */
        JAVA_NET_HTTP {
            @Override
            Answer send(String method, String url, Map<String, String> headers, String body) {
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
                headers.forEach(request::header);
                try {
                    HttpResponse<String> answer =
                            HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
                    return new Answer(answer.statusCode(), answer.body());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(stopped);
                }
            }
        };

        abstract Answer send(String method, String url, Map<String, String> headers, String body);

        private static Answer exchange(
                RequestSpecification given, String method, String url, Map<String, String> headers, String body) {
            Response answer = given.headers(headers).body(body).request(method, url);
            return new Answer(answer.statusCode(), answer.asString());
        }
    }

    /** Carries the session out that the first argument's library is used for. */
    public static void main(String[] arguments) {
        Library library = Library.valueOf(arguments[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        Names names = arguments.length > 1 ? Names.valueOf(arguments[1].toUpperCase(Locale.ROOT)) : Names.ANY;
        List<String> problems = session(library, names, System.getenv());
        problems.forEach(System.out::println);
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    /** Creates a customer, updates it, reads a user, and writes and reads the user's details; what didn't succeed. */
    static List<String> session(Library library, Names names, Map<String, String> variables) {
        LibraryClient client = new LibraryClient(library, names, variables);
        client.customers();
        client.users();
        return List.copyOf(client.problems);
    }

    private String variable(String name) {
        return Objects.requireNonNull(variables.get("CHARGEPROOF_" + name), name);
    }

    private void customers() {
        String objectId = "lib-" + System.nanoTime();
        String created = customer("POST", "", """
                {"object_id":"%s","usergroup_name":"IntegrationTests","first_name":"%s","last_name":"Smit",
                "email":"%s@example.com","country_code":"NL","time_zone":"Europe/Amsterdam","gender":"M",
                "password":"Geheim-2026!x","send_email":"false"}""".formatted(objectId, names.first, objectId));
        customer("PUT", "/" + idIn(created, objectId), "{\"first_name\":\"" + names.changed + "\"}");
    }

    /** The documents don't say where it stands, so a client that copes takes it from wherever it is. */
    private static String idIn(String created, String objectId) {
        JsonNode answer = created.isBlank()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(created);
        return Stream.of("customer_id", "customerId", "id", "uuid")
                .flatMap(name -> answer.findValues(name).stream())
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asString)
                .findFirst()
                .orElse(objectId);
    }

    private String customer(String method, String path, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "token " + variable("EVC_NET_TOKEN"));
        headers.put("accept", "application/json");
        headers.put("X-Request-ID", Integer.toString(REQUEST_ID.incrementAndGet()));
        headers.put("x-api-version", "1.1.1");
        String address = variable("EVC_NET_BASE_URL") + "/api/rest/customer"
                + (path.isEmpty() ? "" : "/" + URLEncoder.encode(path.substring(1), UTF_8));
        Answer answer = library.send(method, address, headers, body);
        if (answer.status() != 200) {
            problems.add(method + " of a customer got " + answer.status());
        }
        return answer.body();
    }

    private void users() {
        String user = """
                "user":{"identifier-type":"username","identifier":"%s","token":"%s"}""".formatted(variable("OIOI_PRIMARY_USERNAME"), variable("OIOI_PRIMARY_TOKEN"));
        call("{\"user-get-details\":{" + user + "}}");
        call("{\"user-post-details\":{" + user + ",\"details\":{\"phone\":\"+31201234567\"}}}");
        call("{\"user-get-details\":{" + user + "}}");
    }

    private void call(String body) {
        Map<String, String> headers = Map.of("Authorization", "key=" + variable("OIOI_API_KEY"));
        Answer answer = library.send("POST", variable("OIOI_ENDPOINT"), headers, body);
        if (!answer.body().matches("(?s).*\"code\"\\s*:\\s*0(\\.0+)?\\b.*")) {
            problems.add("a call got " + answer);
        }
    }
}
