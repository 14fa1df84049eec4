package io.chargeproof.traffic.seeded;

import static io.chargeproof.traffic.seeded.ClientSession.CREATED;
import static io.chargeproof.traffic.seeded.ClientSession.KEY;
import static io.chargeproof.traffic.seeded.ClientSession.SHOWN;
import static io.chargeproof.traffic.seeded.ClientSession.SUCCESS;
import static io.chargeproof.traffic.seeded.ClientSession.TOKEN;
import static io.chargeproof.traffic.seeded.ClientSession.cards;
import static io.chargeproof.traffic.seeded.ClientSession.creation;
import static io.chargeproof.traffic.seeded.ClientSession.header;
import static io.chargeproof.traffic.seeded.ClientSession.post;
import static io.chargeproof.traffic.seeded.ClientSession.read;
import static io.chargeproof.traffic.seeded.ClientSession.text;
import static io.chargeproof.traffic.seeded.ClientSession.update;
import static io.chargeproof.traffic.seeded.ClientSession.url;
import static io.chargeproof.traffic.seeded.SeededClient.identifier;
import static io.chargeproof.traffic.seeded.SeededClient.kept;
import static io.chargeproof.traffic.seeded.SeededClient.numbered;

import io.chargeproof.exchange.Body;
import java.util.List;

/** Clients that differ where the documents leave it to them, an entry each. */
final class ClientVariants {
    private static final String REFUSED = "{\"status\":\"error\",\"data\":\"unknown customer\"}";
    private static final String FAILED = "{\"result\":{\"code\":100,\"message\":\"later\"}}";

    static final List<SeededClient> ALL = List.of(
            kept("sends its scheme in lower case", creation(), header("Authorization", "token " + TOKEN)),
            kept("sends its scheme in capitals", creation(), header("Authorization", "TOKEN " + TOKEN)),
            kept("names a charset", creation(), header("Content-Type", "application/json; charset=utf-8")),
            kept("accepts other types too", creation(), header("accept", "application/json, text/plain, */*")),
            kept("sends header fields of its own", creation(), header("X-Correlation-Id", "abc")),
            kept("leaves optional members out", creation(), text("\"send_email\":\"false\"", "\"info\":\"\"")),
            kept("escapes letters", creation(), text("Jan", "J\\u00fcrgen")),
            kept("writes blanks and lines", creation(), text(",", " ,\n\t")),
            kept("sends an empty list of cards", cards(), text("{\"card_external_id\":\"C-1\"}", "")),
            kept("sends two cards", cards(), text("\"C-1\"}", "\"C-1\"},{\"card_external_id\":\"C-2\"}")),
            kept("runs on this machine", creation(), url("https://evc.example.com", "http://127.0.0.1:8080")),
            kept(
                    "is behind a proxy that ends TLS",
                    creation(),
                    url("https:", "http:").andThen(header("X-Forwarded-Proto", "https"))::apply),
            kept("uses a trailing slash", creation(), url("customer", "customer/")),
            kept("sends a zone by its distance", creation(), text("Europe/Amsterdam", "UTC")),
            kept("writes its key with blanks", read(), header("Authorization", "key = " + KEY)),
            kept("sends no token", read(), text(",\"token\":\"user-token-1\"", "")),
            kept("sends null for a token", read(), text("\"user-token-1\"", "null")),
            kept("posts by token", post(), text("\"username\"", "\"token\"")),
            kept(
                    "posts null for an address",
                    post(),
                    request -> request.withBody(Body.of(
                            request.body().text().replaceFirst("(?s)\"address\":\\{.*?\\}", "\"address\":null")))),
            kept("posts null for a locale", post(), text("\"nl\"", "null")),
            kept("calls a server of this machine", read(), url("https://oioi.example.com", "http://localhost:8080")),
            kept("posts one member alone", post(), text(ClientSession.DETAILS, "{\"phone\":null}")),
            kept("has a contract ID without separators", read(), identifier("evco-id", "DE8PS1564567")),
            kept(
                    "orders members otherwise",
                    read(),
                    text(
                            ClientSession.USER,
                            "\"user\":{\"token\":\"t-1\",\"identifier\":\"x\",\"identifier-type\":\"username\"}")),
            session(
                    "keeps the id of a retry and waits longer each time",
                    new ClientSession()
                            .at(0, creation(), 503, REFUSED)
                            .at(1000, creation(), 200, CREATED)
                            .at(2000, read(), 503, FAILED)
                            .at(3000, read(), 503, FAILED)
                            .at(5000, read(), 503, FAILED)
                            .at(9000, read(), 200, SHOWN)),
            session(
                    "writes to a customer that it created",
                    new ClientSession().add(creation(), 200, CREATED).add(numbered(update(), 2), 200, "{}")),
            session(
                    "waits as long as a limit asks",
                    new ClientSession()
                            .at(0, creation(), 429, REFUSED, "Retry-After", "5")
                            .at(5010, creation(), 200, CREATED)),
            session(
                    "reads the user after a reason",
                    new ClientSession()
                            .add(text("null", "\"DE1\"").apply(post()), 200, UserClientDefects.REASON)
                            .add(read(), 200, SHOWN)),
            session(
                    "corrects what a reason names",
                    new ClientSession()
                            .add(text("null", "\"DE1\"").apply(post()), 200, UserClientDefects.REASON)
                            .add(text("null", "\"NL123456789B01\"").apply(post()), 200, SUCCESS)),
            session(
                    "has a request under way when a limit is told",
                    new ClientSession()
                            .at(0, creation(), 429, REFUSED, "Retry-After", "5")
                            .at(5, numbered(update(), 2), 200, "{}")));

    private ClientVariants() {}

    private static SeededClient session(String does, ClientSession session) {
        return new SeededClient(null, does, session.exchanges());
    }
}
