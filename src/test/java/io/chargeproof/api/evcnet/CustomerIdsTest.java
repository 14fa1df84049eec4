package io.chargeproof.api.evcnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.api.evcnet.CustomerIds.Candidate;
import io.chargeproof.check.Answers;
import io.chargeproof.exchange.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerIdsTest {
    private static final String OBJECT_ID = "CPr1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"data\":{\"customer_id\":1042}}                    | data.customer_id | 1042",
                "{\"data\":{\"customerId\":\"1042\"}}                 | data.customerId  | 1042",
                "{\"data\":{\"id\":123456789012345678901234567890}}   | data.id          | 123456789012345678901234567890",
                "{\"data\":{\"customer\":{\"id\":\"C-7\"}}}           | data.customer.id | C-7",
                "{\"customer_id\":\"550e8400-e29b-41d4-a716-446655440000\"} | customer_id | 550e8400-e29b-41d4-a716-446655440000",
                "{\"customerId\":0}                                   | customerId       | 0",
                "{\"id\":\"x\"}                                       | id               | x",
                "[{\"id\":7}]                                         | 0.id             | 7",
                "{\"data\":[{\"customer\":{\"uuid\":\"u-1\"}}]}       | data.0.customer.uuid | u-1",
                "{\"result\":{\"CustomerID\":\"7\"}}                  | result.CustomerID | 7",
                "{\"customer\":{\"externalId\":\"e 7\"}}              | customer.externalId | e 7",
                "{\"@odata.id\":\"https://h/api/rest/customer/77\"}   | @odata.id        | 77",
                "{\"id\":\"https://h/api/rest/customer/77\"}          | id               | 77",
                "{\"id\":\"https://h/api/rest/customer/77/\"}         | id               | 77"
            })
    void reads_an_id_from_answers_of_many_shapes(String body, String place, String id) {
        assertThat(candidates(body).get(0)).isEqualTo(new Candidate(place, id));
    }

    @Test
    void tries_the_likeliest_places_first_and_each_id_once() {
        HttpAnswer answer = Answers.with(
                Answers.json(
                        200,
                        "{\"id\":1,\"customerId\":2,\"customer_id\":3,\"valid\":\"9\",\"data\":{\"customer\":{\"id\":4},"
                                + "\"id\":5,\"customerId\":6,\"customer_id\":7,\"other_id\":8,\"again_id\":\"7\"}}"),
                "Location",
                "/api/rest/customer/10");

        assertThat(CustomerIds.in(answer, null, OBJECT_ID, true))
                .containsExactly(
                        new Candidate("data.customer_id", "7"),
                        new Candidate("data.customerId", "6"),
                        new Candidate("data.id", "5"),
                        new Candidate("data.customer.id", "4"),
                        new Candidate("customer_id", "3"),
                        new Candidate("customerId", "2"),
                        new Candidate("id", "1"),
                        new Candidate("valid", "9"),
                        new Candidate("data.other_id", "8"),
                        new Candidate("Location", "10"),
                        new Candidate("object_id", OBJECT_ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":null}",
                "{\"id\":true}",
                "{\"id\":1.5}",
                "{\"id\":\"\"}",
                "{\"id\":\"  \"}",
                "{\"id\":\"/#/customer/7\"}",
                "{\"id\":{}}",
                "{\"data\":[]}",
                "null",
                "no JSON"
            })
    void falls_back_to_the_object_id_where_nothing_in_the_body_is_an_id(String body) {
        assertThat(candidates(body)).containsExactly(new Candidate("object_id", OBJECT_ID));
    }

    @Test
    void falls_back_to_the_object_id_where_there_is_no_body_or_a_text_far_too_long() {
        assertThat(CustomerIds.in(Answers.empty(200), null, OBJECT_ID, true))
                .containsExactly(new Candidate("object_id", OBJECT_ID));
        assertThat(candidates("{\"id\":\"" + "x".repeat(1001) + "\"}"))
                .containsExactly(new Candidate("object_id", OBJECT_ID));
    }

    @Test
    void does_not_take_the_id_of_a_request_for_a_likely_one() {
        assertThat(candidates("{\"request_id\":1,\"correlationId\":2,\"traceId\":3,\"customerUid\":4}"))
                .startsWith(new Candidate("customerUid", "4"), new Candidate("object_id", OBJECT_ID));
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/api/rest/customer/77, 77",
        "https://h/api/rest/customer/77/, 77",
        "/api/rest/customer/77, 77",
        "/api/rest/customers/77, 77",
        "customer/77, 77",
        "../customer/77, 77",
        "77, 77",
        "/api/rest/customer/77?view=full, 77",
        "/api/rest/customer/77/?view=/a/b#top, 77",
        "/api/rest/customer/a%20b%2Fc, a b/c",
        "/api/rest/customer/k%C3%BCnde, künde",
        "/api/rest/customer/a+b, a+b",
        "/api/rest/customer/50%, 50%",
        "/api/rest/customer/550e8400-e29b-41d4-a716-446655440000, 550e8400-e29b-41d4-a716-446655440000"
    })
    void reads_the_last_segment_of_an_address_in_Location(String location, String id) {
        HttpAnswer answer = Answers.with(Answers.empty(200), "Location", location);

        assertThat(CustomerIds.in(answer, null, OBJECT_ID, true))
                .containsExactly(new Candidate("Location", id), new Candidate("object_id", OBJECT_ID));
        assertThat(CustomerIds.at("Location", answer, OBJECT_ID)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//", "?x=1"})
    void passes_over_a_Location_without_any_segment(String location) {
        HttpAnswer answer = Answers.with(Answers.empty(200), "Location", location);

        assertThat(CustomerIds.in(answer, null, OBJECT_ID, true))
                .containsExactly(new Candidate("object_id", OBJECT_ID));
    }

    @Test
    void trusts_the_profile_alone_where_that_names_the_place() {
        HttpAnswer answer = Answers.with(
                Answers.json(200, "{\"id\":1,\"rows\":[{\"no\":2},{\"no\":\"3\"}]}"), "Location", "/customer/4");

        assertThat(CustomerIds.in(answer, "rows.1.no", OBJECT_ID, true))
                .containsExactly(new Candidate("rows.1.no", "3"));
        assertThat(CustomerIds.in(answer, "rows[1].no", OBJECT_ID, true))
                .containsExactly(new Candidate("rows.1.no", "3"));
        assertThat(CustomerIds.in(answer, "rows.2.no", OBJECT_ID, true)).isEmpty();
        assertThat(CustomerIds.in(answer, "id.no", OBJECT_ID, true)).isEmpty();
        assertThat(CustomerIds.in(Answers.empty(200), "id", OBJECT_ID, true)).isEmpty();
    }

    @Test
    void tries_any_value_only_where_no_stranger_can_be_hit() {
        HttpAnswer answer = Answers.json(200, "{\"number\":7,\"rows\":[8,{\"x\":\"nine\"}]}");
        Candidate sent = new Candidate("object_id", OBJECT_ID);

        assertThat(CustomerIds.in(answer, null, OBJECT_ID, false)).containsExactly(sent);
        assertThat(CustomerIds.in(answer, null, OBJECT_ID, true))
                .containsExactly(
                        sent,
                        new Candidate("number", "7"),
                        new Candidate("rows.0", "8"),
                        new Candidate("rows.1.x", "nine"));
    }

    @Test
    void takes_a_text_of_200_characters_for_an_id() {
        String longest = "x".repeat(200);

        assertThat(candidates("{\"id\":\"" + longest + "\"}").get(0)).isEqualTo(new Candidate("id", longest));
    }

    @Test
    void finds_the_id_of_another_answer_in_the_place_that_served() {
        HttpAnswer answer = Answers.json(200, "{\"data\":[{\"id\":12}]}");

        assertThat(CustomerIds.at("data.0.id", answer, OBJECT_ID)).contains("12");
        assertThat(CustomerIds.at("data.1.id", answer, OBJECT_ID)).isEmpty();
        assertThat(CustomerIds.at(
                        "a.customer.id",
                        Answers.json(200, "{\"a\":{\"customer.id\":\"7\"},\"a.customer\":1}"),
                        OBJECT_ID))
                .contains("7");
        assertThat(CustomerIds.at("object_id", answer, OBJECT_ID)).contains(OBJECT_ID);
        assertThat(CustomerIds.at("Location", answer, OBJECT_ID)).isEmpty();
        assertThat(CustomerIds.at("data.0.id", Answers.empty(200), OBJECT_ID)).isEmpty();
    }

    @Test
    void finds_an_id_that_is_the_whole_body_again() {
        Candidate whole = candidates("\"1042\"").get(1);

        assertThat(whole.id()).isEqualTo("1042");
        assertThat(CustomerIds.at(whole.place(), Answers.json(200, "\"1043\""), OBJECT_ID))
                .contains("1043");
    }

    private static List<Candidate> candidates(String body) {
        return CustomerIds.in(Answers.json(200, body), null, OBJECT_ID, true);
    }

    @Test
    void takes_a_member_within_another_before_a_name_with_dots() {
        HttpAnswer answer = Answers.json(200, "{\"data.id\":\"no\",\"data\":{\"id\":\"7\",\"data.id\":\"no\"}}");

        assertThat(CustomerIds.at("data.id", answer, OBJECT_ID)).contains("7");
        assertThat(CustomerIds.at("data.id", Answers.json(200, "{\"data.id\":\"7\"}"), OBJECT_ID))
                .contains("7");
    }
}
