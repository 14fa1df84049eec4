package io.chargeproof.oioi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chargeproof.target.Secret;
import io.chargeproof.target.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class UserReferenceTest {
    private static final TestUser ANN =
            new TestUser("ann", new Secret("TOKEN", "s3cret"), "DE*8PS*104729*3", "04A1B2C3D4E5F6");
    private static final TestUser BOB = new TestUser("bob", new Secret("OTHER_TOKEN", "other7"), null, null);

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
                "the EVCO ID with another user's token",
                "the RFID without a token"
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

    private JsonNode said(String name) {
        return references.named(name).orElseThrow();
    }
}
