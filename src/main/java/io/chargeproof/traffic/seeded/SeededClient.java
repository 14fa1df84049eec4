package io.chargeproof.traffic.seeded;

import static io.chargeproof.traffic.seeded.ClientSession.CREATED;
import static io.chargeproof.traffic.seeded.ClientSession.SHOWN;
import static io.chargeproof.traffic.seeded.ClientSession.SUCCESS;
import static io.chargeproof.traffic.seeded.ClientSession.header;
import static io.chargeproof.traffic.seeded.ClientSession.text;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.requirement.RequirementId;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client whose conduct is known, by what passes between it and a correct provider.
 *
 * @param requirement the one requirement that it breaks, or null where it keeps all
 * @param does what it does, as in {@code sends no token}
 * @param exchanges what passes
 */
public record SeededClient(@Nullable RequirementId requirement, String does, List<Exchange> exchanges) {
    public SeededClient {
        exchanges = List.copyOf(exchanges);
    }

    /** Those that break a requirement, in the order of the requirements. */
    public static List<SeededClient> defects() {
        return Stream.concat(CustomerClientDefects.ALL.stream(), UserClientDefects.ALL.stream())
                .toList();
    }

    /** Those that differ and keep all. */
    public static List<SeededClient> variants() {
        return ClientVariants.ALL;
    }

    /** The name in reports, such as {@code evc-client-2-sends-no-token}. */
    public String id() {
        String words = (requirement == null ? "client" : requirement.value()) + "-" + does;
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** One whose session shows it. */
    static SeededClient seeded(String requirement, String does, ClientSession session) {
        return new SeededClient(new RequirementId(requirement), does, session.exchanges());
    }

    /** One that a request shows. */
    static SeededClient client(String requirement, String does, HttpRequest request) {
        return client(requirement, does, request, UnaryOperator.identity());
    }

    /** One that a request shows which is changed so. */
    static SeededClient client(
            String requirement, String does, HttpRequest request, UnaryOperator<HttpRequest> change) {
        return new SeededClient(new RequirementId(requirement), does, sent(request, change));
    }

    /** One that a request shows which is changed so, and which is refused, as it has to be. */
    static SeededClient refused(
            String requirement, String does, HttpRequest request, UnaryOperator<HttpRequest> change) {
        boolean customer = isOfCustomers(request);
        boolean let = change.apply(request).headers().first("Authorization").isPresent();
        String answer = customer
                ? "{\"status\":\"error\",\"data\":\"" + (let ? "not valid" : "no token") + "\"}"
                : "{\"result\":{\"code\":" + (let ? 230 : 210) + ",\"message\":\"Refused\"}}";
        int status = !customer ? 200 : let ? 400 : 403;
        return seeded(requirement, does, new ClientSession().add(change.apply(request), status, answer));
    }

    /** One that keeps all with a request that is changed so. */
    static SeededClient kept(String does, HttpRequest request, UnaryOperator<HttpRequest> change) {
        return new SeededClient(null, does, sent(request, change));
    }

    private static List<Exchange> sent(HttpRequest request, UnaryOperator<HttpRequest> change) {
        String body = request.body().text();
        String answer = isOfCustomers(request) ? CREATED : body.contains("user-post") ? SUCCESS : SHOWN;
        return new ClientSession().add(change.apply(request), 200, answer).exchanges();
    }

    private static boolean isOfCustomers(HttpRequest request) {
        return request.uri().getPath().contains("customer");
    }

    /** Names the user of a call otherwise. */
    static UnaryOperator<HttpRequest> identifier(String type, String value) {
        return text(
                "\"username\",\"identifier\":\"jan@example.com\"", "\"" + type + "\",\"identifier\":\"" + value + "\"");
    }

    /** Gives a request that X-Request-ID. */
    static HttpRequest numbered(HttpRequest request, int id) {
        return header("X-Request-ID", Integer.toString(id)).apply(request);
    }
}
