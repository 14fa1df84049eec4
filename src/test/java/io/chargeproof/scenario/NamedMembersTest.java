package io.chargeproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NamedMembersTest {
    private static final List<String> MEMBERS =
            List.of("first_name", "city", "last-name", "address.zip", "billing-address.zip", "phone");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"first_name": ["is too long"]}         | first_name
                    "The first name is too long"            | first_name
                    "FirstName ist zu lang"                 | first_name
                    ["city is unknown"]                     | city
                    "the value of 'city' is unknown"        | city
                    "no electricity, no city"               |
                    {"reason": "last-name is odd"}          | last-name
                    "address.zip is odd"                    | address.zip
                    "billing-address.zip is odd"            | billing-address.zip
                    "zip is odd"                            | address.zip billing-address.zip
                    "the unzipped phone"                    |
                    {"result": {"message": "phone: odd"}}   | phone
                    null                                    |
                    """)
    void are_those_that_a_refusal_speaks_of(String said, String named) {
        assertThat(NamedMembers.in(json(said), MEMBERS))
                .isEqualTo(named == null ? List.of() : List.of(named.split(" ")));
    }

    @Test
    void are_none_where_the_refusal_repeats_the_request() {
        JsonNode repeated = json("""
                {"first_name": 1, "city": 1, "last-name": 1, "address": {"zip": 1}, "phone": 1}
                """);

        assertThat(NamedMembers.in(repeated, MEMBERS)).isEmpty();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
