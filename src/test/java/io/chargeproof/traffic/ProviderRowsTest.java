package io.chargeproof.traffic;

import static io.chargeproof.traffic.seeded.ClientSession.CREATE;
import static io.chargeproof.traffic.seeded.ClientSession.CREATED;
import static io.chargeproof.traffic.seeded.ClientSession.DETAILS;
import static io.chargeproof.traffic.seeded.ClientSession.KEY;
import static io.chargeproof.traffic.seeded.ClientSession.SHOWN;
import static io.chargeproof.traffic.seeded.ClientSession.SUCCESS;
import static io.chargeproof.traffic.seeded.ClientSession.TOKEN;
import static io.chargeproof.traffic.seeded.ClientSession.call;
import static io.chargeproof.traffic.seeded.ClientSession.cards;
import static io.chargeproof.traffic.seeded.ClientSession.creation;
import static io.chargeproof.traffic.seeded.ClientSession.customer;
import static io.chargeproof.traffic.seeded.ClientSession.header;
import static io.chargeproof.traffic.seeded.ClientSession.post;
import static io.chargeproof.traffic.seeded.ClientSession.read;
import static io.chargeproof.traffic.seeded.ClientSession.text;
import static io.chargeproof.traffic.seeded.ClientSession.update;
import static io.chargeproof.traffic.seeded.ClientSession.url;
import static io.chargeproof.traffic.seeded.ClientSession.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Attribution;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recording proves of a provider, and what it doesn't. */
class ProviderRowsTest {
    private static final String MALFORMED = "{\"result\":{\"code\":230,\"message\":\"Incorrect format\"}}";
    private static final String FAILED = "{\"result\":{\"code\":100,\"message\":\"later\"}}";
    private static final String OTHER_CITY = SHOWN.replace("Amsterdam", "Rotterdam");

    @Test
    void a_server_error_to_a_proper_request_is_the_providers() {
        Judged judged =
                new Traffic().add(creation(), 500, "{\"error\":\"oops\"}").judged();

        assertThat(judged.broken()).containsExactly("EVC-HTTP-2");
        assertThat(judged.message("EVC-HTTP-2"))
                .isEqualTo("create got a status that the document doesn't know (session.har, entry 1)");
        assertThat(judged.result("EVC-HTTP-2").findings().get(0).finding().attribution())
                .isEqualTo(Attribution.TARGET);
        assertThat(judged.report().verdict()).isEqualTo(Verdict.NON_CONFORMING);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 401, 404, 406, 415, 422})
    void what_a_method_or_header_field_may_get_is_left_open(int status) {
        for (HttpRequest request : List.of(
                customer(HttpMethod.GET, "/77", ""),
                customer(HttpMethod.DELETE, "/77", ""),
                customer(HttpMethod.POST, "/77", CREATE),
                header("accept", "text/html").apply(creation()),
                without("X-Request-ID").apply(creation()),
                header("x-api-version", "2").apply(creation()),
                url("https:", "http:").apply(creation()),
                url("https:", "http:").apply(read()))) {
            Judged judged = new Traffic()
                    .add(header("X-Request-ID", "1").apply(creation()), 200, CREATED)
                    .add(request, status, "oops")
                    .judged();
            assertThat(ofProvider(judged)).as(request.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"413, EVC-HTTP-2 EVC-HTTP-3", "415, ''", "431, EVC-HTTP-2 EVC-HTTP-3"})
    void what_stands_in_front_may_refuse_is_left_open_where_the_request_gives_it_cause(int status, String broken) {
        Judged judged = new Traffic()
                .add(header("X-Request-ID", "1").apply(creation()), 200, CREATED)
                .add(creation(), status, "oops")
                .judged();

        assertThat(String.join(" ", ofProvider(judged))).isEqualTo(broken);
        assertThat(ofProvider(new Traffic()
                        .add(header("X-Request-ID", "1").apply(creation()), 200, CREATED)
                        .add(text("Jan", "J".repeat(2 << 20)).apply(creation()), 413, "oops")
                        .judged()))
                .isEmpty();
    }

    /** Each status is one of three, each 400 says what was wrong, and no failure is a server error, whatever was sent. */
    @Test
    void no_fault_of_a_request_excuses_what_no_request_excuses() {
        HttpRequest mailless = text("jan@example.com", "jan").apply(creation());
        HttpRequest misspelt = text("first_name", "firstname").apply(creation());
        HttpRequest form = customer(HttpMethod.POST, "", "first_name=Jan");
        for (HttpRequest request : List.of(mailless, misspelt, form)) {
            assertThat(ofProvider(after(request, 500, "{\"data\":1}"))).containsExactly("EVC-HTTP-2");
            assertThat(ofProvider(after(request, 422, "{\"data\":1}"))).containsExactly("EVC-HTTP-2");
            assertThat(ofProvider(after(request, 400, "{}"))).containsExactly("EVC-CREATE-6");
            assertThat(ofProvider(after(request, 400, "<p>no</p>"))).containsExactly("EVC-CREATE-6", "EVC-HTTP-3");
            assertThat(ofProvider(after(request, 400, "{\"data\":\"no\"}"))).isEmpty();
        }
        assertThat(ofProvider(after(without("X-Request-ID").apply(creation()), 500, "{}")))
                .containsExactly("EVC-HTTP-2");
        for (HttpRequest request : List.of(
                text("\"nl\"", "\"nl_NL\"").apply(post()),
                text("\"NL\"", "\"Netherlands\"").apply(post()),
                text("\"+31201234567\"", "31").apply(post()))) {
            assertThat(ofProvider(after(request, 500, FAILED))).containsExactly("OIOI-HTTP-4");
            assertThat(ofProvider(after(request, 400, "oops"))).contains("OIOI-HTTP-2");
            assertThat(ofProvider(after(request, 400, MALFORMED))).isEmpty();
        }
        assertThat(ofProvider(after(identifier("rfid", "04a1b2c3"), 200, FAILED.replace("100", "181"))))
                .containsExactly("OIOI-RESULT-2");
        assertThat(ofProvider(after(identifier("rfid", "04a1b2c3"), 400, MALFORMED)))
                .isEmpty();
    }

    private static HttpRequest identifier(String type, String value) {
        return text(
                        "\"username\",\"identifier\":\"jan@example.com\"",
                        "\"" + type + "\",\"identifier\":\"" + value + "\"")
                .apply(read());
    }

    /** After the API has shown that it is there. */
    private static Judged after(HttpRequest request, int status, String answer) {
        return new Traffic()
                .add(header("X-Request-ID", "1").apply(creation()), 200, CREATED)
                .add(request, status, answer)
                .judged();
    }

    @ParameterizedTest
    @CsvSource({
        "/78, 404, EVC-HTTP-2",
        "/78, 422, EVC-HTTP-2",
        "/abc, 404, ''",
        "/0, 404, ''",
        "/-1, 404, ''",
        "/..%2F77, 404, ''",
        "/7777777777777777777777777777777777777777, 414, ''",
        "/abc, 500, EVC-HTTP-2"
    })
    void only_for_an_id_that_cannot_be_one_is_the_status_left_open(String path, int status, String broken) {
        Judged judged = new Traffic()
                .add(creation(), 200, CREATED)
                .add(header("X-Request-ID", "2").apply(update()), 200, "{}")
                .add(
                        header("X-Request-ID", "3").apply(customer(HttpMethod.PUT, path, "{\"first_name\":\"Jan\"}")),
                        status,
                        "{\"data\":\"unknown\"}")
                .judged();

        assertThat(String.join(" ", ofProvider(judged))).isEqualTo(broken);
    }

    @Test
    void what_has_to_be_refused_is_not_to_be_carried_out() {
        Map<String, List<HttpRequest>> wrong = new TreeMap<>();
        wrong.put("EVC-HTTP-8", List.of(customer(HttpMethod.PATCH, "/77", "{}")));
        wrong.put(
                "EVC-AUTH-4",
                List.of(
                        without("Authorization").apply(creation()),
                        header("Authorization", "Basic eDp5").apply(creation())));
        wrong.put(
                "EVC-CREATE-5",
                List.of(
                        customer(HttpMethod.POST, "", "[]"),
                        customer(HttpMethod.POST, "", ""),
                        customer(HttpMethod.POST, "", "{\"first_name\":\"J")));
        wrong.put("EVC-UPDATE-6", List.of(customer(HttpMethod.PUT, "/77", "\"x\"")));
        wrong.put(
                "EVC-CREATE-7",
                List.of(
                        text("jan@example.com", "jan").apply(creation()),
                        text("\"NL\"", "\"NLD\"").apply(creation()),
                        text("Europe/Amsterdam", "Europe/Nowhereburg").apply(creation()),
                        text("\"false\"", "\"maybe\"").apply(creation())));
        wrong.put(
                "EVC-CARD-4",
                List.of(
                        text("\"C-1\"", "null").apply(cards()),
                        text("\"C-1\"", "\"\"").apply(cards())));
        wrong.put("OIOI-KEY-1", List.of(without("Authorization").apply(read())));
        wrong.put("OIOI-REQ-3", List.of(text("\"user-token-1\"", "12").apply(read())));
        wrong.put(
                "OIOI-REQ-4",
                List.of(text("\"jan@example.com\"", "\"\"").apply(read()), call("{\"user-get-details\":{}}")));
        wrong.put("OIOI-REQ-5", List.of(text("\"username\"", "\"email\"").apply(read())));
        wrong.put(
                "OIOI-POST-8",
                List.of(
                        text(",\"country\":\"NL\"", "").apply(post()),
                        text("\"NL\"", "null").apply(post()),
                        text("\"NL\"", "\"\"").apply(post())));
        wrong.put("OIOI-POST-9", List.of(text("\"NL\"", "\"Netherlands\"").apply(post())));
        wrong.put(
                "OIOI-POST-12",
                List.of(
                        text("\"vat\":null", "\"vat\":\"DE1234567\"").apply(post()),
                        text("\"vat\":null", "\"vat\":\"AT12345678\"").apply(post())));
        wrong.put("OIOI-POST-16", List.of(text(DETAILS, "null").apply(post())));
        wrong.put("OIOI-POST-17", List.of(text("\"+31201234567\"", "31").apply(post())));
        wrong.forEach((requirement, requests) -> requests.forEach(request -> {
            String taken = request.uri().getPath().contains("customer")
                    ? CREATED
                    : request.body().text().contains("user-post") ? SUCCESS : SHOWN;
            String refused = request.uri().getPath().contains("customer") ? "{\"data\":\"no\"}" : MALFORMED;
            assertThat(ofProvider(after(request, 200, taken)))
                    .as(request.toString())
                    .containsExactly(requirement);
            assertThat(after(request, 400, refused).broken())
                    .as(request.toString())
                    .doesNotContain(requirement);
            assertThat(after(request, 400, refused).result(requirement).outcome())
                    .isEqualTo(Outcome.OUT_OF_SCOPE);
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"vat\":\"DE123456789\"",
                "\"vat\":\"DE 123\"",
                "\"vat\":\"de1234567\"",
                "\"vat\":\"XX1\"",
                "\"vat\":\"NL1\"",
                "\"vat\":\"\""
            })
    void a_vat_number_that_some_reading_takes_for_right_may_be_taken(String vat) {
        assertThat(after(text("\"vat\":null", vat).apply(post()), 200, SUCCESS).broken())
                .isEmpty();
    }

    @Test
    void a_refusal_of_who_bears_no_token_is_a_403() {
        HttpRequest stranger = without("Authorization").apply(creation());
        assertThat(ofProvider(after(stranger, 400, "{\"data\":\"who?\"}"))).containsExactly("EVC-AUTH-5");
        assertThat(ofProvider(after(stranger, 403, "{\"data\":\"who?\"}"))).isEmpty();
        assertThat(ofProvider(after(text("jan@", "jan").apply(stranger), 400, "{\"data\":\"email\"}")))
                .isEmpty();
    }

    @Test
    void one_input_that_fails_in_three_tries_among_others_that_succeed_is_the_providers() {
        for (int status : new int[] {502, 503, 504, 0}) {
            assertThat(failing(status, 3, 200).broken()).contains("EVC-HTTP-2");
            assertThat(failing(status, 2, 200).broken()).doesNotContain("EVC-HTTP-2");
        }
        // Neither where others fail as well, nor where it is asked to wait.
        assertThat(failing(503, 5, 503).broken()).isEmpty();
        assertThat(failing(503, 5, 429).broken()).isEmpty();
        assertThat(failing(429, 5, 200).broken()).isEmpty();
        assertThat(failing(408, 5, 200).broken()).isEmpty();
    }

    private static Judged failing(int status, int times, int ofOthers) {
        Traffic traffic = new Traffic();
        for (int i = 0; i < times; i++) {
            traffic.add(header("X-Request-ID", "1" + i).apply(update()), status, "x")
                    .add(
                            header("X-Request-ID", "2" + i)
                                    .andThen(text("\"A1\"", "\"A" + i + "\""))
                                    .apply(creation()),
                            ofOthers,
                            CREATED.replace("77", "7" + i));
        }
        return traffic.judged();
    }

    @Test
    void a_request_that_breaks_a_should_proves_something() {
        HttpRequest charset =
                header("Content-Type", "application/json; charset=utf-8").apply(read());
        String wrong = SHOWN.replace("\"+31201234567\"", "31");

        assertThat(ofProvider(new Traffic().add(charset, 415, "oops").judged())).isEmpty();
        assertThat(ofProvider(new Traffic().add(charset, 200, wrong).judged())).containsExactly("OIOI-GET-6");
    }

    @Test
    void an_answer_from_where_the_api_may_not_be_proves_nothing() {
        assertThat(new Traffic().add(creation(), 404, "not here").judged().broken())
                .isEmpty();
        assertThat(new Traffic()
                        .add(creation(), 200, CREATED)
                        .add(header("X-Request-ID", "2").apply(creation()), 404, "not here")
                        .judged()
                        .broken())
                .containsExactly("EVC-HTTP-2", "EVC-HTTP-3");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void an_answer_of_the_environment_proves_nothing(int status) {
        assertThat(new Traffic().add(creation(), status, "busy").judged().broken())
                .isEmpty();
    }

    @Test
    void a_refused_key_is_nobodys_fault() {
        String refused = "{\"result\":{\"code\":210,\"message\":\"Key\"}}";
        assertThat(new Traffic().add(read(), 403, refused).judged().broken()).isEmpty();
    }

    @Test
    void what_a_call_without_a_token_or_by_an_odd_name_gets_is_left_open() {
        for (HttpRequest open : List.of(
                text(",\"token\":\"user-token-1\"", "").apply(read()),
                text("\"user-token-1\"", "null").apply(read()),
                text("\"user-token-1\"", "\"\"").apply(read()),
                text("jan@example.com", "<b>jan</b>").apply(read()),
                text("jan@example.com", "j".repeat(101)).apply(read()))) {
            assertThat(ofProvider(new Traffic().add(open, 400, MALFORMED).judged()))
                    .as(open.body().text())
                    .isEmpty();
        }
        assertThat(ofProvider(new Traffic().add(read(), 400, MALFORMED).judged()))
                .containsExactly("OIOI-RESULT-2");
    }

    @Test
    void a_read_has_to_show_what_was_posted() {
        Judged judged = new Traffic()
                .add(post(), 200, SUCCESS)
                .add(read(), 200, OTHER_CITY)
                .judged();

        assertThat(judged.broken()).containsExactly("OIOI-POST-5");
        assertThat(judged.message("OIOI-POST-5"))
                .isEqualTo("a read after user-post-details doesn't show what was posted: address.city"
                        + " (session.har, entry 1; session.har, entry 2)");
    }

    @Test
    void a_read_that_shows_another_value_for_null_is_a_warning() {
        String kept = SHOWN.replace("\"vat\":null", "\"vat\":\"DE136695976\"");
        Judged judged =
                new Traffic().add(post(), 200, SUCCESS).add(read(), 200, kept).judged();

        assertThat(judged.with(Outcome.WARNING)).containsExactly("OIOI-POST-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"address", "billing-address"})
    void a_read_that_shows_an_address_that_was_posted_as_null_is_a_warning(String name) {
        String details = DETAILS.substring(0, DETAILS.indexOf(",\n\"address\"")) + ",\"" + name + "\":null}";
        String address = SHOWN.substring(SHOWN.indexOf("{\"street\""), SHOWN.length() - 2);
        HttpRequest nothing = text(DETAILS, details).apply(post());
        String none = SHOWN.replace("\"address\":" + address, "\"address\":null");
        String kept = none.replace("\"" + name + "\":null", "\"" + name + "\":" + address);

        assertThat(new Traffic()
                        .add(nothing, 200, SUCCESS)
                        .add(read(), 200, none)
                        .judged()
                        .broken())
                .isEmpty();
        assertThat(new Traffic()
                        .add(nothing, 200, SUCCESS)
                        .add(read(), 200, kept)
                        .judged()
                        .broken())
                .containsExactly("OIOI-POST-7");
    }

    @Test
    void what_a_post_does_not_hide_a_read_may_not_hide() {
        HttpRequest told = text("\"vat\":null", "\"social-security-number\":\"120-45\",\"vat\":null")
                .apply(post());
        HttpRequest hidden = text("\"120-45\"", "\"*****\"").apply(told);
        String masked = SHOWN.replace("\"social-security-number\":null", "\"social-security-number\":\"*****\"");

        assertThat(new Traffic()
                        .add(told, 200, SUCCESS)
                        .add(read(), 200, masked)
                        .judged()
                        .broken())
                .containsExactly("OIOI-POST-5");
        assertThat(new Traffic()
                        .add(hidden, 200, SUCCESS)
                        .add(read(), 200, masked)
                        .judged()
                        .broken())
                .isEmpty();
    }

    /** As runs of this program write exchanges: an answer's secrets are taken out, whatever was posted. */
    @Test
    void stars_in_a_recording_without_its_secrets_are_a_tools() {
        UnaryOperator<HttpRequest> redacted = header("Authorization", "key=${OIOI_API_KEY}");
        HttpRequest told = redacted.andThen(
                        text("\"vat\":null", "\"social-security-number\":\"120-45\",\"vat\":\"NL999999999B01\""))
                .apply(post());
        String masked = SHOWN.replace("\"social-security-number\":null", "\"social-security-number\":\"***\"")
                .replace("\"vat\":null", "\"vat\":\"NL${SECRET}B01\"");

        assertThat(new Traffic()
                        .at(0, redacted.apply(read()), 200, masked)
                        .at(3000, told, 200, SUCCESS)
                        .at(3500, redacted.apply(read()), 200, masked)
                        .at(8000, redacted.apply(read()), 200, masked)
                        .judged()
                        .broken())
                .isEmpty();
    }

    @Test
    void who_has_the_same_contract_is_the_same_user_by_whichever_name() {
        HttpRequest card = identifier("rfid", "04A1B2C3");
        assertThat(new Traffic()
                        .add(read(), 200, OTHER_CITY)
                        .add(post(), 200, SUCCESS)
                        .add(card, 200, OTHER_CITY)
                        .judged()
                        .broken())
                .containsExactly("OIOI-POST-5");
        // Of another contract, or where it isn't known whose contract it is.
        assertThat(new Traffic()
                        .add(read(), 200, OTHER_CITY.replace("156456", "156457"))
                        .add(post(), 200, SUCCESS)
                        .add(card, 200, OTHER_CITY)
                        .judged()
                        .broken())
                .isEmpty();
        assertThat(new Traffic()
                        .add(post(), 200, SUCCESS)
                        .add(card, 200, OTHER_CITY)
                        .judged()
                        .broken())
                .isEmpty();
    }

    @Test
    void a_name_that_suddenly_shows_another_contract_shows_another_user() {
        HttpRequest card = identifier("rfid", "04A1B2C3");
        String other = SHOWN.replace("156456", "999999").replace("Smit", "Berg");
        assertThat(new Traffic()
                        .add(read(), 200, SHOWN)
                        .add(read(), 200, other)
                        .add(card, 200, SHOWN)
                        .judged()
                        .broken())
                .containsExactly("OIOI-GET-5");
    }

    @Test
    void a_first_read_that_shows_what_was_there_before_is_stale() {
        Traffic stale = new Traffic()
                .at(0, read(), 200, OTHER_CITY)
                .at(3000, post(), 200, SUCCESS)
                .at(3500, read(), 200, OTHER_CITY)
                .at(8000, read(), 200, SHOWN);
        assertThat(stale.judged().broken()).containsExactly("OIOI-POST-26");
        // One that began before the answer came, one that shows something else, and one that isn't the first.
        assertThat(new Traffic()
                        .at(0, read(), 200, OTHER_CITY)
                        .at(3000, post(), 200, SUCCESS)
                        .at(3005, read(), 200, OTHER_CITY)
                        .judged()
                        .broken())
                .isEmpty();
        assertThat(new Traffic()
                        .at(0, read(), 200, OTHER_CITY)
                        .at(3000, post(), 200, SUCCESS)
                        .at(3500, read(), 200, SHOWN)
                        .at(3900, read(), 200, OTHER_CITY)
                        .judged()
                        .broken())
                .isEmpty();
    }

    @Test
    void numbers_come_back_to_the_letter() {
        String plain = SHOWN.replace("\"+31201234567\"", "\"+31 20 1234567\"");
        assertThat(new Traffic()
                        .add(post(), 200, SUCCESS)
                        .add(read(), 200, plain)
                        .judged()
                        .broken())
                .containsExactly("OIOI-POST-24");
    }

    @ParameterizedTest
    @CsvSource({"145, OIOI-POST-14", "210, OIOI-POST-14", "230, OIOI-POST-15", "100, ''"})
    void what_was_refused_is_not_stored(int code, String broken) {
        String refused = "{\"result\":{\"code\":" + code + ",\"message\":\"Refused\"}}";
        HttpRequest stranger = code == 145 ? text("user-token-1", "wrong-9").apply(post()) : post();
        Judged stored = new Traffic()
                .add(read(), 200, OTHER_CITY)
                .add(stranger, 200, refused)
                .add(read(), 200, SHOWN)
                .judged();
        Judged kept = new Traffic()
                .add(read(), 200, OTHER_CITY)
                .add(stranger, 200, refused)
                .add(read(), 200, OTHER_CITY)
                .judged();
        Judged postedBetween = new Traffic()
                .add(read(), 200, OTHER_CITY)
                .add(stranger, 200, refused)
                .add(text("Jan", "Jon").apply(post()), 504, "busy")
                .add(read(), 200, SHOWN)
                .judged();

        assertThat(String.join(" ", stored.broken())).isEqualTo(broken);
        assertThat(kept.broken()).isEmpty();
        assertThat(postedBetween.broken()).isEmpty();
    }

    /** However it is escaped, what stands elsewhere in the request may come back from there. */
    @Test
    void a_password_that_is_a_name_as_well_may_come_back() {
        HttpRequest same = text("\"Jan\"", "\"Geheim-\\\"2026\\\"\"")
                .apply(text("Geheim-2026!", "Geheim-\\\"2026\\\"").apply(creation()));

        assertThat(new Traffic()
                        .add(same, 200, "{\"data\":{\"id\":1},\"first_name\":\"Geheim-\\\"2026\\\"\"}")
                        .judged()
                        .broken())
                .isEmpty();
    }

    @Test
    void a_password_may_not_come_back_later_either() {
        HttpRequest later = header("X-Request-ID", "2").apply(update());
        String echo = "{\"customer\":{\"password\":\"Geheim-2026!\"}}";
        assertThat(new Traffic()
                        .add(creation(), 200, CREATED)
                        .add(later, 200, echo)
                        .judged()
                        .broken())
                .containsExactly("EVC-CREATE-10");
        assertThat(new Traffic()
                        .add(creation(), 200, CREATED)
                        .add(text("\"Jan\"", "\"Geheim-2026!\"").apply(later), 200, echo)
                        .judged()
                        .broken())
                .isEmpty();
    }

    @Test
    void a_token_that_comes_back_is_found_whatever_else_the_request_lacks() {
        assertThat(ofProvider(after(without("accept").apply(creation()), 200, "{\"id\":1,\"t\":\"" + TOKEN + "\"}")))
                .containsExactly("EVC-AUTH-6");
    }

    @Test
    void a_read_proves_nothing_against_a_post() {
        HttpRequest another =
                text("\"city\":\"Amsterdam\"", "\"city\":\"Utrecht\"").apply(post());
        HttpRequest stranger = text("user-token-1", "user-token-2").apply(read());
        // Within two seconds.
        assertThat(new Traffic()
                        .at(0, post(), 200, SUCCESS)
                        .at(1500, read(), 200, OTHER_CITY)
                        .judged()
                        .broken())
                .isEmpty();
        // After more than a minute.
        assertThat(new Traffic()
                        .at(0, post(), 200, SUCCESS)
                        .at(90_000, read(), 200, OTHER_CITY)
                        .judged()
                        .broken())
                .isEmpty();
        // While the next post was under way.
        assertThat(new Traffic()
                        .at(0, post(), 200, SUCCESS)
                        .at(5000, read(), 200, OTHER_CITY)
                        .at(5005, another, 200, SUCCESS)
                        .judged()
                        .broken())
                .isEmpty();
        // After two posts at the same time.
        assertThat(new Traffic()
                        .at(0, another, 200, SUCCESS)
                        .at(5, post(), 200, SUCCESS)
                        .at(5000, read(), 200, OTHER_CITY)
                        .judged()
                        .broken())
                .isEmpty();
        // Of somebody else.
        assertThat(new Traffic()
                        .at(0, post(), 200, SUCCESS)
                        .at(5000, stranger, 200, OTHER_CITY)
                        .judged()
                        .broken())
                .isEmpty();
        // After a post that got no usable answer.
        assertThat(new Traffic()
                        .at(0, post(), 200, SUCCESS)
                        .at(3000, another, 504, "busy")
                        .at(9000, read(), 200, OTHER_CITY)
                        .judged()
                        .broken())
                .isEmpty();
    }

    @Test
    void one_contract_is_one_user_by_each_identifier() {
        HttpRequest byContract = text(
                        "\"username\",\"identifier\":\"jan@example.com\"",
                        "\"evco-id\",\"identifier\":\"DE8PS1564567\"")
                .apply(read());
        String other = SHOWN.replace("Smit", "Smid");

        assertThat(new Traffic()
                        .add(read(), 200, SHOWN)
                        .add(byContract, 200, other)
                        .judged()
                        .broken())
                .containsExactly("OIOI-GET-5");
        assertThat(new Traffic()
                        .add(read(), 200, SHOWN.replace("DE*8PS*156456*7", "NL*8PS*999999*1"))
                        .add(byContract, 200, other)
                        .judged()
                        .broken())
                .isEmpty();
    }

    @Test
    void creates_that_give_one_id_are_found_once_it_is_known_where_the_id_stands() {
        HttpRequest second = header("X-Request-ID", "2")
                .andThen(text("\"A1\"", "\"A2\""))
                .andThen(text("Geheim-2026!", "Anders-2026!"))
                .apply(creation());
        HttpRequest third = header("X-Request-ID", "3").apply(update());

        assertThat(new Traffic()
                        .add(creation(), 200, CREATED)
                        .add(second, 200, CREATED)
                        .judged()
                        .broken())
                .isEmpty();
        assertThat(new Traffic()
                        .add(creation(), 200, CREATED)
                        .add(second, 200, CREATED)
                        .add(third, 200, "{}")
                        .judged()
                        .broken())
                .containsExactly("EVC-CREATE-3");
    }

    @Test
    void secrets_that_come_back_are_found() {
        assertThat(new Traffic()
                        .add(creation(), 200, "{\"data\":{\"id\":1,\"debug\":\"" + TOKEN + "\"}}")
                        .judged()
                        .broken())
                .containsExactly("EVC-AUTH-6");
        assertThat(new Traffic()
                        .add(creation(), 200, "{\"data\":{\"id\":1,\"pw\":\"Geheim-2026!\"}}")
                        .judged()
                        .broken())
                .containsExactly("EVC-CREATE-10");
        assertThat(new Traffic()
                        .add(read(), 200, SHOWN, "X-Debug", KEY)
                        .judged()
                        .broken())
                .containsExactly("OIOI-KEY-3");
    }

    @Test
    void a_token_that_was_never_accepted_may_be_echoed() {
        assertThat(new Traffic()
                        .add(creation(), 403, "{\"error\":\"" + TOKEN + "\"}")
                        .judged()
                        .broken())
                .isEmpty();
    }

    @Test
    void a_password_that_stands_elsewhere_in_the_request_may_come_back() {
        HttpRequest twice = text("\"Jan\"", "\"Geheim-2026!\"").apply(creation());
        assertThat(new Traffic()
                        .add(twice, 200, "{\"data\":{\"id\":1,\"first_name\":\"Geheim-2026!\"}}")
                        .judged()
                        .broken())
                .isEmpty();
    }

    private static Set<String> ofProvider(Judged judged) {
        return judged.broken().stream()
                .filter(id -> !id.contains("CLIENT"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
