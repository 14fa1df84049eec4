package io.chargeproof.traffic;

import io.chargeproof.api.evcnet.CustomerBodies;
import io.chargeproof.api.evcnet.CustomerIds;
import io.chargeproof.api.evcnet.CustomerRequests;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.Details;
import io.chargeproof.api.oioi.IdentifierType;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.TestUser;
import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.ProfileReader;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client that does what clients do: it makes two customers and writes to one, reads a user by each identifier, posts details and
 * reads them back; some of it is refused. Nothing waits: the exchanges are dated three seconds apart afterwards.
 */
public final class OrdinaryClient {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final Profile profile;
    private final JdkTransport transport;
    private final List<Exchange> exchanges = new ArrayList<>();

    private OrdinaryClient(Profile profile, JdkTransport transport) {
        this.profile = profile;
        this.transport = transport;
    }

    /** What passed between it and a sandbox with these defects and variants. */
    public static List<Exchange> session(List<String> defects, List<String> variants) {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, defects, variants));
                JdkTransport transport = new JdkTransport(TransportSettings.of(Duration.ofSeconds(10)))) {
            OrdinaryClient client = new OrdinaryClient(profile(sandbox), transport);
            client.customers();
            client.users();
            return List.copyOf(client.exchanges);
        }
    }

    /** Has it call the target of a profile; what passed. */
    public static List<Exchange> calls(String profile) {
        try (JdkTransport transport = new JdkTransport(TransportSettings.of(Duration.ofSeconds(10)))) {
            OrdinaryClient client = new OrdinaryClient(profile(profile), transport);
            client.customers();
            client.users();
            return List.copyOf(client.exchanges);
        }
    }

    static Profile profile(Sandbox sandbox) {
        return profile(sandbox.profile());
    }

    private static Profile profile(String text) {
        return new ProfileReader(RequirementCatalogue.shipped(), Clock.systemUTC())
                .parse(text, "sandbox", Map.of())
                .profile();
    }

    private void customers() {
        EvcNetTarget target = Objects.requireNonNull(EvcNetTarget.of(profile));
        CustomerRequests requests = new CustomerRequests(target, 1000);
        CustomerBodies bodies = new CustomerBodies(target, "ab12");
        ObjectNode first = bodies.create();
        Exchange created = send(requests.create(Body.of(first.toString())));
        send(requests.create(Body.of(bodies.create().toString())));
        String id = created.answer()
                .map(answer -> CustomerIds.in(
                                answer, null, first.path("object_id").asString(), false)
                        .get(0)
                        .id())
                .orElse("1");
        HttpRequest update = requests.update(id, Body.of(bodies.update(first).toString()));
        send(update);
        send(update);
        ObjectNode wrong = bodies.create();
        wrong.put("gender", "Q7");
        send(requests.create(Body.of(wrong.toString())));
        HttpRequest stranger = requests.create(Body.of(bodies.create().toString()));
        send(stranger.withHeaders(stranger.headers().with("Authorization", "token wrong-token-0815")));
    }

    private void users() {
        OioiTarget target = Objects.requireNonNull(OioiTarget.of(profile));
        TestUser user = Objects.requireNonNull(target.primary());
        UserRequests requests = new UserRequests(target);
        String token = user.token().value();
        ObjectNode byName = UserRequests.user(IdentifierType.USERNAME, user.username(), token);
        ObjectNode byContract = UserRequests.user(IdentifierType.EVCO_ID, String.valueOf(user.evcoId()), token);
        ObjectNode byCard = UserRequests.user(IdentifierType.RFID, String.valueOf(user.rfid()), token);
        send(requests.read(byName));
        send(requests.read(byContract));
        send(requests.read(byCard));
        ObjectNode details = Details.complete(1, NullNode.getInstance());
        send(requests.post(byName, details));
        send(requests.read(byName));
        send(requests.read(byContract));
        send(requests.post(byCard, Details.complete(2, NullNode.getInstance())));
        send(requests.read(byCard));
        send(requests.read(UserRequests.user(IdentifierType.USERNAME, user.username(), "wrong-token-0815")));
        send(requests.read(UserRequests.user(IdentifierType.USERNAME, "nobody@example.com", token)));
        ObjectNode refused = details.deepCopy();
        refused.put("vat", "DE1234567");
        send(requests.post(byName, refused));
        send(requests.read(byName));
    }

    private Exchange send(HttpRequest request) {
        Exchange sent = transport.send(request);
        int number = exchanges.size() + 1;
        Exchange dated =
                new Exchange(number, request, sent.reply(), 1, START.plusSeconds(3L * number), Duration.ofMillis(12));
        exchanges.add(dated);
        return dated;
    }
}
