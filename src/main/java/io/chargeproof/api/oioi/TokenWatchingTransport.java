package io.chargeproof.api.oioi;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Has every token that an answer gives count as a secret from the moment of its arrival, whatever was asked for it. */
final class TokenWatchingTransport implements Transport {
    private final Accounts accounts;
    private final Transport next;

    TokenWatchingTransport(Accounts accounts, Transport next) {
        this.accounts = accounts;
        this.next = next;
    }

    @Override
    public Exchange send(HttpRequest request) {
        Exchange exchange = next.send(request);
        if (UserRequests.isLogIn(request)) {
            UserAnswer.of(exchange).token().ifPresent(token -> accounts.given(namedIn(request), token));
        }
        return exchange;
    }

    private @Nullable Role namedIn(HttpRequest request) {
        String body = request.body().text().toLowerCase(Locale.ROOT);
        return Stream.of(Role.values())
                .filter(role -> {
                    TestUser user = accounts.user(role);
                    return user != null && body.contains(quoted(user.username()));
                })
                .findFirst()
                .orElse(null);
    }

    private static String quoted(String username) {
        return JsonMapper.shared().writeValueAsString(username).toLowerCase(Locale.ROOT);
    }
}
