package io.chargeproof.sandbox;

import static io.chargeproof.sandbox.UserDeviation.PRIMARY;
import static io.chargeproof.sandbox.UserDeviation.SECONDARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Client.Answer;
import io.chargeproof.sandbox.oioi.User;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client keeps its connection to a sandbox, so that requests one after the other share it. */
class TrafficDefectsTest {
    private static final String WRONG = "Token wrong";
    private static final String WRONG_KEY = "key=wrong";

    private static final Map<String, Predicate<Client>> SHOWN = Map.ofEntries(
            Map.entry("evc-connection-authenticated-once", client -> update(client, Client.TOKEN, WRONG) == 200),
            Map.entry("evc-connection-needs-a-token-once", client -> update(client, Client.TOKEN, null) == 200),
            Map.entry("evc-refusal-sticks-to-connection", client -> update(client, WRONG, Client.TOKEN) == 403),
            Map.entry("evc-broken-body-sticks-to-connection", client -> {
                long id = client.created();
                client.put(id, "{");
                return client.put(id, "{}").status() == 400;
            }),
            Map.entry("evc-cookie-stands-for-token", client -> {
                long id = client.created();
                return withCookie(client, "PUT", "/api/rest/customer/" + id, WRONG, "{}")
                                .status()
                        == 200;
            }),
            Map.entry(
                    "evc-first-create-500",
                    client -> client.create(Bodies.customer().toString()).status() == 500),
            Map.entry("evc-two-creates-share-an-id", client -> {
                List<Long> ids = atOnce(client::created, client::created);
                return ids.get(0).equals(ids.get(1));
            }),
            Map.entry("evc-token-of-another-at-once", client -> {
                String path = "/api/rest/customer/" + client.created();
                return atOnce(
                                        () -> client.send("PUT", path, WRONG, "{}")
                                                .status(),
                                        () -> client.send("PUT", path, Client.TOKEN, "{}")
                                                .status())
                                .stream()
                                .distinct()
                                .count()
                        == 1;
            }),
            Map.entry("oioi-connection-shows-its-key-once", client -> {
                client.get(PRIMARY);
                return read(client, WRONG_KEY) == 0;
            }),
            Map.entry("oioi-refused-key-sticks-to-connection", client -> {
                read(client, WRONG_KEY);
                return read(client, Client.KEY) == 210;
            }),
            Map.entry("oioi-connection-shows-a-token-once", client -> {
                client.get(PRIMARY);
                return readWith(client, "wrong") == 0;
            }),
            Map.entry("oioi-failure-sticks-to-connection", client -> {
                readWith(client, "wrong");
                return client.get(PRIMARY).code() != 0;
            }),
            Map.entry("oioi-first-rfid-sticks-to-connection", client -> {
                byRfid(client, SECONDARY);
                return byRfid(client, PRIMARY).equals(SECONDARY.evcoId());
            }),
            Map.entry(
                    "oioi-cookie-stands-for-key",
                    client -> withCookie(
                                            client,
                                            "POST",
                                            "/api/v4/request",
                                            WRONG_KEY,
                                            Bodies.get("username", PRIMARY.username(), PRIMARY.token())
                                                    .toString())
                                    .code()
                            == 0),
            Map.entry(
                    "oioi-first-read-without-user",
                    client -> client.shown(PRIMARY).isMissingNode()),
            Map.entry(
                    "oioi-key-of-another-at-once",
                    client -> atOnce(() -> read(client, WRONG_KEY), () -> read(client, Client.KEY)).stream()
                                    .distinct()
                                    .count()
                            == 1),
            Map.entry("oioi-user-of-another-read-at-once", client -> {
                List<String> shown = atOnce(
                        () -> client.shown(PRIMARY).path("first-name").asString(""),
                        () -> client.shown(SECONDARY).path("first-name").asString(""));
                return shown.get(0).equals(shown.get(1));
            }),
            Map.entry("oioi-user-of-another-post-at-once", client -> {
                atOnce(
                        () -> client.post(PRIMARY, Bodies.details()).code(),
                        () -> client.post(SECONDARY, Bodies.details()).code());
                return !client.shown(PRIMARY)
                        .path("phone")
                        .equals(client.shown(SECONDARY).path("phone"));
            }),
            Map.entry(
                    "oioi-two-posts-at-once-collide",
                    client -> atOnce(
                                    () -> client.post(PRIMARY, Bodies.details()).status(),
                                    () -> client.post(PRIMARY, Bodies.details()).status())
                            .contains(500)),
            Map.entry(
                    "oioi-one-of-two-rfids-at-once-refused",
                    client -> atOnce(() -> byRfid(client, PRIMARY), () -> byRfid(client, SECONDARY))
                            .contains("")),
            Map.entry(
                    "oioi-one-of-two-posts-at-once-refused",
                    client -> atOnce(
                                    () -> client.post(PRIMARY, Bodies.details()).code(),
                                    () -> client.post(SECONDARY, Bodies.details())
                                            .code())
                            .contains(140)));

    static Stream<String> ids() {
        return SHOWN.keySet().stream().sorted();
    }

    /** Which show here what they do to the Customer API. */
    static Set<String> ofCustomers() {
        return Set.copyOf(ids().filter(id -> id.startsWith("evc-")).toList());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shows_and_the_correct_sandbox_does_not(String id) {
        assertThat(isShownBy(new SandboxOptions(0, List.of(id), List.of()), SHOWN.get(id)))
                .isTrue();
        assertThat(isShownBy(SandboxOptions.correct(), SHOWN.get(id))).isFalse();
    }

    private static boolean isShownBy(SandboxOptions options, Predicate<Client> shows) {
        try (Sandbox sandbox = Sandbox.start(options)) {
            return shows.test(new Client(sandbox));
        }
    }

    private static int update(Client client, @Nullable String first, @Nullable String then) {
        String path = "/api/rest/customer/999";
        client.send("PUT", path, first, "{}");
        int status = client.send("PUT", path, then, "{}").status();
        // Nobody has that id: who is let in gets 400.
        return status == 400 ? 200 : status;
    }

    private static int read(Client client, String key) {
        return UserDeviation.withKey(client, key).code();
    }

    private static int readWith(Client client, String token) {
        return client.call(Bodies.get("username", PRIMARY.username(), token).toString())
                .code();
    }

    private static String byRfid(Client client, User user) {
        return client.call(Bodies.get("rfid", user.rfid(), user.token()).toString())
                .json()
                .path("user")
                .path("evco-id")
                .asString("");
    }

    private static Answer withCookie(Client client, String method, String path, String authorization, String body) {
        return Client.sent(HttpRequest.newBuilder(URI.create(client.address() + path))
                .header("content-type", "application/json")
                .header("Authorization", authorization)
                .header("Cookie", "session=4711")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static <T> List<T> atOnce(Supplier<T> one, Supplier<T> other) {
        CompletableFuture<T> first = CompletableFuture.supplyAsync(one, task -> new Thread(task).start());
        CompletableFuture<T> second = CompletableFuture.supplyAsync(other, task -> new Thread(task).start());
        return List.of(first.join(), second.join());
    }
}
