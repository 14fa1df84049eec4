package io.chargeproof.sandbox;

import static io.chargeproof.sandbox.UserDeviation.PRIMARY;
import static io.chargeproof.sandbox.UserDeviation.SECONDARY;
import static io.chargeproof.sandbox.UserDeviation.isTaken;
import static io.chargeproof.sandbox.UserDeviation.of;
import static io.chargeproof.sandbox.UserDeviation.post;
import static io.chargeproof.sandbox.UserDeviation.posted;
import static io.chargeproof.sandbox.UserDeviation.read;
import static io.chargeproof.sandbox.UserDeviation.text;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class UserPostDefectsTest {
    @ParameterizedTest
    @MethodSource({"storage", "nulls", "texts", "writes"})
    void shows_a_defect_and_nothing_of_it_without(UserDeviation deviation) {
        deviation.isOfTheDefectAlone();
    }

    static Stream<UserDeviation> storage() {
        return Stream.of(
                reads("oioi-billing-street-number-not-stored", "billing-address.street-number", "7", "57-58"),
                reads("oioi-city-not-stored", "address.city", "Delft", "Amsterdam"),
                reads("oioi-last-name-not-stored", "last-name", "x", "van der Berg"),
                reads("oioi-locale-not-stored", "locale", "de", "nl"),
                reads("oioi-vat-not-stored", "vat", "FI12345678", "DE136695976"),
                reads("oioi-billing-country-not-stored", "billing-address.country", "BE", "DE"),
                reads("oioi-zip-loses-leading-zero", "address.zip", "01067", "1067"),
                reads("oioi-billing-zip-loses-blanks", "billing-address.zip", "1 2", "12"),
                reads("oioi-street-number-loses-letters", "address.street-number", "12a", "12"),
                reads("oioi-street-cut-at-ten", "address.street", "Keizersgracht", "Keizersgra"),
                of(
                        "oioi-foreign-vat-not-validated",
                        client -> client.post(PRIMARY, Bodies.details().put("vat", "NL1234567"))
                                .json()
                                .at("/user-post-details/reason")
                                .isMissingNode()),
                reads("oioi-phone-loses-zeros", "phone", "0031 20", "31 20"),
                reads("oioi-phone-loses-country", "phone", "+31 20", "020"),
                of(
                        "oioi-addresses-stored-swapped",
                        client -> text(client, "address.street", "x").equals("Ring")),
                of(
                        "oioi-billing-address-for-both",
                        client -> text(client, "address.street", "x").equals("Ring")),
                reads("oioi-names-stored-swapped", "first-name", "x", "Żółć"),
                reads("oioi-social-security-number-masked", "social-security-number", "12", "**"),
                of("oioi-post-of-secondary-not-stored", client -> {
                    client.post(SECONDARY, Bodies.details());
                    return client.shown(SECONDARY)
                            .path("first-name")
                            .asString("")
                            .equals("Gaël");
                }),
                reads("oioi-post-stored-one-late", "first-name", "x", "Anneke"),
                reads("oioi-first-read-is-stale", "first-name", "x", "Anneke"),
                reads("oioi-phone-is-stale-once", "phone", "1", "+31 20 794 0001"),
                of("oioi-three-reads-are-stale", client -> staleReads(client, "username", PRIMARY.username()) == 3),
                of("oioi-a-dozen-reads-are-stale", client -> staleReads(client, "username", PRIMARY.username()) == 12),
                of("oioi-first-read-by-rfid-is-stale", client -> staleReads(client, "rfid", PRIMARY.rfid()) == 1),
                reads("oioi-great-britain-is-uk", "address.country", "GB", "UK"),
                of("oioi-norway-is-false", client -> !isTaken(posted(client, "address.country", "NO"))),
                of("oioi-namibia-is-nothing", client -> !isTaken(posted(client, "address.country", "NA"))),
                of("oioi-young-countries-unknown", client -> !isTaken(posted(client, "billing-address.country", "SS"))),
                of(
                        "oioi-state-lost-after-five-posts",
                        client -> IntStream.range(0, 5)
                                .mapToObj(at -> text(client, "phone", "+31 " + at))
                                .anyMatch("+31 20 794 0001"::equals)),
                of(
                        "oioi-same-names-and-address-no-change",
                        client -> posted(client, "phone", "+31 1").code() == 0
                                && text(client, "phone", "+31 2").equals("+31 1")),
                of(
                        "oioi-same-phone-no-change",
                        client -> posted(client, "last-name", "a").code() == 0
                                && text(client, "last-name", "b").equals("a")),
                of(
                        "oioi-other-letter-case-no-change",
                        client -> posted(client, "last-name", "a").code() == 0
                                && text(client, "last-name", "A").equals("a")),
                of("oioi-post-by-token-not-stored", client -> {
                    post(client, "token", PRIMARY.token(), null);
                    return client.shown(PRIMARY).path("first-name").asString("").equals("Anneke");
                }));
    }

    /** How many reads after a post show the first name that was there before. */
    private static long staleReads(Client client, String type, String identifier) {
        posted(client, "first-name", "x");
        return IntStream.range(0, 20)
                .filter(at -> UserDeviation.get(client, type, identifier, PRIMARY.token())
                        .json()
                        .at("/user/first-name")
                        .asString("")
                        .equals("Anneke"))
                .count();
    }

    static Stream<UserDeviation> nulls() {
        return Stream.of(
                reads("oioi-nulls-ignored", "vat", null, "DE136695976"),
                of(
                        "oioi-null-address-ignored",
                        client -> read(client, "address", null).isObject()),
                reads("oioi-null-phone-ignored", "phone", null, "+31 20 794 0001"),
                of(
                        "oioi-null-first-name-is-empty",
                        client -> read(client, "first-name", null).isString()),
                reads("oioi-null-last-name-is-a-word", "last-name", null, "null"),
                of(
                        "oioi-null-billing-address-is-the-address",
                        client -> read(client, "billing-address", null).isObject()),
                reads("oioi-null-billing-name-is-the-name", "billing-name", null, "Żółć"),
                reads("oioi-null-locale-is-english", "locale", null, "en"));
    }

    static Stream<UserDeviation> texts() {
        return Stream.of(
                breaks("oioi-emoji-in-social-security-number-500", "social-security-number", "😀"),
                breaks("oioi-nul-500", "address.street", "\0"),
                breaks("oioi-long-billing-name-500", "billing-name", "x".repeat(10_000)),
                breaks("oioi-long-billing-city-500", "billing-address.city", "x".repeat(10_000)),
                breaks("oioi-bidi-mark-in-street-500", "billing-address.street", "\u202Ex"),
                breaks("oioi-apostrophe-in-last-name-500", "last-name", "O'Brien"),
                breaks("oioi-empty-zip-500", "address.zip", ""),
                breaks("oioi-line-break-in-phone-500", "phone", "1\n2"),
                reads("oioi-texts-escaped-for-html", "billing-address.city", "a<&\"", "a&lt;&amp;&quot;"),
                reads("oioi-markup-stripped-from-city", "address.city", "<b>a</b>", "a"),
                reads("oioi-words-of-sql-lost", "address.city", "a SELECT b--", "a  b"),
                reads("oioi-template-evaluated-in-first-name", "first-name", "{{7*7}}", "49"),
                reads("oioi-apostrophes-doubled", "last-name", "O'Brien", "O''Brien"),
                reads("oioi-backslashes-lost", "phone", "1\\2", "12"),
                reads("oioi-plus-becomes-blank", "address.street", "a+b", "a b"),
                reads("oioi-last-name-cut-at-32", "last-name", "x".repeat(40), "x".repeat(32)),
                reads("oioi-emoji-lost", "billing-name", "a😀b", "ab"),
                reads("oioi-billing-name-cut-at-emoji", "billing-name", "a😀b", "a"),
                reads("oioi-latin-1-only", "first-name", "山é", "?é"),
                reads("oioi-city-encoded-twice", "address.city", "é", "Ã©"),
                reads("oioi-double-blanks-collapsed", "last-name", "a  b", "a b"),
                reads("oioi-blanks-trimmed", "first-name", " a ", "a"),
                reads("oioi-texts-composed", "first-name", "e\u0301", "é"),
                reads("oioi-last-name-decomposed", "last-name", "é", "e\u0301"),
                reads("oioi-vat-loses-punctuation", "vat", "NL 0044.95445-B01", "NL004495445B01"),
                reads("oioi-phone-loses-punctuation", "phone", "+31 (0)20-1", "+310201"),
                reads("oioi-phone-loses-plus", "phone", "+31", "31"));
    }

    static Stream<UserDeviation> writes() {
        return Stream.of(
                of("oioi-post-with-wrong-token-stored", client -> afterPostAs(client, PRIMARY.username(), "x", "Zoë")),
                of(
                        "oioi-post-for-unknown-user-stored-for-token",
                        client -> afterPostAs(client, "nobody", PRIMARY.token(), "Zoë")),
                of(
                        "oioi-post-with-other-token-stored-for-its-owner",
                        client -> afterPostAs(client, SECONDARY.username(), PRIMARY.token(), "Zoë")),
                of("oioi-post-with-wrong-key-stored", client -> {
                    client.send(
                            "POST",
                            "/api/v4/request",
                            "key=x",
                            Bodies.post("username", PRIMARY.username(), PRIMARY.token(), Bodies.details())
                                    .toString());
                    return client.shown(PRIMARY).path("first-name").asString("").equals("Zoë");
                }),
                of("oioi-rest-stored-beside-wrong-vat", client -> changes(client, "vat", "DE1", "first-name")),
                of("oioi-wrong-vat-stored", client -> changes(client, "vat", "DE1", "vat")),
                of(
                        "oioi-names-stored-beside-wrong-country",
                        client -> changes(client, "address.country", "XX", "last-name")),
                of("oioi-phone-stored-beside-wrong-locale", client -> changes(client, "locale", "DE", "phone")),
                of("oioi-rest-stored-beside-wrong-type", client -> changes(client, "phone", 1, "last-name")),
                of("oioi-post-by-rfid-reaches-another", client -> {
                    post(client, "rfid", PRIMARY.rfid(), PRIMARY.token());
                    return client.shown(PRIMARY).path("first-name").asString("").equals("Anneke");
                }),
                of("oioi-post-sets-everybodys-locale", client -> changesSecondary(client, "locale")),
                of("oioi-post-clears-phones-of-others", client -> changesSecondary(client, "phone")),
                of("oioi-post-sets-everybodys-address", client -> changesSecondary(client, "address")),
                of(
                        "oioi-same-post-refused",
                        client -> !twice(client) && client.shown(PRIMARY).has("vat")),
                of("oioi-same-post-objected-to", client -> !twice(client)),
                of(
                        "oioi-same-post-clears-vat",
                        client -> twice(client)
                                && client.shown(PRIMARY).path("vat").isNull()),
                of(
                        "oioi-same-post-adds-up",
                        client -> twice(client)
                                && client.shown(PRIMARY)
                                        .path("last-name")
                                        .asString("")
                                        .equals("Żółć Żółć")));
    }

    private static UserDeviation reads(String defect, String path, @Nullable String value, String instead) {
        return of(defect, client -> text(client, path, value).equals(instead));
    }

    private static UserDeviation breaks(String defect, String path, String value) {
        return of(defect, client -> posted(client, path, value).status() == 500);
    }

    private static boolean afterPostAs(Client client, String username, String token, String firstName) {
        post(client, "username", username, token);
        return client.shown(PRIMARY).path("first-name").asString("").equals(firstName);
    }

    private static boolean changes(Client client, String path, Object value, String member) {
        JsonNode before = client.shown(PRIMARY).path(member);
        return !read(client, path, value).isMissingNode()
                && !client.shown(PRIMARY).path(member).equals(before);
    }

    private static boolean changesSecondary(Client client, String member) {
        JsonNode before = client.shown(SECONDARY).path(member);
        client.post(PRIMARY, Bodies.details());
        return !client.shown(SECONDARY).path(member).equals(before);
    }

    private static boolean twice(Client client) {
        return isTaken(client.post(PRIMARY, Bodies.details())) && isTaken(client.post(PRIMARY, Bodies.details()));
    }
}
