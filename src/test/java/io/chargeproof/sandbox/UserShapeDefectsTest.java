package io.chargeproof.sandbox;

import static io.chargeproof.sandbox.UserDeviation.PRIMARY;
import static io.chargeproof.sandbox.UserDeviation.SECONDARY;
import static io.chargeproof.sandbox.UserDeviation.SPARSE;
import static io.chargeproof.sandbox.UserDeviation.of;

import io.chargeproof.sandbox.oioi.User;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class UserShapeDefectsTest {
    @ParameterizedTest
    @MethodSource({"shapes", "codes", "reads"})
    void shows_a_defect_and_nothing_of_it_without(UserDeviation deviation) {
        deviation.isOfTheDefectAlone();
    }

    static Stream<UserDeviation> shapes() {
        return Stream.of(
                shows("oioi-phone-is-a-number", PRIMARY, "phone", JsonNode::isNumber),
                shows("oioi-social-security-number-is-a-number", PRIMARY, "social-security-number", JsonNode::isNumber),
                shows("oioi-first-name-in-list", PRIMARY, "first-name", JsonNode::isArray),
                shows("oioi-locale-in-object", PRIMARY, "locale", JsonNode::isObject),
                shows("oioi-vat-in-object", SECONDARY, "vat", JsonNode::isObject),
                shows("oioi-evco-ids-in-list", PRIMARY, "evco-id", JsonNode::isArray),
                shows("oioi-billing-name-false-for-null", SPARSE, "billing-name", JsonNode::isBoolean),
                shows("oioi-phone-zero-for-null", SPARSE, "phone", JsonNode::isNumber),
                shows("oioi-last-name-is-true", SECONDARY, "last-name", JsonNode::isBoolean),
                shows("oioi-address-is-a-text", PRIMARY, "address", JsonNode::isString),
                shows("oioi-billing-address-in-list", PRIMARY, "billing-address", JsonNode::isArray),
                shows("oioi-no-address-is-a-list", SPARSE, "address", JsonNode::isArray),
                shows("oioi-no-billing-address-is-empty-text", SPARSE, "billing-address", JsonNode::isString),
                shows("oioi-zip-is-a-number", PRIMARY, "billing-address/zip", JsonNode::isNumber),
                shows(
                        "oioi-billing-street-number-is-a-number",
                        SECONDARY,
                        "billing-address/street-number",
                        JsonNode::isNumber),
                shows("oioi-city-in-object", PRIMARY, "address/city", JsonNode::isObject),
                shows("oioi-billing-street-in-lines", PRIMARY, "billing-address/street", JsonNode::isArray),
                shows("oioi-nulls-left-out", SPARSE, "locale", JsonNode::isMissingNode),
                shows("oioi-evco-id-left-out", PRIMARY, "evco-id", JsonNode::isMissingNode),
                shows("oioi-street-number-null", PRIMARY, "address/street-number", JsonNode::isNull),
                shows("oioi-billing-zip-null", PRIMARY, "billing-address/zip", JsonNode::isNull));
    }

    static Stream<UserDeviation> codes() {
        return Stream.of(
                shows("oioi-billing-country-missing", PRIMARY, "billing-address/country", JsonNode::isMissingNode),
                shows("oioi-country-null", PRIMARY, "address/country", JsonNode::isNull),
                shows("oioi-country-in-lower-case", PRIMARY, "address/country", is("nl")),
                shows("oioi-billing-country-of-three-letters", PRIMARY, "billing-address/country", is("DEU")),
                shows("oioi-country-not-assigned", PRIMARY, "address/country", is("XX")),
                shows("oioi-locale-in-upper-case", PRIMARY, "locale", is("NL")),
                shows("oioi-locale-of-three-letters", PRIMARY, "locale", is("nld")),
                shows("oioi-locale-with-country", PRIMARY, "locale", is("nl-NL")),
                shows("oioi-no-locale-is-empty-text", SPARSE, "locale", is("")),
                shows("oioi-locale-of-secondary-is-a-country", SECONDARY, "locale", is("cz")),
                shows("oioi-evco-id-of-seven-places", SECONDARY, "evco-id", is("FR-CPS-7A53B99-X")),
                shows("oioi-evco-id-with-blanks", PRIMARY, "evco-id", is("NL CPF 104729310 4")),
                shows("oioi-vat-without-prefix", PRIMARY, "vat", is("136695976")),
                shows("oioi-vat-masked", SECONDARY, "vat", is("#########5045")),
                shows("oioi-no-vat-is-a-word", SPARSE, "vat", is("n/a")));
    }

    static Stream<UserDeviation> reads() {
        return Stream.of(
                of("oioi-rfid-shows-another", client -> !byRfid(client).equals(client.shown(PRIMARY))),
                of("oioi-rfid-shows-what-was-first", client -> {
                    client.post(PRIMARY, Bodies.details());
                    return byRfid(client).path("first-name").asString("").equals("Anneke");
                }),
                of(
                        "oioi-rfid-hides-billing-address",
                        client -> byRfid(client).path("billing-address").isNull()),
                of(
                        "oioi-rfid-shows-an-initial",
                        client -> is("A.").test(byRfid(client).path("first-name"))),
                of("oioi-rfid-shows-plain-letters", client -> {
                    client.post(PRIMARY, Bodies.details().put("last-name", "Müller"));
                    return is("M?ller").test(byRfid(client).path("last-name"));
                }),
                of("oioi-rfid-omits-phone", client -> !byRfid(client).has("phone")),
                of(
                        "oioi-evco-id-shows-english",
                        client -> is("en").test(byEvcoId(client).path("locale"))),
                of(
                        "oioi-asked-evco-id-is-another",
                        client -> is("NL*CPF*104729317*4").test(byEvcoId(client).path("evco-id"))),
                of(
                        "oioi-asked-evco-id-is-null",
                        client -> byEvcoId(client).path("evco-id").isNull()),
                twoReads("oioi-reads-swap-addresses"),
                twoReads("oioi-reads-lose-billing-name"),
                twoReads("oioi-reads-are-counted"),
                twoReads("oioi-reading-clears-phone"),
                twoReads("oioi-reading-trims-zip"),
                of("oioi-reading-escapes-names", client -> {
                    UserDeviation.posted(client, "last-name", "a & b");
                    client.shown(PRIMARY);
                    return is("a &amp; b").test(client.shown(PRIMARY).path("last-name"));
                }),
                of("oioi-reading-by-rfid-sets-locale", client -> {
                    byRfid(client);
                    return is("en").test(client.shown(PRIMARY).path("locale"));
                }));
    }

    private static UserDeviation shows(String defect, User user, String path, Predicate<JsonNode> what) {
        return of(defect, client -> what.test(client.shown(user).at("/" + path)));
    }

    private static Predicate<JsonNode> is(String text) {
        return value -> value.isString() && value.stringValue().equals(text);
    }

    private static UserDeviation twoReads(String defect) {
        return of(defect, client -> !client.shown(PRIMARY).equals(client.shown(PRIMARY)));
    }

    private static JsonNode byRfid(Client client) {
        return UserDeviation.get(client, "rfid", PRIMARY.rfid(), PRIMARY.token())
                .json()
                .path("user");
    }

    private static JsonNode byEvcoId(Client client) {
        return UserDeviation.get(client, "evco-id", PRIMARY.evcoId(), PRIMARY.token())
                .json()
                .path("user");
    }
}
