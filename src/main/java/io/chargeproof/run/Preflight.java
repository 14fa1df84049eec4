package io.chargeproof.run;

import io.chargeproof.api.evcnet.CustomerRequests;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.IdentifierType;
import io.chargeproof.api.oioi.Role;
import io.chargeproof.api.oioi.TestUser;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.api.oioi.UserFixtures;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.exchange.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks before a run whether there is anything to judge. It stops the run only where everything it tries fails in the way that
 * a wrong profile fails; a fault of the target is left to the scenarios.
 */
public final class Preflight {
    private static final Set<Integer> REFUSED = Set.of(140, 144, 145, 200, 210, 220);
    private static final Set<Integer> CLOSED = Set.of(401, 403, 404, 405, 501);
    /** What an answer of the Customer API says, it says in this member. */
    public static final String CUSTOMER_MEMBER = "data";

    private static final String USER_MEMBER = "result";

    private static final String IN_BETWEEN =
            ", and whether a login, a maintenance page, a portal or a firewall stands in between";

    private final Transport transport;
    private final Transport once;
    private boolean unanswered;
    private @Nullable Exchange last;
    private final List<Exchange> answered = new ArrayList<>();

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
        UNREACHABLE,
        /** Nothing came but pages of errors, or one answer to everything; a right request has to show who it is. */
        STRANGE
    }

    /** Looks at the Customer API; writes nothing. */
    Result customers(EvcNetTarget target, CustomerRequests requests) {
        List<Exchange> tried = new ArrayList<>();
        unanswered = false;
        for (HttpRequest request : HealthProbes.of(requests)) {
            if (isLetIn(target, request, tried)) {
                return Result.ANSWERS;
            }
        }
        refuseIfStranger(tried, target);
        refuse(
                tried,
                Preflight::isForbidden,
                "every request with evc-net.token is refused by " + target.baseUrl()
                        + "; look at the token in the profile");
        return strange(tried) ? Result.STRANGE : unreachable(tried);
    }

    /** Whether one spelling of the token got an answer that a right token gets. */
    private boolean isLetIn(EvcNetTarget target, HttpRequest request, List<Exchange> tried) {
        for (String scheme : List.of("Token ", "token ")) {
            HttpRequest spelt = request.withHeaders(request.headers()
                    .with("Authorization", scheme + target.token().value()));
            Exchange exchange = send(spelt.withPurpose(spelt.purpose().with(RequestTrait.STATUS_OPEN)));
            tried.add(exchange);
            if (isAnswerOfTheApi(exchange)) {
                return true;
            }
            if (exchange.isInconclusive()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isAnswerOfTheApi(Exchange exchange) {
        return exchange.status()
                        .filter(status -> status == 200 || status == 400)
                        .isPresent()
                && !ForeignAnswer.is(exchange, CUSTOMER_MEMBER)
                && !ForeignAnswer.isOthersJson(exchange, List.of(CUSTOMER_MEMBER));
    }

    /** Pages that no program gives for what it was asked, or that know nothing of the address or of the token. */
    private void refuseIfStranger(List<Exchange> tried, EvcNetTarget target) {
        List<Exchange> answered = answered(tried);
        boolean plain = answered.stream()
                .flatMap(exchange -> exchange.status().stream())
                .allMatch(status -> status < 400 || CLOSED.contains(status));
        if (plain && !answered.isEmpty() && answered.stream().allMatch(Preflight::isForeignToCustomers)) {
            throw stranger(target, answered.get(0), tried.size() + " requests, nothing was written");
        }
    }

    /** Whether a right request has to show that it is the API that answers. */
    private static boolean strange(List<Exchange> tried) {
        List<Exchange> answered = answered(tried);
        return !answered.isEmpty()
                && (answered.stream().allMatch(Preflight::isForeignToCustomers)
                        || ForeignAnswer.isOneForAll(answered, CUSTOMER_MEMBER));
    }

    private static boolean isForeignToCustomers(Exchange exchange) {
        return ForeignAnswer.is(exchange, CUSTOMER_MEMBER);
    }

    private static List<Exchange> answered(List<Exchange> tried) {
        return tried.stream().filter(exchange -> !exchange.isInconclusive()).toList();
    }

    /** That somebody else answers at the address of the Customer API. */
    static UsageException stranger(EvcNetTarget target, Exchange came, String sent) {
        return new UsageException("what answers at " + target.baseUrl() + " isn't the Customer API: "
                + ForeignAnswer.inWords(came) + "; " + cure(came, "evc-net.base-url") + " (" + sent + ")");
    }

    private static String cure(Exchange came, String key) {
        return Clue.in(came, false).orElse("look at " + key + " in the profile" + IN_BETWEEN);
    }

    /** The last answer that came. */
    @Nullable Exchange last() {
        return last;
    }

    /** All answers that came. */
    List<Exchange> answered() {
        return List.copyOf(answered);
    }

    /** Looks at OIOI by reading the test users, and keeps what their details are. */
    Result users(UserFixtures users, List<Role> roles) {
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
        List<Exchange> answered = answered(tried);
        if (areForeignToUsers(answered)) {
            throw new UsageException("what answers at " + users.endpoint() + " isn't OIOI: "
                    + ForeignAnswer.inWords(answered.get(0)) + "; " + cure(answered.get(0), "oioi.endpoint") + " ("
                    + tried.size() + " requests, nothing was written)");
        }
        return unreachable(tried);
    }

    /** Pages, or one answer to all that is right, without a result. */
    private static boolean areForeignToUsers(List<Exchange> answered) {
        boolean coded = answered.stream()
                .anyMatch(exchange -> UserAnswer.of(exchange).code().isPresent()
                        || UserAnswer.of(exchange).hasUser());
        return !answered.isEmpty()
                && !coded
                && (answered.stream().allMatch(exchange -> ForeignAnswer.is(exchange, USER_MEMBER))
                        || ForeignAnswer.isOneForAll(answered, USER_MEMBER));
    }

    private boolean read(UserFixtures users, Role role, TestUser user, List<Exchange> tried) {
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
                users.keepFailedLook(role, type, exchange);
            }
        }
        return false;
    }

    private static void keep(UserFixtures users, Role role, Exchange exchange, ObjectNode found) {
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
        if (!exchange.isInconclusive()) {
            last = exchange;
            answered.add(exchange);
        }
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
        return UserAnswer.of(exchange).means(REFUSED) && !ForeignAnswer.is(exchange, USER_MEMBER);
    }
}
