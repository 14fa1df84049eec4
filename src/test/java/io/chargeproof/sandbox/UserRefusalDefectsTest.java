package io.chargeproof.sandbox;

import static io.chargeproof.sandbox.UserDeviation.PRIMARY;
import static io.chargeproof.sandbox.UserDeviation.SECONDARY;
import static io.chargeproof.sandbox.UserDeviation.isTaken;
import static io.chargeproof.sandbox.UserDeviation.of;
import static io.chargeproof.sandbox.UserDeviation.posted;

import io.chargeproof.sandbox.Client.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class UserRefusalDefectsTest {
    @ParameterizedTest
    @MethodSource({"refusals", "reasons", "values", "types"})
    void shows_a_defect_and_nothing_of_it_without(UserDeviation deviation) {
        deviation.isOfTheDefectAlone();
    }

    static Stream<UserDeviation> refusals() {
        return Stream.of(
                refuses("oioi-success-with-reason", "first-name", "x"),
                refuses("oioi-foreign-vat-refused", "vat", "NL004495445B01"),
                of("oioi-post-of-secondary-refused", client -> !isTaken(client.post(SECONDARY, Bodies.details()))),
                refuses("oioi-range-of-street-numbers-refused", "address.street-number", "12 - 15"),
                refuses("oioi-blank-in-phone-refused", "phone", "+49 151"),
                of(
                        "oioi-billing-name-of-the-user-refused",
                        client -> !isTaken(client.post(
                                PRIMARY,
                                Bodies.details()
                                        .put("first-name", "Ann")
                                        .put("last-name", "Berg")
                                        .put("billing-name", "Ann Berg")))),
                refuses("oioi-first-name-needed", "first-name", null),
                refuses("oioi-last-name-needed", "last-name", null),
                refuses("oioi-address-needed", "address", null),
                refuses("oioi-billing-address-needed", "billing-address", null),
                refuses("oioi-locale-needed", "locale", null),
                refuses("oioi-vat-needed", "vat", null),
                refuses("oioi-social-security-number-needed", "social-security-number", null),
                of(
                        "oioi-null-billing-name-500",
                        client -> posted(client, "billing-name", null).status() == 500),
                refuses("oioi-phone-needed", "phone", null));
    }

    static Stream<UserDeviation> reasons() {
        return Stream.of(
                of("oioi-wrong-vat-without-reason", client -> wrongVat(client).code() == 230),
                of("oioi-wrong-vat-ignored", client -> isTaken(wrongVat(client))),
                of(
                        "oioi-reason-at-the-top",
                        client -> wrongVat(client).json().path("reason").isString()),
                of("oioi-reason-in-message-alone", client -> wrongVat(client).reason() == null),
                of("oioi-reason-by-another-name", client -> wrongVat(client).reason() == null),
                takes("oioi-prefix-of-vat-suffices", "vat", "DE1234567"),
                takes("oioi-characters-of-vat-not-checked", "vat", "DE12B456789"),
                takes("oioi-length-of-vat-not-checked", "vat", "DE1234567"),
                of("oioi-reason-empty", client -> "".equals(wrongVat(client).reason())),
                of("oioi-reason-in-list", client -> reason(wrongVat(client)).isArray()),
                of("oioi-reason-in-object", client -> reason(wrongVat(client)).isObject()),
                of("oioi-reason-is-a-number", client -> reason(wrongVat(client)).isNumber()),
                of(
                        "oioi-reason-null-on-success",
                        client -> reason(posted(client, "phone", "1")).isNull()),
                of(
                        "oioi-reason-empty-on-success",
                        client -> reason(posted(client, "phone", "1")).isString()),
                of(
                        "oioi-reason-false-on-success",
                        client -> reason(posted(client, "phone", "1")).isBoolean()));
    }

    static Stream<UserDeviation> values() {
        return Stream.of(
                of("oioi-missing-country-is-dutch", client -> isTaken(withoutCountry(client, "address"))),
                of(
                        "oioi-missing-billing-country-is-dutch",
                        client -> isTaken(withoutCountry(client, "billing-address"))),
                takes("oioi-null-country-taken", "address.country", null),
                takes("oioi-empty-country-taken", "address.country", ""),
                takes("oioi-null-billing-country-taken", "billing-address.country", null),
                takes("oioi-country-by-name-converted", "address.country", "Germany"),
                takes("oioi-country-of-three-letters-converted", "address.country", "DEU"),
                takes("oioi-country-cut-at-two", "address.country", "Germany"),
                takes("oioi-any-billing-country-taken", "billing-address.country", "Germany"),
                takes("oioi-any-two-capitals-are-a-country", "address.country", "XX"),
                takes("oioi-any-two-capitals-are-a-billing-country", "billing-address.country", "XX"),
                takes("oioi-country-in-lower-case-converted", "billing-address.country", "de"),
                takes("oioi-country-in-lower-case-taken", "address.country", "de"),
                takes("oioi-locale-in-upper-case-converted", "locale", "DE"),
                takes("oioi-locale-of-three-letters-taken", "locale", "deu"),
                takes("oioi-locale-cut-at-its-language", "locale", "de-DE"),
                takes("oioi-any-locale-taken", "locale", "German"));
    }

    static Stream<UserDeviation> types() {
        return Stream.of(
                takesDetails("oioi-missing-details-taken", "\"x\":1"),
                takesDetails("oioi-missing-details-clear-all", "\"x\":1"),
                takesDetails("oioi-null-details-taken", "\"details\":null"),
                takesDetails("oioi-list-of-details-taken", "\"details\":[]"),
                takesDetails("oioi-false-for-details-taken", "\"details\":false"),
                takesDetails("oioi-text-for-details-taken", "\"details\":\"x\""),
                takes("oioi-number-for-phone-converted", "phone", 1),
                takes("oioi-truth-for-name-converted", "first-name", true),
                takes("oioi-object-for-last-name-converted", "last-name", Map.of("a", "b")),
                takes("oioi-list-for-vat-unwrapped", "vat", List.of("DE136695976")),
                takes("oioi-number-for-zip-converted", "address.zip", 1012),
                takes("oioi-number-for-billing-street-number-converted", "billing-address.street-number", 1),
                takes("oioi-text-for-address-ignored", "address", "x"),
                takes(
                        "oioi-address-in-list-unwrapped",
                        "address",
                        List.of(Map.of(
                                "street", "Ring", "street-number", "1", "zip", "1012", "city", "x", "country", "NL"))),
                takes("oioi-list-for-billing-address-is-none", "billing-address", List.of()),
                takes("oioi-false-for-locale-is-none", "locale", false),
                takes("oioi-object-for-social-security-number-ignored", "social-security-number", Map.of()),
                takes("oioi-wrong-types-ignored", "phone", 1));
    }

    private static UserDeviation takes(String defect, String path, @Nullable Object value) {
        return of(defect, client -> isTaken(posted(client, path, value)));
    }

    private static UserDeviation refuses(String defect, String path, @Nullable Object value) {
        return of(defect, client -> !isTaken(posted(client, path, value)));
    }

    private static UserDeviation takesDetails(String defect, String members) {
        String user = Bodies.get("username", PRIMARY.username(), PRIMARY.token())
                .at("/user-get-details/user")
                .toString();
        return of(
                defect,
                client -> isTaken(client.call("{\"user-post-details\":{\"user\":" + user + "," + members + "}}")));
    }

    private static Answer wrongVat(Client client) {
        return posted(client, "vat", "DE1234567");
    }

    private static JsonNode reason(Answer answer) {
        return answer.json().at("/user-post-details/reason");
    }

    private static Answer withoutCountry(Client client, String address) {
        ObjectNode details = Bodies.details();
        details.withObject(address).remove("country");
        return client.post(PRIMARY, details);
    }
}
