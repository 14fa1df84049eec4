package io.chargeproof.sandbox.oioi;

import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The provider states of the user calls, with the values that fit each. */
final class UserStates {
    private final FreshUsers fresh = new FreshUsers();
    private final UserRecords users;

    private UserStates(UserRecords users) {
        this.users = users;
    }

    static Map<String, Function<JsonNode, ObjectNode>> of(UserRecords users) {
        UserStates states = new UserStates(users);
        return Map.of(
                "the API key is accepted",
                        params -> JsonNodeFactory.instance.objectNode().put("api-key", UserTestData.API_KEY),
                "a user exists", params -> states.user(params).put("api-key", UserTestData.API_KEY),
                "the API key is refused", params -> states.user(params).put("api-key", UserTestData.REFUSED_API_KEY),
                "the user can't be authenticated", states::strangeUser);
    }

    private ObjectNode user(JsonNode params) {
        User user = params.path("variant").asString("primary").equals("sparse") ? fresh.sparse() : fresh.populated();
        users.add(user);
        return JsonNodeFactory.instance
                .objectNode()
                .put("username", user.username())
                .put("token", user.token())
                .put("evco-id", user.evcoId())
                .put("rfid", user.rfid());
    }

    private ObjectNode strangeUser(JsonNode params) {
        return user(params)
                .put("api-key", UserTestData.API_KEY)
                .put("token", "not-" + user(params).path("token").asString());
    }
}
