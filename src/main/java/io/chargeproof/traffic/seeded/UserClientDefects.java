package io.chargeproof.traffic.seeded;

import static io.chargeproof.traffic.seeded.ClientSession.KEY;
import static io.chargeproof.traffic.seeded.ClientSession.SHOWN;
import static io.chargeproof.traffic.seeded.ClientSession.header;
import static io.chargeproof.traffic.seeded.ClientSession.post;
import static io.chargeproof.traffic.seeded.ClientSession.read;
import static io.chargeproof.traffic.seeded.ClientSession.text;
import static io.chargeproof.traffic.seeded.ClientSession.url;
import static io.chargeproof.traffic.seeded.ClientSession.without;
import static io.chargeproof.traffic.seeded.SeededClient.client;
import static io.chargeproof.traffic.seeded.SeededClient.identifier;
import static io.chargeproof.traffic.seeded.SeededClient.refused;
import static io.chargeproof.traffic.seeded.SeededClient.seeded;

import java.util.List;

/** Clients of OIOI that break a requirement, an entry each. */
final class UserClientDefects {
    static final String REASON = """
            {"result":{"code":0,"message":"Success"},"user-post-details":{"reason":"VAT is not valid"}}""";
    private static final String FAILED = "{\"result\":{\"code\":100,\"message\":\"later\"}}";

    static final List<SeededClient> ALL = List.of(
            client(
                    "OIOI-CLIENT-1",
                    "sends a member beside the call",
                    read(),
                    text("{\"user-get", "{\"note\":1,\"user-get")),
            refused("OIOI-CLIENT-2", "sends no key", read(), without("Authorization")),
            client("OIOI-CLIENT-2", "sends its key as Bearer", read(), header("Authorization", "Bearer " + KEY)),
            client("OIOI-CLIENT-2", "says that it sends text", read(), header("Content-Type", "text/plain")),
            client("OIOI-CLIENT-2", "says nothing of what it sends", read(), without("Content-Type")),
            client(
                    "OIOI-CLIENT-3",
                    "names a charset",
                    read(),
                    header("Content-Type", "application/json; charset=utf-8")),
            refused("OIOI-CLIENT-4", "uses an unknown type", read(), text("\"username\"", "\"email\"")),
            client("OIOI-CLIENT-4", "reads by token", read(), text("\"username\"", "\"token\"")),
            refused("OIOI-CLIENT-4", "sends a numeric token", read(), text("\"user-token-1\"", "12")),
            refused("OIOI-CLIENT-4", "sends no identifier", read(), text("\"jan@example.com\"", "\"\"")),
            client("OIOI-CLIENT-5", "posts a numeric zip", post(), text("\"1016\"", "1016")),
            refused("OIOI-CLIENT-5", "posts no details", post(), text(ClientSession.DETAILS, "null")),
            refused("OIOI-CLIENT-6", "posts a country by name", post(), text("\"NL\"", "\"Netherlands\"")),
            refused("OIOI-CLIENT-6", "posts an address without a country", post(), text(",\"country\":\"NL\"", "")),
            client("OIOI-CLIENT-7", "posts a locale with a country", post(), text("\"nl\"", "\"nl_NL\"")),
            client("OIOI-CLIENT-8", "misspells a member of details", post(), text("first-name", "first_name")),
            client("OIOI-CLIENT-8", "misspells a member of an address", post(), text("\"zip\"", "\"zip-code\"")),
            client("OIOI-CLIENT-9", "sends a UID in lower case", read(), identifier("rfid", "04a1b2c3")),
            client("OIOI-CLIENT-9", "sends a short contract ID", read(), identifier("evco-id", "DE*8PS*15")),
            seeded(
                    "OIOI-CLIENT-10",
                    "tries again before it may",
                    new ClientSession()
                            .at(0, read(), 503, FAILED, "Retry-After", "10")
                            .at(1000, read(), 200, SHOWN)),
            seeded(
                    "OIOI-CLIENT-10",
                    "tries again every second",
                    new ClientSession()
                            .at(0, read(), 503, FAILED)
                            .at(1000, read(), 503, FAILED)
                            .at(2000, read(), 200, SHOWN)),
            client("OIOI-CLIENT-11", "leaves TLS out", read(), url("https:", "http:")),
            client("OIOI-CLIENT-11", "repeats its key in the body", read(), text("jan@example.com", KEY)),
            client("OIOI-CLIENT-11", "has its key in the address", read(), url("request", "request?k=" + KEY)),
            seeded(
                    "OIOI-CLIENT-12",
                    "takes a reason for success",
                    new ClientSession()
                            .add(text("null", "\"DE1\"").apply(post()), 200, REASON)
                            .add(
                                    text("null", "\"DE1\"")
                                            .andThen(text("Gracht", "Dam"))
                                            .apply(post()),
                                    200,
                                    REASON)));

    private UserClientDefects() {}
}
