package io.chargeproof.api.oioi;

import static io.chargeproof.api.oioi.Exchanges.answered;
import static io.chargeproof.api.oioi.Exchanges.json;
import static io.chargeproof.api.oioi.Exchanges.read;
import static io.chargeproof.api.oioi.Exchanges.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.chargeproof.check.Invariant.Judged;
import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class UserHasTheDocumentedShapeTest {
    private static final List<String> MEMBERS = List.of(
            "first-name",
            "last-name",
            "address",
            "billing-name",
            "billing-address",
            "locale",
            "vat",
            "social-security-number",
            "evco-id",
            "phone");
    private static final String ISO_3166 = "an assigned ISO 3166-1 alpha-2 code in upper case";
    private static final String ISO_639 = "an ISO 639-1 code";
    private static final String TWO_LETTERS = "two lower-case letters or null";
    private static final String CONTRACT = "a contract ID such as DE*8PS*156456*7 or DE8PS1564567309";
    private static final String VAT = "a country prefix and 2 to 13 letters or digits";

    private final UserHasTheDocumentedShape check = new UserHasTheDocumentedShape();

    @Test
    void holds_for_a_complete_user_on_every_requirement() {
        assertThat(check.judge(shown(user())))
                .extracting(Judged::judgement)
                .hasSize(11)
                .containsOnly(Judgement.HOLDS);
    }

    @ParameterizedTest
    @MethodSource("members")
    void holds_for_null_in_any_member(String member) {
        assertThat(broken(with(member, "null"))).isEmpty();
    }

    @Test
    void holds_for_members_that_are_not_documented() {
        ObjectNode user = user();
        user.put("company-name", "Vogel");
        user.withObject("/address").put("state", 5);

        assertThat(broken(user)).isEmpty();
    }

    static List<String> members() {
        return MEMBERS;
    }

    @ParameterizedTest
    @MethodSource("members")
    void is_broken_by_a_missing_member(String member) {
        ObjectNode user = user();
        user.remove(member);

        assertThat(broken(user))
                .containsExactly(at(
                        "OIOI-GET-16",
                        "/" + member,
                        "all ten documented members, null where there is no value",
                        "nothing"));
    }

    static Stream<String> texts() {
        return MEMBERS.stream().filter(member -> !member.contains("address"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void is_broken_by_text_of_another_type(String member) {
        for (String value : List.of("5", "true", "[]", "{\"v\":\"x\"}")) {
            assertThat(broken(with(member, value)))
                    .containsExactly(at("OIOI-GET-6", "/" + member, "a string or null", value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"address", "billing-address"})
    void is_broken_by_an_address_of_another_type(String member) {
        for (String value : List.of("5", "true", "[]", "\"Lindenweg 1, Berlin\"")) {
            assertThat(broken(with(member, value)))
                    .containsExactly(at("OIOI-GET-7", "/" + member, "an object or null", value));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "address.street",
                "address.street-number",
                "address.zip",
                "billing-address.zip",
                "billing-address.city"
            })
    void is_broken_by_a_part_of_an_address_that_is_no_text_null_or_missing(String path) {
        String at = "/" + path.replace('.', '/');

        assertThat(broken(with(path, "12"))).containsExactly(at("OIOI-GET-8", at, "a string or null", "12"));
        assertThat(broken(with(path, "null")))
                .containsExactly(at("OIOI-GET-20", at, "a value that isn't null", "null"));
        assertThat(broken(Details.without(user(), path)))
                .containsExactly(at("OIOI-GET-20", at, "a value that isn't null", "nothing"));
    }

    @Test
    void is_broken_by_an_address_without_a_country() {
        String expected = "a country in each address";
        ObjectNode none = Details.without(Details.without(user(), "address.country"), "billing-address.country");

        assertThat(broken(with("address.country", "null")))
                .containsExactly(at("OIOI-GET-9", "/address/country", expected, "null"));
        assertThat(broken(Details.without(user(), "billing-address.country")))
                .containsExactly(at("OIOI-GET-9", "/billing-address/country", expected, "nothing"));
        assertThat(broken(none))
                .containsExactly(at("OIOI-GET-9", "/address/country, /billing-address/country", expected, "nothing"));
    }

    @Test
    void holds_for_every_assigned_country() {
        assertThat(Stream.of(Locale.getISOCountries())
                        .filter(country -> !broken(with("address.country", "\"" + country + "\""))
                                .isEmpty()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Germany\"",
                "\"DEU\"",
                "\"de\"",
                "\"De\"",
                "\"XX\"",
                "\"ZZ\"",
                "\"UK\"",
                "\"EU\"",
                "\"XK\"",
                "\"AN\"",
                "\"D\"",
                "\"\"",
                "\" DE\"",
                "\"DE\\n\"",
                "49",
                "[\"DE\"]"
            })
    void is_broken_by_a_country_that_is_not_an_assigned_code(String country) {
        assertThat(broken(with("billing-address.country", country)))
                .containsExactly(at("OIOI-GET-10", "/billing-address/country", ISO_3166, country));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "nl", "fr", "zh", "nb", "nn", "he", "id", "yi", "zu"})
    void holds_for_a_language(String locale) {
        assertThat(broken(with("locale", "\"" + locale + "\""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "aq", "zz"})
    void is_broken_by_letters_that_are_no_language(String locale) {
        String shown = "\"" + locale + "\"";

        assertThat(broken(with("locale", shown))).containsExactly(at("OIOI-GET-12", "/locale", ISO_639, shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EN", "En", "eng", "e", "", "en-GB", "e1", "en ", "en\\n", "éà"})
    void is_broken_by_a_locale_that_is_not_two_lower_case_letters(String locale) {
        String shown = "\"" + locale + "\"";

        assertThat(broken(with("locale", shown)))
                .containsExactly(
                        at("OIOI-GET-11", "/locale", TWO_LETTERS, shown), at("OIOI-GET-12", "/locale", ISO_639, shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE*8PS*156456730*9",
                "DE-8PS-156456730-9",
                "DE8PS1564567309",
                "DE*8PS*156456730",
                "DE8PS156456730",
                "DE*8PS*156456*7",
                "DE-8PS-156456-X",
                "DE8PS1564567",
                "DE8PS156456",
                "de*8ps*156456*x",
                "NL-TNM-C00122045-K"
            })
    void holds_for_contract_ids_in_any_notation(String id) {
        assertThat(broken(with("evco-id", "\"" + id + "\""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DE*8PS*15645",
                "DE*8PS*1564567*30",
                "DE*8PS*1564567301*23",
                "D*8PS*156456*7",
                "DE*8P*156456*7",
                "12*8PS*156456*7",
                "DE 8PS 156456",
                "DE**8PS*156456*7",
                "DE*8PS*156456*",
                "+49*8PS*156456*7",
                "your identifier"
            })
    void is_broken_by_what_is_no_contract_id(String id) {
        assertThat(broken(with("evco-id", "\"" + id + "\"")))
                .containsExactly(at("OIOI-GET-13", "/evco-id", CONTRACT, "\"" + id + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE123456",
                "DE123456789",
                "DE 123 456 789",
                "NL004495445B01",
                "NL 0044.95.445.B01",
                "ATU12345678",
                "GB-123.456",
                "nl12",
                "CY12345678X",
                "FRXX999999999",
                "EL1234567890123"
            })
    void holds_for_vat_numbers_of_many_countries(String vat) {
        assertThat(broken(with("vat", "\"" + vat + "\""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "DE", "DE1", "D1234567", "123456789", "DE12345678901234", "DE12/34", "DE_1234", "none*"})
    void is_broken_by_what_is_no_vat_number(String vat) {
        assertThat(broken(with("vat", "\"" + vat + "\"")))
                .containsExactly(at("OIOI-GET-15", "/vat", VAT, "\"" + vat + "\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"145 | {\"first-name\":5}", "0   | null", "0   | []", "0   | \"anna\""})
    void does_not_speak_of_failures_and_of_what_is_no_object(int code, String user) {
        assertThat(check.judge(answered(read(), 200, result(code, "\"user\":" + user + ","))))
                .isEmpty();
    }

    private Map<String, Judgement> broken(ObjectNode user) {
        Map<String, Judgement> broken = new LinkedHashMap<>();
        check.judge(shown(user)).stream()
                .filter(judged -> !judged.judgement().equals(Judgement.HOLDS))
                .forEach(judged -> broken.put(judged.requirement().value(), judged.judgement()));
        return broken;
    }

    private static Map.Entry<String, Judgement> at(String requirement, String members, String expected, String actual) {
        return entry(
                requirement,
                Judgement.broken(
                                "the user in the answer to user-get-details with an RFID has a wrong form at "
                                        + members,
                                expected,
                                actual)
                        .at("/user" + members.split(",")[0]));
    }

    private static Exchange shown(ObjectNode user) {
        return answered(read("an RFID"), 200, result(0, "\"user\":" + user + ","));
    }

    private static ObjectNode with(String path, String value) {
        return Details.with(user(), path, json(value));
    }

    private static ObjectNode user() {
        ObjectNode user = Details.complete(1, json("'DE123456'"));
        user.put("evco-id", "DE*8PS*156456730*9");
        return user;
    }
}
