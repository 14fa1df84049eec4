package io.chargeproof.api.oioi;

import static io.chargeproof.api.oioi.Exchanges.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chargeproof.profile.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class UserReferenceTest {
    private static final TestUser ANN =
            new TestUser("ann", new Secret("TOKEN", "s3cret"), "DE*8PS*104729*3", "04A1B2C3D4E5F6");
    private static final TestUser BOB = new TestUser("bob", new Secret("OTHER_TOKEN", "other7"), null, null);

    private static final TestUser CLEO =
            new TestUser("cleo", new Secret("TOKEN_OF_CLEO", "cleo-9"), "NL*8PS*555555*1", "04FFEEDDCCBBAA");

    private final UserReference references = new UserReference(ANN, BOB);

    @Test
    void is_called_by_what_is_wrong_with_it() {
        assertThat(said("a wrong token").path("identifier").asString()).isEqualTo("ann");
        assertThat(said("a wrong token").path("token").asString()).isNotEqualTo("s3cret");
        assertThat(said("the RFID with another user's token"))
                .hasToString("{\"identifier-type\":\"rfid\",\"identifier\":\"04A1B2C3D4E5F6\",\"token\":\"other7\"}");
        assertThat(said("the identifier-type evco_id"))
                .hasToString(
                        "{\"identifier-type\":\"evco_id\",\"identifier\":\"DE*8PS*104729*3\",\"token\":\"s3cret\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "an unknown username                             | username | chargeproof-nobody-boo | s3cret",
                "a username cut short                            | username | an                     | s3cret",
                "a username with more at its end                 | username | annx1                  | s3cret",
                "a username with more before it                  | username | x1ann                  | s3cret",
                "an unknown EVCO ID                              | evco-id  | DE*8PS*104779*3        | s3cret",
                "an unknown RFID                                 | rfid     | 04A1B2C3D4E5FF         | s3cret",
                "an RFID cut short                               | rfid     | 04A1B2C3               | s3cret",
                "an RFID with more at its end                    | rfid     | 04A1B2C3D4E5F6A1B2C3   | s3cret",
                "an RFID with more before it                     | rfid     | A1B2C304A1B2C3D4E5F6   | s3cret",
                "a wrong token as identifier                     | token    | t4dsfu                 |",
                "a token cut short as identifier                 | token    | s3cre                  |",
                "a token without its first character as identifier    | token | 3cret            |",
                "a token with more at its end as identifier      | token    | s3cretx1               |",
                "a token with another last character as identifier   | token | s3creu            |",
                "a token with another first character as identifier  | token | t3cret            |",
                "a token in the other letter case as identifier  | token    | S3CRET                 |",
                "a token without its first character             | username | ann                    | 3cret",
                "a wildcard as username                          | username | %                      | s3cret",
                "an asterisk as username                         | username | *                      | s3cret",
                "a username with a wildcard for its end          | username | an%                    | s3cret",
                "an EVCO ID cut short                            | evco-id  | DE*8PS*1047            | s3cret",
                "an EVCO ID with more at its end                 | evco-id  | DE*8PS*104729*3123     | s3cret",
                "the EVCO ID as username                         | username | DE*8PS*104729*3        | s3cret",
                "the username as EVCO ID                         | evco-id  | ann                    | s3cret",
                "the RFID as token                               | token    | 04A1B2C3D4E5F6         |",
                "the token as identifier                         | token    | s3cret                 |",
                "a wrong token                                   | username | ann                    | t4dsfu",
                "a token cut short                               | username | ann                    | s3cre",
                "a token with more at its end                    | username | ann                    | s3cretx1",
                "a token with more before it                     | username | ann                    | x1s3cret",
                "a token with another last character             | username | ann                    | s3creu",
                "a token with another first character            | username | ann                    | t3cret",
                "a token in the other letter case                | username | ann                    | S3CRET",
                "the username with another user's token          | username | ann                    | cleo-9",
                "the EVCO ID with another user's token           | evco-id  | DE*8PS*104729*3        | cleo-9",
                "the RFID with another user's token              | rfid     | 04A1B2C3D4E5F6         | cleo-9",
                "the token with another user's token             | token    | s3cret                 | cleo-9",
                "the other user with a wrong token               | username | cleo                   | dmfp-0",
                "the other user's username with one's own token  | username | cleo                   | s3cret",
                "the other user's EVCO ID with one's own token   | evco-id  | NL*8PS*555555*1        | s3cret",
                "the other user's RFID with one's own token      | rfid     | 04FFEEDDCCBBAA         | s3cret",
                "the username without a token                    | username | ann                    |",
                "the EVCO ID without a token                     | evco-id  | DE*8PS*104729*3        |",
                "the RFID without a token                        | rfid     | 04A1B2C3D4E5F6         |",
                "the username with an empty token                | username | ann                    | ~~",
                "the EVCO ID with an empty token                 | evco-id  | DE*8PS*104729*3        | ~~",
                "the RFID with an empty token                    | rfid     | 04A1B2C3D4E5F6         | ~~",
                "an empty identifier                             | username | ~~                     | s3cret",
                "an empty EVCO ID                                | evco-id  | ~~                     | s3cret",
                "an empty RFID                                   | rfid     | ~~                     | s3cret",
                "the identifier-type USERNAME                    | USERNAME | ann                    | s3cret",
                "the identifier-type email                       | email    | ann                    | s3cret",
                "the identifier-type evcoId                      | evcoId   | DE*8PS*104729*3        | s3cret",
                "the identifier-type RFID                        | RFID     | 04A1B2C3D4E5F6         | s3cret",
                "the identifier-type                             | ~~       | ann                    | s3cret"
            })
    void says_who_the_user_is(String name, String type, String identifier, @Nullable String token) {
        String secret = token == null ? "" : ",'token':'" + token + "'";

        assertThat(new UserReference(ANN, CLEO).named(name))
                .contains(json("{'identifier-type':'" + type + "','identifier':'" + identifier + "'" + secret + "}"));
    }

    @ParameterizedTest
    @CsvSource({
        "an unknown username,                    chargeproof-nobody-eboo@example.com",
        "a long unknown username,                chargeproof-nobody-chargeproof-nobody-chargeproof-nobody-"
                + "chargeproof-nobody-chargeproof-nobody-chargeproof-nobody-dann@example.com",
        "a username cut short,                   dan@example.com",
        "a username with more at its end,        dannx1@example.com",
        "a username with a wildcard for its end, dan%@example.com"
    })
    void keeps_another_name_to_the_same_domain(String name, String identifier) {
        UserReference reference = new UserReference(new TestUser("dann@example.com", ANN.token(), null, null), null);

        assertThat(identifier(reference, name)).contains(identifier);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the username with a null token | {'identifier-type':'username','identifier':'ann','token':null}",
                "no identifier-type             | {'identifier':'ann','token':'s3cret'}",
                "no identifier                  | {'identifier-type':'username','token':'s3cret'}"
            },
            quoteCharacter = '~')
    void says_less_or_null(String name, String said) {
        assertThat(said(name)).isEqualTo(json(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "04A1B2C3             |                | 04A1B2C3A1B2C3",
                "04A1B2C3D            | 04A1B2C3       | 04A1B2C3DA1B2C3",
                "04A1B2C3D4E5F6       | 04A1B2C3       | 04A1B2C3D4E5F6A1B2C3",
                "04A1B2C3D4E5F60      | 04A1B2C3D4E5F6 | 04A1B2C3D4E5F60A1B2C3",
                "04A1B2C3D4E5F6A1B2C3 | 04A1B2C3D4E5F6 |"
            })
    void keeps_an_RFID_of_another_length_to_the_lengths_of_cards(
            String rfid, @Nullable String shorter, @Nullable String longer) {
        UserReference reference = new UserReference(new TestUser("dan", ANN.token(), null, rfid), null);

        assertThat(identifier(reference, "an RFID cut short")).isEqualTo(Optional.ofNullable(shorter));
        assertThat(identifier(reference, "an RFID with more at its end")).isEqualTo(Optional.ofNullable(longer));
    }

    @ParameterizedTest
    @CsvSource({
        "DE*8PS*104729*3,  DE*8PS*104779*3",
        "DE*8PS*104779*3,  DE*8PS*104739*3",
        "DE8PS104729,      DE8PS107729",
        "DE*8PS*CARDABCDE, EF*9QT*DBSEBCDEF"
    })
    void has_an_unknown_EVCO_ID_that_differs_from_the_known_one_in_the_instance(String known, String unknown) {
        UserReference reference = new UserReference(new TestUser("dan", ANN.token(), known, null), null);

        assertThat(identifier(reference, "an unknown EVCO ID")).contains(unknown);
    }

    @ParameterizedTest
    @CsvSource({"04A1B2C3D4E5F6, 04A1B2C3D4E5FF", "04A1B2C3D4E5FF, 04A1B2C3D4E5F0"})
    void has_an_unknown_RFID_that_differs_from_the_known_one_at_its_end(String known, String unknown) {
        UserReference reference = new UserReference(new TestUser("dan", ANN.token(), null, known), null);

        assertThat(identifier(reference, "an unknown RFID")).contains(unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a username cut short", "an unknown EVCO ID", "an unknown RFID"})
    void is_none_where_it_would_name_the_other_user(String name) {
        TestUser near = new TestUser("an", CLEO.token(), "DE*8PS*104779*3", "04A1B2C3D4E5FF");

        assertThat(new UserReference(ANN, near).named(name)).isEmpty();
        assertThat(new UserReference(ANN, CLEO).named(name)).isPresent();
    }

    @Test
    void is_none_where_a_token_has_no_other_letter_case() {
        TestUser digits = new TestUser("dan", new Secret("TOKEN_OF_DAN", "0123456"), null, null);

        assertThat(new UserReference(digits, null).named("a token in the other letter case"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the username with another user's token",
                "the token with another user's token",
                "the other user with a wrong token",
                "the other user's username with one's own token"
            })
    void is_none_without_another_user(String name) {
        assertThat(new UserReference(ANN, null).named(name)).isEmpty();
    }

    @Test
    void is_missing_if_no_user_is_said() {
        assertThat(said("no user").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an unknown EVCO ID",
                "an unknown RFID",
                "an RFID cut short",
                "an RFID with more at its end",
                "the EVCO ID with another user's token",
                "the RFID without a token",
                "the EVCO ID with an empty token",
                "the RFID with an empty token",
                "the identifier-type evco_id"
            })
    void is_none_where_the_user_lacks_what_it_is_made_of(String name) {
        assertThat(new UserReference(BOB, null).named(name)).isEmpty();
    }

    @Test
    void an_unknown_name_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> references.named("the username with a right token"))
                .withMessage("no user is called 'the username with a right token'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an unknown username",
                "a token cut short",
                "an RFID with more at its end",
                "the EVCO ID with another user's token"
            })
    void a_wrong_user_may_be_said_in_the_documented_form(String name) {
        assertThat(UserReference.isDocumented(UserCall.GET_DETAILS, said(name))).isTrue();
        assertThat(UserReference.isDocumented(UserCall.POST_DETAILS, said(name)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no user",
                "no identifier-type",
                "no identifier",
                "an empty RFID",
                "the identifier-type",
                "the identifier-type USERNAME",
                "the EVCO ID without a token",
                "the RFID with an empty token",
                "the username with a null token"
            })
    void what_is_left_out_empty_or_unknown_breaks_the_form(String name) {
        assertThat(UserReference.isDocumented(UserCall.GET_DETAILS, said(name))).isFalse();
        assertThat(UserReference.isDocumented(UserCall.POST_DETAILS, said(name)))
                .isFalse();
    }

    @Test
    void only_posts_know_users_by_their_token() {
        JsonNode byToken = said("the token as identifier");

        assertThat(UserReference.isDocumented(UserCall.GET_DETAILS, byToken)).isFalse();
        assertThat(UserReference.isDocumented(UserCall.POST_DETAILS, byToken)).isTrue();
    }

    private static Optional<String> identifier(UserReference reference, String name) {
        return reference.named(name).map(user -> user.path("identifier").stringValue());
    }

    private JsonNode said(String name) {
        return references.named(name).orElseThrow();
    }
}
