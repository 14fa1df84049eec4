package io.chargeproof.api.oioi;

import static io.chargeproof.api.oioi.Exchanges.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers.Field;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class UserRequestsTest {
    private final UserRequests requests = new UserRequests(Exchanges.TARGET);

    @Test
    void read_a_user_by_one_call() {
        HttpRequest request = requests.read(UserRequests.user(IdentifierType.EVCO_ID, "DE*8PS*156456*7", "t"));

        assertThat(request.method()).isEqualTo(HttpMethod.POST);
        assertThat(request.uri()).hasToString("https://oioi.example.com/api/v4/request");
        assertThat(request.headers().fields())
                .containsExactly(
                        new Field("Authorization", "key=" + Exchanges.KEY),
                        new Field("content-type", "application/json"),
                        new Field("accept", "application/json"));
        assertThat(request.body())
                .isEqualTo(Body.of("{\"user-get-details\":{\"user\":{\"identifier-type\":\"evco-id\","
                        + "\"identifier\":\"DE*8PS*156456*7\",\"token\":\"t\"}}}"));
        assertThat(request.purpose()).isEqualTo(RequestPurpose.of("oioi", "user-get-details"));
        assertThat(request.resend()).isEqualTo(Idempotency.SAFE);
    }

    @Test
    void post_details_by_one_call() {
        ObjectNode user = UserRequests.user(IdentifierType.TOKEN, "t", null);
        HttpRequest request = requests.post(user, (ObjectNode) json("{'locale':null}"));

        assertThat(request.body())
                .isEqualTo(Body.of("{\"user-post-details\":{\"user\":{\"identifier-type\":\"token\","
                        + "\"identifier\":\"t\"},\"details\":{\"locale\":null}}}"));
        assertThat(request.purpose()).isEqualTo(RequestPurpose.of("oioi", "user-post-details"));
    }

    @Test
    void bear_no_key_where_the_profile_has_none() {
        OioiTarget keyless = new OioiTarget(Exchanges.TARGET.endpoint(), null, null, Exchanges.PRIMARY, null, null);

        assertThat(new UserRequests(keyless)
                        .of("user-get-details", Body.EMPTY)
                        .headers()
                        .first("Authorization"))
                .isEmpty();
        assertThat(UserInvariants.standing(keyless)).hasSize(10);
    }

    @Test
    void identify_a_user_by_what_the_profile_knows() {
        assertThat(IdentifierType.USERNAME.of(Exchanges.PRIMARY)).contains("primary");
        assertThat(IdentifierType.EVCO_ID.of(Exchanges.PRIMARY)).contains("DE*8PS*156456730*9");
        assertThat(IdentifierType.EVCO_ID.of(Exchanges.SECONDARY)).isEmpty();
        assertThat(IdentifierType.RFID.of(Exchanges.PRIMARY)).isEmpty();
        assertThat(IdentifierType.RFID.of(new TestUser("rita", Exchanges.PRIMARY.token(), null, "04A1B2C3D4E5F6")))
                .contains("04A1B2C3D4E5F6");
        assertThat(IdentifierType.TOKEN.of(Exchanges.SECONDARY)).contains("secondary-token-2");
    }
}
