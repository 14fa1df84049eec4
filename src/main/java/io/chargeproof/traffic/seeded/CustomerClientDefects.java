package io.chargeproof.traffic.seeded;

import static io.chargeproof.traffic.seeded.ClientSession.CREATED;
import static io.chargeproof.traffic.seeded.ClientSession.TOKEN;
import static io.chargeproof.traffic.seeded.ClientSession.cards;
import static io.chargeproof.traffic.seeded.ClientSession.creation;
import static io.chargeproof.traffic.seeded.ClientSession.customer;
import static io.chargeproof.traffic.seeded.ClientSession.header;
import static io.chargeproof.traffic.seeded.ClientSession.text;
import static io.chargeproof.traffic.seeded.ClientSession.update;
import static io.chargeproof.traffic.seeded.ClientSession.url;
import static io.chargeproof.traffic.seeded.ClientSession.without;
import static io.chargeproof.traffic.seeded.SeededClient.client;
import static io.chargeproof.traffic.seeded.SeededClient.numbered;
import static io.chargeproof.traffic.seeded.SeededClient.refused;
import static io.chargeproof.traffic.seeded.SeededClient.seeded;

import io.chargeproof.exchange.HttpMethod;
import java.util.List;
import java.util.function.UnaryOperator;

/** Clients of the Customer API that break a requirement, an entry each. */
final class CustomerClientDefects {
    private static final String REFUSED = "{\"status\":\"error\",\"data\":\"unknown customer\"}";

    static final List<SeededClient> ALL = List.of(
            client("EVC-CLIENT-1", "reads a customer", customer(HttpMethod.GET, "/77", "")),
            client("EVC-CLIENT-1", "deletes a customer", customer(HttpMethod.DELETE, "/77", "")),
            client("EVC-CLIENT-1", "posts to a customer", customer(HttpMethod.POST, "/77", "{}")),
            refused("EVC-CLIENT-2", "sends no token", creation(), without("Authorization")),
            client("EVC-CLIENT-2", "sends its token as Bearer", creation(), header("Authorization", "Bearer " + TOKEN)),
            client("EVC-CLIENT-2", "sends its token bare", creation(), header("Authorization", TOKEN)),
            client("EVC-CLIENT-3", "accepts anything", creation(), header("accept", "*/*")),
            client("EVC-CLIENT-3", "sends a UUID", creation(), header("X-Request-ID", "7d0a-11")),
            client("EVC-CLIENT-3", "sends another version", creation(), header("x-api-version", "1.1")),
            client("EVC-CLIENT-3", "sends no version", creation(), without("x-api-version")),
            seeded(
                    "EVC-CLIENT-4",
                    "uses one X-Request-ID for all",
                    new ClientSession().add(creation(), 200, CREATED).add(update(), 200, "{}")),
            refused(
                    "EVC-CLIENT-5",
                    "sends a form",
                    customer(HttpMethod.POST, "", "first_name=Jan"),
                    UnaryOperator.identity()),
            refused("EVC-CLIENT-5", "sends a list", customer(HttpMethod.POST, "", "[]"), UnaryOperator.identity()),
            refused("EVC-CLIENT-5", "sends nothing", customer(HttpMethod.POST, "", ""), UnaryOperator.identity()),
            client("EVC-CLIENT-6", "misspells a member", creation(), text("first_name", "firstname")),
            client("EVC-CLIENT-6", "sends a truth value", creation(), text("\"false\"", "false")),
            client("EVC-CLIENT-6", "says no for false", creation(), text("\"false\"", "\"no\"")),
            refused(
                    "EVC-CLIENT-7",
                    "sends one card bare",
                    cards(),
                    text("[{\"card_external_id\":\"C-1\"}]", "\"C-1\"")),
            refused("EVC-CLIENT-7", "sends a number of a card", cards(), text("\"C-1\"", "1")),
            refused("EVC-CLIENT-7", "sends an empty card", cards(), text("\"C-1\"", "\"\"")),
            refused("EVC-CLIENT-8", "sends an email without an @", creation(), text("jan@example.com", "jan")),
            client("EVC-CLIENT-8", "sends the example's country", creation(), text("\"NL\"", "\"XX\"")),
            refused("EVC-CLIENT-8", "sends the example's zone", creation(), text("Europe/Amsterdam", "Test/TimeZone")),
            seeded(
                    "EVC-CLIENT-9",
                    "writes to a customer that it made up",
                    new ClientSession()
                            .add(creation(), 200, CREATED)
                            .add(
                                    numbered(customer(HttpMethod.PUT, "/78", "{\"first_name\":\"Jan\"}"), 2),
                                    400,
                                    REFUSED)),
            seeded(
                    "EVC-CLIENT-10",
                    "goes on after 429",
                    new ClientSession()
                            .at(0, creation(), 429, REFUSED, "Retry-After", "5")
                            .at(1000, creation(), 200, CREATED)),
            client("EVC-CLIENT-11", "leaves TLS out", creation(), url("https:", "http:")),
            client(
                    "EVC-CLIENT-11",
                    "has its token in the address",
                    creation(),
                    url("customer", "customer?token=abc123")));

    private CustomerClientDefects() {}
}
