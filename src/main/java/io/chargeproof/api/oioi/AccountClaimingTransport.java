package io.chargeproof.api.oioi;

import io.chargeproof.api.UsageException;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.policy.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands before accounts that others may use at the same time. No user is changed whose own details weren't posted back once,
 * or whom another run is changing; and an answer that shows what another run did there says nothing of the target. Whoever
 * sends a request, and whatever its scenario is tagged, it passes here.
 */
final class AccountClaimingTransport implements Transport {
    private static final int PROBES = 6;
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(300);

    private final UserFixtures users;
    private final Accounts accounts;
    private final Transport next;
    private final Sleeper pause;
    private final boolean reclaims;
    private final Map<Role, CompletableFuture<AccountClaim>> claims = new ConcurrentHashMap<>();
    private final AtomicInteger probes = new AtomicInteger();

    /**
     * Claims on the accounts of a run.
     *
     * @param next what goes on to the target
     * @param reclaims whether a user is marked again after each change, since the changes bear no mark
     */
    AccountClaimingTransport(UserFixtures users, Transport next, Sleeper pause, boolean reclaims) {
        this.users = users;
        this.accounts = users.accounts();
        this.next = next;
        this.pause = pause;
        this.reclaims = reclaims;
    }

    /**
     * Claims the users that scenarios change, before any of them begins.
     *
     * @throws UsageException if somebody else is using one of them
     */
    void claimAll() {
        for (Role role : List.of(Role.PRIMARY, Role.SECONDARY)) {
            if (accounts.left(role).isPresent()) {
                AccountClaim claim = claim(role, true, firstLook(role));
                if (claim.isLost()) {
                    throw new UsageException(claim.detail() + " (nothing was tested)");
                }
            }
        }
    }

    /** The run's first look at the first who is claimed, unless something was put back since. */
    private @Nullable Exchange firstLook(Role role) {
        return role == Role.PRIMARY && !accounts.haveBeenPutBack()
                ? users.look(role).orElse(null)
                : null;
    }

    @Override
    public Exchange send(HttpRequest request) {
        return request.uri().equals(users.endpoint()) ? sendToUsers(request) : next.send(request);
    }

    private Exchange sendToUsers(HttpRequest request) {
        if (UserRequests.changesNothing(request)) {
            return seen(next.send(request));
        }
        List<Role> roles = meant(request);
        for (Role role : roles) {
            NoAnswer against = claim(role, reclaims, null).against();
            if (against != null) {
                return refused(request, against);
            }
        }
        Exchange exchange = seen(next.send(request));
        if (reclaims) {
            roles.forEach(role -> next.send(users.post(user(role), accounts.resting(role))));
        }
        return exchange;
    }

    /** The users that a request may change: those it names, or else the primary one. */
    private List<Role> meant(HttpRequest request) {
        List<Role> named = named(request);
        return named.isEmpty() && accounts.user(Role.PRIMARY) != null ? List.of(Role.PRIMARY) : named;
    }

    private List<Role> named(HttpRequest request) {
        String body = request.body().text().toLowerCase(Locale.ROOT);
        List<Role> named = new ArrayList<>();
        for (Role role : Role.values()) {
            TestUser user = accounts.user(role);
            if (user != null
                    && Stream.of(IdentifierType.values())
                            .flatMap(type -> type.of(user).stream())
                            .anyMatch(identifier -> body.contains(quoted(identifier)))) {
                named.add(role);
            }
        }
        return named;
    }

    private static String quoted(String identifier) {
        return JsonMapper.shared().writeValueAsString(identifier).toLowerCase(Locale.ROOT);
    }

    private TestUser user(Role role) {
        return Objects.requireNonNull(accounts.user(role));
    }

    /**
     * Who comes while another thread claims waits for what comes of it.
     *
     * @param visibly whether the user bears the mark from now on; not amidst a scenario, which may have read the user
     * @param first a look at the user, or null
     */
    private AccountClaim claim(Role role, boolean visibly, @Nullable Exchange first) {
        CompletableFuture<AccountClaim> mine = new CompletableFuture<>();
        CompletableFuture<AccountClaim> other = claims.putIfAbsent(role, mine);
        if (other != null) {
            return other.join();
        }
        try {
            AccountClaim claim = new AccountClaiming(users, role, user(role), next, pause).claim(visibly, first);
            if (!claim.isFinal()) {
                claims.remove(role, mine);
            }
            mine.complete(claim);
            return claim;
        } catch (RuntimeException | Error failure) {
            claims.remove(role, mine);
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    /** The exchange, unless it shows what another run did. */
    private Exchange seen(Exchange exchange) {
        Optional<ObjectNode> user = UserAnswer.of(exchange).user();
        List<Role> named = named(exchange.request());
        if (user.isEmpty() || named.isEmpty() || UserRequests.isLogIn(exchange.request())) {
            return exchange;
        }
        Role role = named.get(0);
        return accounts.left(role)
                .flatMap(left -> doneByOthers(role, user.get(), left, exchange.started()))
                .map(why -> refused(exchange.request(), why))
                .orElse(exchange);
    }

    private Optional<NoAnswer> doneByOthers(Role role, ObjectNode user, ObjectNode left, Instant started) {
        Optional<NoAnswer> other = otherRun(role, user);
        if (other.isPresent()) {
            return other;
        }
        Instant since = since(role);
        if (since != null && started.isAfter(since) && isPutBack(user, role)) {
            return wasPutBackByOthers(role);
        }
        return accounts.mayHaveChangedAny() || Details.isSame(user, left) ? Optional.empty() : probed(role);
    }

    private Optional<NoAnswer> otherRun(Role role, ObjectNode user) {
        Optional<String> other = accounts.otherRunIn(user);
        other.ifPresent(run -> claims.put(role, CompletableFuture.completedFuture(AccountClaim.lost(role, run))));
        return other.map(run -> AccountClaim.inUse(role, run));
    }

    private @Nullable Instant since(Role role) {
        CompletableFuture<AccountClaim> claim = claims.get(role);
        return claim == null || !claim.isDone() || claim.isCompletedExceptionally()
                ? null
                : claim.join().since();
    }

    private boolean isPutBack(ObjectNode user, Role role) {
        return accounts.own(role).filter(own -> Details.isSame(user, own)).isPresent();
    }

    /** A cache that shows old details by one identifier is the target's own; a read by name tells. */
    private Optional<NoAnswer> wasPutBackByOthers(Role role) {
        Optional<ObjectNode> now = read(role);
        if (now.filter(user -> isPutBack(user, role)).isEmpty()) {
            return now.flatMap(user -> otherRun(role, user));
        }
        claims.remove(role);
        return Optional.of(AccountClaim.changedByOthers(role));
    }

    /** A user changed that this run didn't change: if it is another run's doing, its mark is soon there again. */
    private Optional<NoAnswer> probed(Role role) {
        for (int probe = 0; probe < PROBES / 2 && probes.incrementAndGet() <= PROBES; probe++) {
            try {
                pause.last(BETWEEN_PROBES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            Optional<NoAnswer> other = read(role).flatMap(user -> otherRun(role, user));
            if (other.isPresent()) {
                return other;
            }
        }
        return Optional.empty();
    }

    private Optional<ObjectNode> read(Role role) {
        TestUser user = user(role);
        HttpRequest request = users.read(IdentifierType.USERNAME, user.username(), user);
        HttpRequest look = request.named("a look who else changes the user");
        return UserAnswer.of(next.send(look)).user();
    }

    private static Exchange refused(HttpRequest request, NoAnswer why) {
        return new Exchange(0, request, why, 1, Instant.now(), Duration.ZERO);
    }
}
