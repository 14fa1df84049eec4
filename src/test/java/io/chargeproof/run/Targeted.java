package io.chargeproof.run;

import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.Accounts;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.TestUser;
import io.chargeproof.api.oioi.UserFixtures;
import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.check.Answers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Reply;
import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Connection;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Limits;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.Secret;
import io.chargeproof.profile.TargetKind;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A target that nobody reaches, as a profile describes it, and a provider of users without a network. */
public final class Targeted {
    public static final TestUser PRIMARY =
            new TestUser("ann", new Secret("ANN_TOKEN", "token-of-ann"), "DE*8PS*123456*7", "04E12345");
    public static final TestUser SECONDARY = new TestUser("bob", new Secret("BOB_TOKEN", "token-of-bob"), null, null);
    public static final OioiTarget OIOI = new OioiTarget(
            URI.create("https://oioi.example.com/api/v4/request"),
            new Secret("OIOI_API_KEY", "the-api-key"),
            null,
            PRIMARY,
            SECONDARY,
            null);
    public static final EvcNetTarget EVC_NET = evcNet(List.of("card-1", "card-2"), null);
    public static final Profile PROFILE = profile(EVC_NET, OIOI);

    private Targeted() {}

    public static EvcNetTarget evcNet(List<String> cards, @Nullable String cardCustomer) {
        return new EvcNetTarget(
                URI.create("https://evc.example.com"),
                new Secret("EVC_NET_TOKEN", "the-token"),
                null,
                Map.of(),
                Map.of(),
                "mail.example.com",
                cards,
                cardCustomer,
                null);
    }

    public static Profile profile(@Nullable EvcNetTarget evcNet, @Nullable OioiTarget oioi) {
        return new Profile(
                "acceptance",
                TargetKind.ACCEPTANCE,
                Stream.<@Nullable ApiTarget>of(evcNet, oioi)
                        .flatMap(Stream::ofNullable)
                        .toList(),
                new Limits(null, Duration.ofSeconds(10), 0, 2000, 10),
                Connection.DIRECT,
                Map.of(),
                Depth.STANDARD,
                List.of());
    }

    public static UserFixtures users(Accounts accounts) {
        return new UserFixtures(OIOI, new UserRequests(OIOI), 1, accounts);
    }

    public static ObjectNode details(String lastName) {
        return (ObjectNode) JsonMapper.shared()
                .readTree("{\"first-name\":\"Ann\",\"last-name\":\"" + lastName + "\",\"phone\":\"+31 20 1234567\"}");
    }

    public static HttpAnswer user(JsonNode details) {
        return Answers.json(200, "{\"user\":" + details + ",\"result\":{\"code\":0,\"message\":\"Success.\"}}");
    }

    public static HttpAnswer code(int status, int code) {
        return Answers.json(status, "{\"result\":{\"code\":" + code + ",\"message\":\"No.\"}}");
    }

    /** A provider that keeps each user's details, and shows them by whatever identifier. */
    public static final class Provider {
        public final Map<String, ObjectNode> details = new LinkedHashMap<>();

        public Provider with(TestUser user, ObjectNode given) {
            details.put(user.username(), given);
            return this;
        }

        public Reply answer(HttpRequest request) {
            JsonNode body = JsonMapper.shared().readTree(request.body().text());
            boolean posts = body.has("user-post-details");
            JsonNode call = body.path(posts ? "user-post-details" : "user-get-details");
            String name = call.path("user").path("identifier").asString("");
            String username = List.of("DE*8PS*123456*7", "04E12345").contains(name) ? "ann" : name;
            if (!details.containsKey(username)) {
                return code(401, 144);
            }
            if (posts) {
                details.put(username, (ObjectNode) call.path("details"));
                return code(200, 0);
            }
            return user(details.get(username));
        }
    }
}
