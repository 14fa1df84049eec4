package io.chargeproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Client.Answer;
import io.chargeproof.sandbox.oioi.UserTestData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ProviderStatesTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
    private final Client client = new Client(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Answer set(String action, String state, ObjectNode params) {
        ObjectNode body = Bodies.object().put("action", action).put("state", state);
        body.set("params", params);
        return client.send("POST", "/_chargeproof/provider-states", null, body.toString());
    }

    private JsonNode values(String state, ObjectNode params) {
        return set("setup", state, params).json();
    }

    @Test
    void makes_a_customer() {
        JsonNode values = values("a customer exists", Bodies.object());

        assertThat(client.put(values.path("customer-id").asString(), "{}").status())
                .isEqualTo(200);
    }

    @Test
    void makes_cards_that_nobody_has() {
        JsonNode values = values("cards exist", Bodies.object().put("count", 2));

        assertThat(values.path("cards")).hasSize(2);
        ObjectNode both = Bodies.cards(
                values.path("card-1").asString(), values.path("card-2").asString());
        assertThat(client.put(client.created(), both.toString()).status()).isEqualTo(200);
    }

    @Test
    void makes_users_with_details_and_without() {
        assertThat(shown(values("a user exists", Bodies.object()))
                        .path("first-name")
                        .asString())
                .isEqualTo("Driver");
        assertThat(shown(values("a user exists", Bodies.object().put("variant", "sparse")))
                        .path("first-name")
                        .isNull())
                .isTrue();
    }

    private JsonNode shown(JsonNode values) {
        return client.call(Bodies.get(
                                "evco-id",
                                values.path("evco-id").asString(),
                                values.path("token").asString())
                        .toString())
                .json()
                .path("user");
    }

    @Test
    void gives_a_key_that_is_refused_without_refusing_the_others() {
        JsonNode values = values("the API key is refused", Bodies.object());

        String call = Bodies.get(
                        "username",
                        values.path("username").asString(),
                        values.path("token").asString())
                .toString();
        assertThat(client.send(
                                "POST",
                                "/api/v4/request",
                                "key=" + values.path("api-key").asString(),
                                call)
                        .code())
                .isEqualTo(210);
        assertThat(client.get(UserTestData.primary()).code()).isZero();
    }

    @Test
    void gives_a_user_and_a_token_that_do_not_belong_together() {
        JsonNode values = values("the user can't be authenticated", Bodies.object());

        Answer answer = client.call(Bodies.get(
                        "username",
                        values.path("username").asString(),
                        values.path("token").asString())
                .toString());

        assertThat(answer.code()).isEqualTo(145);
    }

    @Test
    void takes_states_down_and_names_those_it_knows() {
        assertThat(set("teardown", "a customer exists", Bodies.object()).text()).isEqualTo("{}");
        Answer unknown = set("setup", "it rains", Bodies.object());
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("error").asString())
                .isEqualTo("there is no provider state of that name; there are: a customer exists, a user exists, "
                        + "cards exist, no such customer exists, the API key is accepted, the API key is refused, "
                        + "the user can't be authenticated");
    }
}
