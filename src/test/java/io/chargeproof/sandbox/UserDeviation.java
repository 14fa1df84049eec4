package io.chargeproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Client.Answer;
import io.chargeproof.sandbox.oioi.User;
import io.chargeproof.sandbox.oioi.UserTestData;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be seen of a variation over HTTP.
 *
 * @param variation the defect or variant
 * @param shows whether it shows
 */
record UserDeviation(String variation, Predicate<Client> shows) {
    static final User PRIMARY = UserTestData.primary();
    static final User SECONDARY = UserTestData.secondary();
    static final User SPARSE = UserTestData.sparse();

    static UserDeviation of(String variation, Predicate<Client> shows) {
        return new UserDeviation(variation, shows);
    }

    void isOfTheDefectAlone() {
        assertThat(shows(new SandboxOptions(0, List.of(variation), List.of())))
                .as("with it")
                .isTrue();
        assertThat(shows(SandboxOptions.correct())).as("without it").isFalse();
    }

    void isOfTheVariantAlone() {
        assertThat(shows(new SandboxOptions(0, List.of(), List.of(variation))))
                .as("with it")
                .isTrue();
        assertThat(shows(SandboxOptions.correct())).as("without it").isFalse();
    }

    private boolean shows(SandboxOptions options) {
        try (Sandbox sandbox = Sandbox.start(options)) {
            return shows.test(new Client(sandbox));
        }
    }

    @Override
    public String toString() {
        return variation;
    }

    static Answer get(Client client, String type, String identifier, @Nullable String token) {
        return client.call(Bodies.get(type, identifier, token).toString());
    }

    static Answer post(Client client, String type, String identifier, @Nullable String token) {
        return client.call(
                Bodies.post(type, identifier, token, Bodies.details()).toString());
    }

    /** Details whose member, such as {@code vat} or {@code address.zip}, has another value. */
    static ObjectNode with(String path, @Nullable Object value) {
        ObjectNode details = Bodies.details();
        int dot = path.indexOf('.');
        ObjectNode holder = dot < 0 ? details : (ObjectNode) details.path(path.substring(0, dot));
        holder.putPOJO(path.substring(dot + 1), value);
        return details;
    }

    static Answer posted(Client client, String path, @Nullable Object value) {
        return client.post(PRIMARY, with(path, value));
    }

    /** What the member reads after it was posted. */
    static JsonNode read(Client client, String path, @Nullable Object value) {
        posted(client, path, value);
        return client.shown(PRIMARY).at("/" + path.replace('.', '/'));
    }

    static String text(Client client, String path, @Nullable Object value) {
        return read(client, path, value).asString("");
    }

    static boolean isTaken(Answer answer) {
        return answer.code() == 0 && answer.json().path("result").has("code") && answer.reason() == null;
    }

    static Answer withKey(Client client, @Nullable String authorization) {
        return client.send(
                "POST",
                "/api/v4/request",
                authorization,
                Bodies.get("username", PRIMARY.username(), PRIMARY.token()).toString());
    }
}
