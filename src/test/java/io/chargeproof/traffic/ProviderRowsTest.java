package io.chargeproof.traffic;

import static io.chargeproof.traffic.seeded.ClientSession.CREATED;
import static io.chargeproof.traffic.seeded.ClientSession.KEY;
import static io.chargeproof.traffic.seeded.ClientSession.SHOWN;
import static io.chargeproof.traffic.seeded.ClientSession.SUCCESS;
import static io.chargeproof.traffic.seeded.ClientSession.TOKEN;
import static io.chargeproof.traffic.seeded.ClientSession.creation;
import static io.chargeproof.traffic.seeded.ClientSession.customer;
import static io.chargeproof.traffic.seeded.ClientSession.header;
import static io.chargeproof.traffic.seeded.ClientSession.post;
import static io.chargeproof.traffic.seeded.ClientSession.read;
import static io.chargeproof.traffic.seeded.ClientSession.text;
import static io.chargeproof.traffic.seeded.ClientSession.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Attribution;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recording proves of a provider, and what it doesn't. */
class ProviderRowsTest {
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
    @ValueSource(ints = {200, 301, 400, 401, 404, 415, 422, 500})
    void a_request_that_breaks_a_client_requirement_never_makes_the_provider_red(int status) {
        for (HttpRequest request : Set.of(
                customer(HttpMethod.POST, "", "first_name=Jan"),
                header("Authorization", "Bearer x").apply(creation()),
                customer(HttpMethod.GET, "/77", ""),
                text("\"username\"", "\"email\"").apply(read()),
                text("\"NL\"", "\"Netherlands\"").apply(post()))) {
            Judged judged = new Traffic().add(request, status, "oops").judged();
            assertThat(ofProvider(judged)).isEmpty();
        }
    }

    @Test
    void a_request_that_breaks_a_should_proves_something_where_it_is_accepted() {
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
        String malformed = "{\"result\":{\"code\":230,\"message\":\"Incorrect format\"}}";
        for (HttpRequest open : List.of(
                text(",\"token\":\"user-token-1\"", "").apply(read()),
                text("\"user-token-1\"", "null").apply(read()),
                text("\"user-token-1\"", "\"\"").apply(read()),
                text("jan@example.com", "<b>jan</b>").apply(read()),
                text("jan@example.com", "j".repeat(101)).apply(read()))) {
            assertThat(ofProvider(new Traffic().add(open, 400, malformed).judged()))
                    .as(open.body().text())
                    .isEmpty();
        }
        assertThat(ofProvider(new Traffic().add(read(), 400, malformed).judged()))
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
