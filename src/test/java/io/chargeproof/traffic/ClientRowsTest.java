package io.chargeproof.traffic;

import static io.chargeproof.traffic.Traffic.CREATED;
import static io.chargeproof.traffic.Traffic.KEY;
import static io.chargeproof.traffic.Traffic.SHOWN;
import static io.chargeproof.traffic.Traffic.SUCCESS;
import static io.chargeproof.traffic.Traffic.TOKEN;
import static io.chargeproof.traffic.Traffic.cards;
import static io.chargeproof.traffic.Traffic.create;
import static io.chargeproof.traffic.Traffic.customer;
import static io.chargeproof.traffic.Traffic.header;
import static io.chargeproof.traffic.Traffic.post;
import static io.chargeproof.traffic.Traffic.read;
import static io.chargeproof.traffic.Traffic.text;
import static io.chargeproof.traffic.Traffic.update;
import static io.chargeproof.traffic.Traffic.url;
import static io.chargeproof.traffic.Traffic.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.requirement.RequirementCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each requirement on clients, kept and broken; and clients that differ where that is left to them. */
class ClientRowsTest {
    private static final String REFUSED = "{\"status\":\"error\",\"data\":\"unknown customer\"}";
    private static final String REASON = """
            {"result":{"code":0,"message":"Success"},"user-post-details":{"reason":"VAT is not valid"}}""";
    private static final String FAILED = "{\"result\":{\"code\":100,\"message\":\"later\"}}";

    /** A client that breaks a requirement. */
    private record Defect(String requirement, String says, Judged judged) {}

    private static final List<Defect> DEFECTS = defects();

    private static List<Defect> defects() {
        List<Defect> all = new ArrayList<>();
        // The Customer API.
        all.add(evc("EVC-CLIENT-1", "reads a customer", customer(HttpMethod.GET, "/77", "")));
        all.add(evc("EVC-CLIENT-1", "deletes a customer", customer(HttpMethod.DELETE, "/77", "")));
        all.add(evc("EVC-CLIENT-1", "posts to a customer", customer(HttpMethod.POST, "/77", "{}")));
        all.add(evc("EVC-CLIENT-2", "sends no token", create(), without("Authorization")));
        all.add(evc("EVC-CLIENT-2", "sends its token as Bearer", create(), header("Authorization", "Bearer " + TOKEN)));
        all.add(evc("EVC-CLIENT-2", "sends its token bare", create(), header("Authorization", TOKEN)));
        all.add(evc("EVC-CLIENT-3", "accepts anything", create(), header("accept", "*/*")));
        all.add(evc("EVC-CLIENT-3", "sends a UUID", create(), header("X-Request-ID", "7d0a-11")));
        all.add(evc("EVC-CLIENT-3", "sends another version", create(), header("x-api-version", "1.1")));
        all.add(evc("EVC-CLIENT-3", "sends no version", create(), without("x-api-version")));
        all.add(new Defect(
                "EVC-CLIENT-4",
                "uses one X-Request-ID for all",
                new Traffic()
                        .add(create(), 200, CREATED)
                        .add(update(), 200, "{}")
                        .judged()));
        all.add(evc("EVC-CLIENT-5", "sends a form", customer(HttpMethod.POST, "", "first_name=Jan")));
        all.add(evc("EVC-CLIENT-5", "sends a list", customer(HttpMethod.POST, "", "[]")));
        all.add(evc("EVC-CLIENT-5", "sends nothing", customer(HttpMethod.POST, "", "")));
        all.add(evc("EVC-CLIENT-6", "misspells a member", create(), text("first_name", "firstname")));
        all.add(evc("EVC-CLIENT-6", "sends a truth value", create(), text("\"false\"", "false")));
        all.add(evc("EVC-CLIENT-6", "says no for false", create(), text("\"false\"", "\"no\"")));
        all.add(evc(
                "EVC-CLIENT-7", "sends one card bare", cards(), text("[{\"card_external_id\":\"C-1\"}]", "\"C-1\"")));
        all.add(evc("EVC-CLIENT-7", "sends a number of a card", cards(), text("\"C-1\"", "1")));
        all.add(evc("EVC-CLIENT-7", "sends an empty card", cards(), text("\"C-1\"", "\"\"")));
        all.add(evc("EVC-CLIENT-8", "sends an email without an @", create(), text("jan@example.com", "jan")));
        all.add(evc("EVC-CLIENT-8", "sends the example's country", create(), text("\"NL\"", "\"XX\"")));
        all.add(evc("EVC-CLIENT-8", "sends the example's zone", create(), text("Europe/Amsterdam", "Test/TimeZone")));
        all.add(new Defect(
                "EVC-CLIENT-9",
                "writes to a customer that it made up",
                new Traffic()
                        .add(create(), 200, CREATED)
                        .add(numbered(customer(HttpMethod.PUT, "/78", "{\"first_name\":\"Jan\"}"), 2), 400, REFUSED)
                        .judged()));
        all.add(new Defect(
                "EVC-CLIENT-10",
                "goes on after 429",
                new Traffic()
                        .at(0, create(), 429, REFUSED, "Retry-After", "5")
                        .at(1000, create(), 200, CREATED)
                        .judged()));
        all.add(evc("EVC-CLIENT-11", "leaves TLS out", create(), url("https:", "http:")));
        all.add(evc(
                "EVC-CLIENT-11", "has its token in the address", create(), url("customer", "customer?token=abc123")));
        // OIOI.
        all.add(oioi(
                "OIOI-CLIENT-1", "sends both calls at once", read(), text("{\"user-get", "{\"note\":1,\"user-get")));
        all.add(oioi("OIOI-CLIENT-2", "sends no key", read(), without("Authorization")));
        all.add(oioi("OIOI-CLIENT-2", "sends its key as Bearer", read(), header("Authorization", "Bearer " + KEY)));
        all.add(oioi("OIOI-CLIENT-2", "says that it sends text", read(), header("Content-Type", "text/plain")));
        all.add(oioi("OIOI-CLIENT-2", "says nothing of what it sends", read(), without("Content-Type")));
        all.add(oioi(
                "OIOI-CLIENT-3", "names a charset", read(), header("Content-Type", "application/json; charset=utf-8")));
        all.add(oioi("OIOI-CLIENT-4", "uses an unknown type", read(), text("\"username\"", "\"email\"")));
        all.add(oioi("OIOI-CLIENT-4", "reads by token", read(), text("\"username\"", "\"token\"")));
        all.add(oioi("OIOI-CLIENT-4", "sends a numeric token", read(), text("\"user-token-1\"", "12")));
        all.add(oioi("OIOI-CLIENT-4", "sends no identifier", read(), text("\"jan@example.com\"", "\"\"")));
        all.add(oioi("OIOI-CLIENT-5", "posts a numeric zip", post(), text("\"1016\"", "1016")));
        all.add(oioi("OIOI-CLIENT-5", "posts no details", post(), text(Traffic.DETAILS, "null")));
        all.add(oioi("OIOI-CLIENT-6", "posts a country by name", post(), text("\"NL\"", "\"Netherlands\"")));
        all.add(oioi("OIOI-CLIENT-6", "posts an address without a country", post(), text(",\"country\":\"NL\"", "")));
        all.add(oioi("OIOI-CLIENT-7", "posts a locale with a country", post(), text("\"nl\"", "\"nl_NL\"")));
        all.add(oioi("OIOI-CLIENT-8", "misspells a member of details", post(), text("first-name", "first_name")));
        all.add(oioi("OIOI-CLIENT-8", "misspells a member of an address", post(), text("\"zip\"", "\"zip-code\"")));
        all.add(oioi("OIOI-CLIENT-9", "sends a UID in lower case", read(), identifier("rfid", "04a1b2c3")));
        all.add(oioi("OIOI-CLIENT-9", "sends a short contract ID", read(), identifier("evco-id", "DE*8PS*15")));
        all.add(new Defect(
                "OIOI-CLIENT-10",
                "tries again before it may",
                new Traffic()
                        .at(0, read(), 503, FAILED, "Retry-After", "10")
                        .at(1000, read(), 200, SHOWN)
                        .judged()));
        all.add(new Defect(
                "OIOI-CLIENT-10",
                "tries again every second",
                new Traffic()
                        .at(0, read(), 503, FAILED)
                        .at(1000, read(), 503, FAILED)
                        .at(2000, read(), 200, SHOWN)
                        .judged()));
        all.add(oioi("OIOI-CLIENT-11", "leaves TLS out", read(), url("https:", "http:")));
        all.add(oioi("OIOI-CLIENT-11", "repeats its key in the body", read(), text("jan@example.com", KEY)));
        all.add(oioi("OIOI-CLIENT-11", "has its key in the address", read(), url("request", "request?k=" + KEY)));
        all.add(new Defect(
                "OIOI-CLIENT-12",
                "takes a reason for success",
                new Traffic()
                        .add(text("null", "\"DE1\"").apply(post()), 200, REASON)
                        .add(
                                text("null", "\"DE1\"")
                                        .andThen(text("Gracht", "Dam"))
                                        .apply(post()),
                                200,
                                SUCCESS)
                        .judged()));
        return List.copyOf(all);
    }

    @SafeVarargs
    private static Defect evc(
            String requirement, String says, HttpRequest request, UnaryOperator<HttpRequest>... changes) {
        return new Defect(requirement, says, single(request, CREATED, changes));
    }

    @SafeVarargs
    private static Defect oioi(
            String requirement, String says, HttpRequest request, UnaryOperator<HttpRequest>... changes) {
        boolean post = request.body().text().contains("user-post");
        return new Defect(requirement, says, single(request, post ? SUCCESS : SHOWN, changes));
    }

    @SafeVarargs
    private static Judged single(HttpRequest request, String answer, UnaryOperator<HttpRequest>... changes) {
        HttpRequest changed = request;
        for (UnaryOperator<HttpRequest> change : changes) {
            changed = change.apply(changed);
        }
        return new Traffic().add(changed, 200, answer).judged();
    }

    private static UnaryOperator<HttpRequest> identifier(String type, String value) {
        return request -> text(
                        "\"username\",\"identifier\":\"jan@example.com\"",
                        "\"" + type + "\",\"identifier\":\"" + value + "\"")
                .apply(request);
    }

    private static HttpRequest numbered(HttpRequest request, int id) {
        return header("X-Request-ID", Integer.toString(id)).apply(request);
    }

    @TestFactory
    Stream<DynamicTest> a_client_that() {
        return DEFECTS.stream()
                .map(defect -> dynamicTest(
                        defect.says() + " breaks " + defect.requirement() + " and nothing else",
                        () -> assertThat(defect.judged().broken()).containsExactly(defect.requirement())));
    }

    @Test
    void each_requirement_is_broken_by_some_client() {
        Set<String> rows = RequirementCatalogue.ofClients().all().stream()
                .map(row -> row.id().value())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> broken = new TreeSet<>();
        DEFECTS.forEach(defect -> broken.add(defect.requirement()));
        assertThat(broken).isEqualTo(rows);
    }

    @Test
    void a_client_that_keeps_all_is_found_to_keep_all() {
        Judged judged = new Traffic()
                .at(0, create(), 429, REFUSED, "Retry-After", "5")
                .at(6000, create(), 200, CREATED)
                .add(numbered(update(), 2), 200, "{}")
                .add(numbered(cards(), 3), 200, "{}")
                .add(read(), 503, FAILED, "Retry-After", "1")
                .add(read(), 200, SHOWN)
                .add(identifier("rfid", "04A1B2C3").apply(read()), 200, SHOWN)
                .add(text("null", "\"DE1\"").apply(post()), 200, REASON)
                .add(post(), 200, SUCCESS)
                .judged();

        assertThat(judged.broken()).isEmpty();
        assertThat(judged.with(Outcome.CONFORMS))
                .containsAll(RequirementCatalogue.ofClients().all().stream()
                        .map(row -> row.id().value())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> no_alarm_for_a_client_that() {
        return Stream.of(
                kept("sends its scheme in lower case", create(), header("Authorization", "token " + TOKEN)),
                kept("sends its scheme in capitals", create(), header("Authorization", "TOKEN " + TOKEN)),
                kept("names a charset", create(), header("Content-Type", "application/json; charset=utf-8")),
                kept("accepts other types too", create(), header("accept", "application/json, text/plain, */*")),
                kept("sends header fields of its own", create(), header("X-Correlation-Id", "abc")),
                kept("leaves optional members out", create(), text("\"send_email\":\"false\"", "\"info\":\"\"")),
                kept("escapes letters", create(), text("Jan", "J\\u00fcrgen")),
                kept("writes blanks and lines", create(), text(",", " ,\n\t")),
                kept("sends an empty list of cards", cards(), text("{\"card_external_id\":\"C-1\"}", "")),
                kept("runs on this machine", create(), url("https://evc.example.com", "http://127.0.0.1:8080")),
                kept(
                        "is behind a proxy that ends TLS",
                        create(),
                        url("https:", "http:").andThen(header("X-Forwarded-Proto", "https"))::apply),
                kept("uses a trailing slash", create(), url("customer", "customer/")),
                kept("sends a zone by its distance", create(), text("Europe/Amsterdam", "UTC")),
                kept("writes its key with blanks", read(), header("Authorization", "key = " + KEY)),
                kept("sends no token", read(), text(",\"token\":\"user-token-1\"", "")),
                kept("sends null for a token", read(), text("\"user-token-1\"", "null")),
                kept("posts by token", post(), text("\"username\"", "\"token\"")),
                kept(
                        "posts null for an address",
                        post(),
                        request -> request.withBody(Body.of(
                                request.body().text().replaceFirst("(?s)\"address\":\\{.*?\\}", "\"address\":null")))),
                kept("posts one member alone", post(), text(Traffic.DETAILS, "{\"phone\":null}")),
                kept("has a contract ID without separators", read(), identifier("evco-id", "DE8PS1564567")),
                kept(
                        "orders members otherwise",
                        read(),
                        text(
                                Traffic.USER,
                                "\"user\":{\"token\":\"t-1\",\"identifier\":\"x\",\"identifier-type\":\"username\"}")));
    }

    @SafeVarargs
    private static DynamicTest kept(String says, HttpRequest request, UnaryOperator<HttpRequest>... changes) {
        boolean evc = request.uri().getPath().contains("customer");
        String answer = evc ? CREATED : request.body().text().contains("user-post") ? SUCCESS : SHOWN;
        return dynamicTest(
                says,
                () -> assertThat(single(request, answer, changes).broken()).isEmpty());
    }

    @Test
    void no_alarm_where_a_retry_keeps_its_id_and_pauses_grow() {
        Judged judged = new Traffic()
                .at(0, create(), 503, REFUSED)
                .at(1000, create(), 200, CREATED)
                .at(2000, read(), 503, FAILED)
                .at(3000, read(), 503, FAILED)
                .at(5000, read(), 503, FAILED)
                .at(9000, read(), 200, SHOWN)
                .judged();
        assertThat(judged.broken()).isEmpty();
        assertThat(judged.with(Outcome.CONFORMS)).contains("EVC-CLIENT-4", "OIOI-CLIENT-10");
    }

    @Test
    void a_request_that_was_under_way_did_not_know_of_the_limit() {
        Judged judged = new Traffic()
                .at(0, create(), 429, REFUSED, "Retry-After", "5")
                .at(5, numbered(update(), 2), 200, "{}")
                .judged();
        assertThat(judged.broken()).isEmpty();
    }

    @Test
    void a_finding_names_what_where_and_the_nearest_name() {
        Judged judged = single(create(), CREATED, text("first_name", "firstname"));

        assertThat(judged.message("EVC-CLIENT-6"))
                .isEqualTo("the client sends members that aren't as documented: firstname (session.har, entry 1)");
        assertThat(judged.result("EVC-CLIENT-6").findings().get(0).finding().expected())
                .isEqualTo("perhaps 'first_name' was meant");
    }
}
