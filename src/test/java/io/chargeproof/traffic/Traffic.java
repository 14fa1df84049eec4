package io.chargeproof.traffic;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.traffic.seeded.ClientSession;

/** A session that is judged. */
final class Traffic {
    private final ClientSession session = new ClientSession();

    Traffic add(HttpRequest request, int status, String body, String... headers) {
        session.add(request, status, body, headers);
        return this;
    }

    Traffic at(long millis, HttpRequest request, int status, String body, String... headers) {
        session.at(millis, request, status, body, headers);
        return this;
    }

    Judged judged() {
        return Judged.of(session.exchanges());
    }

    java.util.List<io.chargeproof.exchange.Exchange> exchanges() {
        return session.exchanges();
    }
}
