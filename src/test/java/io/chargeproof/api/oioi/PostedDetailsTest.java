package io.chargeproof.api.oioi;

import static io.chargeproof.api.oioi.Exchanges.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.api.oioi.PostedDetailsAreRead.Exactness;
import io.chargeproof.api.oioi.PostedDetailsAreRead.PostAndRead;
import io.chargeproof.check.Judgement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PostedDetailsTest {
    private static final String NOT_SHOWN = "a read after a post doesn't show what was posted: ";

    @ParameterizedTest
    @EnumSource
    void are_read_as_they_were_posted(Exactness exactness) {
        ObjectNode read = details();
        read.put("evco-id", "DE*8PS*156456730*9");

        assertThat(judge(exactness, details(), read)).isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @MethodSource("io.chargeproof.api.oioi.Details#textPaths")
    void are_missed_in_any_text_that_was_posted(String path) {
        String posted = path + " " + Details.at(details(), path);

        assertThat(judge(Exactness.SAME_MEANING, details(), Details.with(details(), path, json("'Old'"))))
                .isEqualTo(Judgement.broken(NOT_SHOWN + path, posted, path + " \"Old\"")
                        .at("/user/" + path.replace('.', '/')));
        assertThat(judge(Exactness.SAME_MEANING, details(), Details.with(details(), path, json("null"))))
                .isEqualTo(Judgement.broken(NOT_SHOWN + path, posted, path + " null")
                        .at("/user/" + path.replace('.', '/')));
        assertThat(judge(Exactness.SAME_MEANING, details(), Details.without(details(), path)))
                .isEqualTo(Judgement.broken(NOT_SHOWN + path, posted, path + " is missing")
                        .at("/user/" + path.replace('.', '/')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "['Annaa']", "{}"})
    void are_missed_where_another_type_is_read(String read) {
        assertThat(judge(Exactness.SAME_MEANING, details(), Details.with(details(), "first-name", json(read))))
                .isEqualTo(
                        Judgement.broken(NOT_SHOWN + "first-name", "first-name \"Annaa\"", "first-name " + json(read))
                                .at("/user/first-name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "first-name         | '  Ends  '                 | 'Ends'",
                "first-name         | 'Cafe\u0301 A\u030angstro\u0308m' | 'Café Ångström'",
                "address.city       | 'Go\u0308teborg '          | 'Göteborg'",
                "vat                | 'NL004495445B01'           | 'NL 0044.95.445.B01'",
                "vat                | 'de-123 456'               | 'de123456'",
                "phone              | '+49 151 84512991'         | '4915184512991'",
                "phone              | '+49 (151) 845-129.91'     | '+49 151/84512991'",
                "phone              | '0049 151 84512991'        | '+4915184512991'"
            })
    void are_read_in_the_same_meaning_but_not_to_the_letter(String path, String posted, String read) {
        ObjectNode before = Details.with(details(), path, json(posted));
        ObjectNode after = Details.with(details(), path, json(read));
        boolean number = path.equals("vat") || path.equals("phone");
        Judgement broken = Judgement.broken(
                        NOT_SHOWN + path, path + " " + Details.at(before, path), path + " " + Details.at(after, path))
                .at("/user/" + path.replace('.', '/'));

        assertThat(judge(Exactness.SAME_MEANING, before, after)).isEqualTo(Judgement.HOLDS);
        assertThat(judge(Exactness.TO_THE_LETTER, before, after)).isEqualTo(number ? Judgement.HOLDS : broken);
        assertThat(judge(Exactness.NUMBERS_TO_THE_LETTER, before, after)).isEqualTo(number ? broken : Judgement.HOLDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "first-name   | 'Jürgen Żółć'        | 'Jurgen Zolc'",
                "first-name   | 'Jürgen'             | 'JÃ¼rgen'",
                "first-name   | '山田'                | '??'",
                "first-name   | 'E🚀🔌'               | 'E'",
                "first-name   | 'A  B'               | 'A B'",
                "first-name   | 'Anna'               | 'ANNA'",
                "first-name   | 'A & B'              | 'A &amp; B'",
                "address.zip  | '007'                | '7'",
                "vat          | 'NL004495445B01'     | 'NL004495445B02'",
                "vat          | 'nl004495445b01'     | 'NL004495445B01'",
                "phone        | '+49 151 84512991'   | '0151 84512991'",
                "phone        | '0049 151 84512991'  | '49 151 84512991'",
                "phone        | '+49 151 84512991'   | '0049 151 84512991'",
                "phone        | '🔌'                  | '🚀'"
            })
    void are_not_read_in_the_same_meaning(String path, String posted, String read) {
        ObjectNode before = Details.with(details(), path, json(posted));
        ObjectNode after = Details.with(details(), path, json(read));

        assertThat(judge(Exactness.SAME_MEANING, before, after))
                .isEqualTo(Judgement.broken(
                                NOT_SHOWN + path,
                                path + " " + Details.at(before, path),
                                path + " " + Details.at(after, path))
                        .at("/user/" + path.replace('.', '/')));
    }

    @Test
    void are_missed_where_the_user_can_not_be_read_any_more() {
        assertThat(judge(Exactness.SAME_MEANING, details(), (ObjectNode) json("{}")))
                .isEqualTo(Judgement.broken(
                        "a read after a post fails, though one before it succeeded",
                        "the user with what was posted",
                        "no user"));
    }

    @Test
    void tell_the_two_addresses_from_one_another() {
        ObjectNode read = details();
        read.set("billing-address", read.path("address"));

        assertThat(judge(Exactness.SAME_MEANING, details(), read))
                .isEqualTo(Judgement.broken(
                                NOT_SHOWN
                                        + "billing-address.street, billing-address.street-number, billing-address.zip,"
                                        + " billing-address.city, billing-address.country",
                                "billing-address.street \"Rue Haute a\"; billing-address.street-number \"501 - 503\";"
                                        + " billing-address.zip \"1001\"; billing-address.city \"Gent\";"
                                        + " billing-address.country \"AT\"",
                                "billing-address.street \"Lindenweg a\"; billing-address.street-number \"11\";"
                                        + " billing-address.zip \"01001\"; billing-address.city \"Hamburg\";"
                                        + " billing-address.country \"FR\"")
                        .at("/user/billing-address/street"));
    }

    @Test
    void are_cut_short_where_they_are_long() {
        ObjectNode posted = Details.with(details(), "last-name", json("'" + "x".repeat(10_000) + "'"));
        ObjectNode read = Details.with(details(), "last-name", json("'" + "x".repeat(255) + "'"));

        assertThat(judge(Exactness.SAME_MEANING, posted, read))
                .isEqualTo(Judgement.broken(
                                NOT_SHOWN + "last-name",
                                "last-name \"" + "x".repeat(59) + "… (10002 characters)",
                                "last-name \"" + "x".repeat(59) + "… (257 characters)")
                        .at("/user/last-name"));
    }

    @Test
    void are_shown_whole_where_they_are_not_that_long() {
        ObjectNode read = Details.with(details(), "last-name", json("'" + "x".repeat(58) + "'"));

        assertThat(judge(Exactness.SAME_MEANING, details(), read))
                .isEqualTo(Judgement.broken(
                                NOT_SHOWN + "last-name", "last-name \"Vogela\"", "last-name \"" + "x".repeat(58) + "\"")
                        .at("/user/last-name"));
    }

    @Test
    void leave_null_to_a_row_of_its_own_and_look_only_where_asked() {
        ObjectNode posted = Details.with(details(), "vat", json("null"));
        ObjectNode read = Details.with(details(), "vat", json("'old'"));

        assertThat(judge(Exactness.SAME_MEANING, posted, read)).isEqualTo(Judgement.HOLDS);
        assertThat(new PostedDetailsAreRead(Exactness.SAME_MEANING)
                        .judge(seen(details(), json("{}"), List.of(), "a post")))
                .isEqualTo(Judgement.HOLDS);
        assertThat(new PostedDetailsAreRead(Exactness.SAME_MEANING)
                        .judge(seen(
                                details(),
                                Details.without(details(), "locale"),
                                List.of("locale"),
                                "a post with a locale")))
                .isEqualTo(Judgement.broken(
                                "a read after a post with a locale doesn't show what was posted: locale",
                                "locale \"nl\"",
                                "locale is missing")
                        .at("/user/locale"));
    }

    @Test
    void that_are_null_are_read_as_null_or_nothing() {
        ObjectNode posted = Details.with(Details.with(details(), "vat", json("null")), "address", json("null"));

        assertThat(nulls(posted, posted)).isEqualTo(Judgement.HOLDS);
        assertThat(nulls(posted, Details.without(Details.without(posted, "vat"), "address")))
                .isEqualTo(Judgement.HOLDS);
        assertThat(nulls(details(), json("{}").deepCopy())).isEqualTo(Judgement.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'NL004495445B01'", "0", "false", "'null'"})
    void that_are_null_are_not_read_as_anything_else(String read) {
        ObjectNode posted = Details.with(details(), "vat", json("null"));

        assertThat(nulls(posted, Details.with(details(), "vat", json(read))))
                .isEqualTo(
                        Judgement.broken("a read after a post doesn't show null: vat", "vat null", "vat " + json(read))
                                .at("/user/vat"));
    }

    @Test
    void that_are_null_are_not_read_as_an_empty_address() {
        ObjectNode posted = Details.with(details(), "billing-address", json("null"));

        assertThat(nulls(posted, Details.with(details(), "billing-address", json("{}"))))
                .isEqualTo(Judgement.broken(
                                "a read after a post doesn't show null: billing-address",
                                "billing-address null",
                                "billing-address {}")
                        .at("/user/billing-address"));
    }

    private static Judgement judge(Exactness exactness, ObjectNode posted, ObjectNode read) {
        return new PostedDetailsAreRead(exactness).judge(seen(posted, read, Details.textPaths(), "a post"));
    }

    private static Judgement nulls(ObjectNode posted, JsonNode read) {
        return new PostedNullsAreRead().judge(seen(posted, read, Details.members(), "a post"));
    }

    /** A post that was seen at once. */
    private static PostAndRead seen(JsonNode posted, JsonNode read, List<String> paths, String what) {
        return new PostAndRead(posted, json("{}"), read, read, paths, what);
    }

    @Test
    void are_seen_at_once_though_the_first_read_shows_something_else() {
        ObjectNode first = Details.with(details(), "last-name", json("'VOGEL'"));

        assertThat(atOnce(details(), before(), details())).isEqualTo(Judgement.HOLDS);
        assertThat(atOnce(details(), before(), first)).isEqualTo(Judgement.HOLDS);
        assertThat(atOnce(details(), details(), details())).isEqualTo(Judgement.HOLDS);
    }

    @Test
    void are_not_seen_at_once_if_the_first_read_shows_what_was_there_before() {
        ObjectNode posted = Details.with(details(), "vat", json("null"));
        ObjectNode first = Details.with(Details.with(details(), "phone", json("'+31 1'")), "vat", json("'old'"));

        assertThat(atOnce(posted, before(), first))
                .isEqualTo(Judgement.broken(
                                "the first read after a post still shows what was there before: vat, phone",
                                "vat null; phone \"+49 151 84510001\"",
                                "vat \"old\"; phone \"+31 1\"")
                        .at("/user/vat"));
        assertThat(PostIsSeenAtOnce.stale(posted, before(), first, Details.textPaths()))
                .containsExactlyInAnyOrder("null", "phone");
    }

    @Test
    void keep_their_countries() {
        assertThat(new CountryIsKept().judge(seen(details(), details(), List.of(), "a post")))
                .isEqualTo(Judgement.HOLDS);
        assertThat(new CountryIsKept()
                        .judge(seen(
                                Details.with(details(), "billing-address", json("null")),
                                Details.with(details(), "address.country", json("'false'")),
                                List.of(),
                                "a post")))
                .isEqualTo(Judgement.broken(
                                "a read after a post doesn't show the countries that were posted: address.country",
                                "address.country \"FR\"",
                                "address.country \"false\"")
                        .at("/user/address/country"));
    }

    private static Judgement atOnce(JsonNode posted, JsonNode before, JsonNode first) {
        return new PostIsSeenAtOnce()
                .judge(new PostAndRead(posted, before, first, details(), Details.textPaths(), "a post"));
    }

    private static ObjectNode before() {
        return Details.with(
                Details.with(Details.complete(2, json("'old'")), "phone", json("'+31 1'")), "address", json("null"));
    }

    private static ObjectNode details() {
        return Details.complete(1, json("'NL004495445B01'"));
    }
}
