package io.chargeproof.api.oioi;

import io.chargeproof.api.ForeignAnswer;
import io.chargeproof.api.Preflight;
import io.chargeproof.api.UsageException;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Looks at OIOI before a run by reading the test users, and keeps what their details are. */
final class UserPreflight {
    private static final Set<Integer> REFUSED = Set.of(140, 144, 145, 200, 210, 220);
    private static final String MEMBER = "result";

    private final UserFixtures users;
    private final Preflight preflight;

    UserPreflight(UserFixtures users, Transport transport, Transport once) {
        this.users = users;
        this.preflight = new Preflight(transport, once);
    }

    /**
     * Looks at the users of these roles.
     *
     * @throws UsageException if whatever the profile gives is refused, or it isn't OIOI that answers
     */
    Preflight.Result look(List<Role> roles) {
        List<Exchange> tried = new ArrayList<>();
        boolean anybody = false;
        for (Role role : roles) {
            TestUser user = users.find(role);
            anybody |= user != null && read(role, user, tried);
        }
        if (tried.isEmpty() || anybody) {
            return Preflight.Result.ANSWERS;
        }
        Preflight.refuse(
                tried,
                UserPreflight::isRefused,
                "OIOI refuses the API key or " + inWords(roles) + ", by whatever identifier; look at"
                        + " oioi.api-key and oioi.users in the profile");
        List<Exchange> answered = Preflight.answered(tried);
        if (areForeign(answered)) {
            throw Preflight.stranger(
                    users.endpoint().toString(),
                    "OIOI",
                    "oioi.endpoint",
                    answered.get(0),
                    tried.size() + " requests, nothing was written");
        }
        return Preflight.result(tried);
    }

    /** The users that were tried, which may be few of the profile's. */
    private String inWords(List<Role> roles) {
        List<Role> tried =
                roles.stream().filter(role -> users.find(role) != null).toList();
        return tried.size() == 1 ? "the " + tried.get(0).label() + " test user" : "every test user";
    }

    /** Pages, or one answer to all that is right, without a result. */
    private static boolean areForeign(List<Exchange> answered) {
        boolean coded = answered.stream()
                .anyMatch(exchange -> UserAnswer.of(exchange).code().isPresent()
                        || UserAnswer.of(exchange).hasUser());
        return !answered.isEmpty()
                && !coded
                && (answered.stream().allMatch(exchange -> ForeignAnswer.is(exchange, MEMBER))
                        || ForeignAnswer.isOneForAll(answered, MEMBER));
    }

    private boolean read(Role role, TestUser user, List<Exchange> tried) {
        for (IdentifierType type : List.of(IdentifierType.USERNAME, IdentifierType.EVCO_ID, IdentifierType.RFID)) {
            Optional<String> identifier = type.of(user);
            if (identifier.isPresent()) {
                Exchange exchange = preflight.send(users.read(type, identifier.get(), user));
                tried.add(exchange);
                UserAnswer answer = UserAnswer.of(exchange);
                if (answer.isCodeZero() && answer.user().isPresent()) {
                    keep(role, exchange, answer.user().get());
                    return true;
                }
                if (exchange.isInconclusive()) {
                    return false;
                }
                users.keepFailedLook(role, type, exchange);
            }
        }
        return false;
    }

    private void keep(Role role, Exchange exchange, ObjectNode found) {
        users.accounts().objectionTo(role, found).ifPresent(why -> {
            throw new UsageException(why + " (nothing was written)");
        });
        users.accounts().found(role, found);
        users.keepLook(role, exchange);
    }

    private static boolean isRefused(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        return answer.means(REFUSED) && !answer.hasUser() && !ForeignAnswer.is(exchange, MEMBER);
    }
}
