package io.chargeproof.run;

import io.chargeproof.evcnet.CustomerRequests;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Trait;
import io.chargeproof.exchange.Transport;
import io.chargeproof.oioi.IdentifierType;
import io.chargeproof.oioi.UserAnswer;
import io.chargeproof.steps.Role;
import io.chargeproof.steps.Users;
import io.chargeproof.target.EvcNetTarget;
import io.chargeproof.target.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks before a run whether there is anything to judge. It stops the run only where everything it tries fails in the way that
 * a wrong profile fails; a fault of the target is left to the scenarios.
 */
final class Preflight {
    private static final Set<Integer> REFUSED = Set.of(140, 144, 145, 200, 210, 220);

    private final Transport transport;
    private final Transport once;
    private boolean unanswered;

    /**
     * A look before the run.
     *
     * @param transport what requests go through
     * @param once what they go through, without retries, once one of them got no answer
     */
    Preflight(Transport transport, Transport once) {
        this.transport = transport;
        this.once = once;
    }

    /** What a preflight of an API came to. */
    enum Result {
        /** The API answers. */
        ANSWERS,
        /** No request got an answer that the API gave. */
        UNREACHABLE
    }

    /** Looks at the Customer API; writes nothing. */
    Result customers(EvcNetTarget target, CustomerRequests requests) {
        List<Exchange> tried = new ArrayList<>();
        unanswered = false;
        for (HttpRequest request : Controls.of(requests)) {
            for (String scheme : List.of("Token ", "token ")) {
                HttpRequest spelt = request.withHeaders(request.headers()
                        .with("Authorization", scheme + target.token().value()));
                Exchange exchange = send(spelt.withPurpose(spelt.purpose().with(Trait.STATUS_OPEN)));
                tried.add(exchange);
                if (exchange.status()
                        .filter(status -> status == 200 || status == 400)
                        .isPresent()) {
                    return Result.ANSWERS;
                }
                if (exchange.isInconclusive()) {
                    break;
                }
            }
        }
        refuse(
                tried,
                Preflight::isForbidden,
                "every request with evc-net.token is refused by " + target.baseUrl()
                        + "; look at the token in the profile");
        refuse(
                tried,
                Preflight::isNotThere,
                "nothing at " + target.baseUrl()
                        + " answers as the Customer API does; look at evc-net.base-url in the profile");
        return unreachable(tried);
    }

    /** Looks at OIOI by reading the test users, and keeps what their details are. */
    Result users(Users users, List<Role> roles) {
        List<Exchange> tried = new ArrayList<>();
        boolean anybody = false;
        unanswered = false;
        for (Role role : roles) {
            TestUser user = users.find(role);
            anybody |= user != null && read(users, role, user, tried);
        }
        if (tried.isEmpty() || anybody) {
            return Result.ANSWERS;
        }
        refuse(
                tried,
                Preflight::isRefused,
                "OIOI refuses the API key or every test user, by whatever identifier; look at"
                        + " oioi.api-key and oioi.users in the profile");
        refuse(
                tried,
                Preflight::isNotThere,
                "nothing at " + users.endpoint() + " answers as OIOI does; look at oioi.endpoint in the profile");
        return unreachable(tried);
    }

    private boolean read(Users users, Role role, TestUser user, List<Exchange> tried) {
        for (IdentifierType type : List.of(IdentifierType.USERNAME, IdentifierType.EVCO_ID, IdentifierType.RFID)) {
            Optional<String> identifier = type.of(user);
            if (identifier.isPresent()) {
                HttpRequest request = users.read(type, identifier.get(), user);
                Exchange exchange = send(request);
                tried.add(exchange);
                UserAnswer answer = UserAnswer.of(exchange);
                if (answer.isCodeZero() && answer.user().isPresent()) {
                    keep(users, role, exchange, answer.user().get());
                    return true;
                }
                if (exchange.isInconclusive()) {
                    return false;
                }
            }
        }
        return false;
    }

    private static void keep(Users users, Role role, Exchange exchange, ObjectNode found) {
        users.accounts().objectionTo(role, found).ifPresent(why -> {
            throw new UsageException(why + " (nothing was written)");
        });
        users.accounts().found(role, found);
        users.keepLook(role, exchange);
    }

    /** Where nobody is at home, it's of no use to knock as often at each door. */
    private Exchange send(HttpRequest request) {
        Exchange exchange = (unanswered ? once : transport)
                .send(request.withPurpose(request.purpose().as("a look before the run")));
        unanswered |= exchange.isInconclusive();
        return exchange;
    }

    private static void refuse(List<Exchange> tried, Predicate<Exchange> fault, String message) {
        if (tried.stream().allMatch(fault)) {
            throw new UsageException(message + " (" + tried.size() + " requests, nothing was written)");
        }
    }

    private static Result unreachable(List<Exchange> tried) {
        return tried.stream().allMatch(Exchange::isInconclusive) ? Result.UNREACHABLE : Result.ANSWERS;
    }

    private static boolean isForbidden(Exchange exchange) {
        return exchange.status()
                .filter(status -> status == 403 || status == 401)
                .isPresent();
    }

    private static boolean isRefused(Exchange exchange) {
        OptionalInt code = UserAnswer.of(exchange).code();
        return code.isPresent() && REFUSED.contains(code.getAsInt());
    }

    private static boolean isNotThere(Exchange exchange) {
        boolean elsewhere = exchange.status()
                .filter(status -> status == 404 || status == 405 || status == 501 || (status >= 300 && status < 400))
                .isPresent();
        return elsewhere && UserAnswer.of(exchange).code().isEmpty();
    }
}
