package io.chargeproof.api.oioi;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.profile.Secret;
import io.chargeproof.scenario.Causes;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.Patience;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The test users of a run: who they are, what their details were, and which new details they get. */
public final class UserFixtures {
    private final OioiTarget target;
    private final UserRequests requests;
    private final AtomicInteger numbers;
    private final Map<Role, JsonNode> vat = new EnumMap<>(Role.class);
    private final Map<Role, Exchange> looks = new EnumMap<>(Role.class);
    private final Set<Role> changed = EnumSet.noneOf(Role.class);
    private final Map<Role, Set<IdentifierType>> unseen = new EnumMap<>(Role.class);
    private final Accounts accounts;
    private final List<FailedLook> failedLooks = new ArrayList<>();
    private final List<Exchange> unjudged = new ArrayList<>();
    private final Map<Role, LastPost> posts = new EnumMap<>(Role.class);
    private boolean lagging;

    private record FailedLook(Role role, IdentifierType type, Exchange look) {}

    /**
     * The users of a run at a target.
     *
     * @param firstNumber what the first new details are made of, positive
     * @param accounts what is known of their accounts
     */
    public UserFixtures(OioiTarget target, UserRequests requests, int firstNumber, Accounts accounts) {
        this.accounts = accounts;
        this.target = target;
        this.requests = requests;
        this.numbers = new AtomicInteger(firstNumber);
    }

    OioiTarget target() {
        return target;
    }

    UserRequests requests() {
        return requests;
    }

    /** A read that is known to be good, if there is a user at all. */
    public HttpRequest control() {
        TestUser user = find(Role.PRIMARY);
        return user == null || !user.hasToken()
                ? requests.read(UserRequests.user(IdentifierType.USERNAME, "nobody", null))
                : requests.read(UserRequests.user(
                        IdentifierType.USERNAME, user.username(), user.token().value()));
    }

    /** Why calls fail that nothing is wrong with: the key isn't accepted any more, or the primary user not by its username. */
    public Causes causes() {
        return new UserCauses();
    }

    /** The address that takes every call. */
    public URI endpoint() {
        return target.endpoint();
    }

    /** A log-in of a user by the right password; ends the scenario if the profile doesn't give it. */
    HttpRequest logIn(Role role) {
        return requests.logIn(get(role).username(), password(role), false);
    }

    /** The password of a user; ends the scenario if the profile doesn't give it. */
    String password(Role role) {
        Secret password = get(role).password();
        if (password == null) {
            throw new MissingTestDataException("the profile has no oioi.users." + role.label() + ".password");
        }
        return password.value();
    }

    /** A read of a user by an identifier, with that user's token. */
    public HttpRequest read(IdentifierType type, String identifier, TestUser user) {
        return requests.read(UserRequests.user(type, identifier, user.token().value()));
    }

    /** What is known of the users' accounts. */
    public Accounts accounts() {
        return accounts;
    }

    /** A post of details that a user had. */
    public HttpRequest post(TestUser user, ObjectNode details) {
        HttpRequest request = requests.post(
                UserRequests.user(
                        IdentifierType.USERNAME, user.username(), user.token().value()),
                Details.postable(details));
        return request.named("the details on record");
    }

    /** The user of a role; ends the scenario if the profile has none. */
    TestUser get(Role role) {
        TestUser user = find(role);
        if (user == null) {
            throw new MissingTestDataException("the profile has no oioi.users." + role.label());
        }
        return user;
    }

    /** The user of a role, if the profile has one. */
    public @Nullable TestUser find(Role role) {
        return accounts.user(role);
    }

    /** Any other user than that of a role, if the profile has one. */
    @Nullable TestUser otherThan(Role role) {
        for (Role each : Role.values()) {
            TestUser user = find(each);
            if (each != role && user != null) {
                return user;
            }
        }
        return null;
    }

    /** What identifies a user so; ends the scenario if the profile doesn't say. */
    String identifier(Role role, IdentifierType type) {
        return type.of(get(role))
                .orElseThrow(() -> new MissingTestDataException(
                        "the profile has no " + type.label() + " of oioi.users." + role.label()));
    }

    /** The {@code user} of a request, with that user's token unless the token is what identifies it. */
    ObjectNode reference(Role role, IdentifierType type) {
        String token = type == IdentifierType.TOKEN ? null : get(role).token().value();
        return UserRequests.user(type, identifier(role, type), token);
    }

    /** The kinds of identifier by which a read may name a user, as far as the profile has them. */
    List<IdentifierType> typesToReadBy(Role role) {
        return Stream.of(IdentifierType.USERNAME, IdentifierType.EVCO_ID, IdentifierType.RFID)
                .filter(type -> type.of(get(role)).isPresent())
                .toList();
    }

    /** A read of a user, described as such. */
    HttpRequest read(Role role, IdentifierType type) {
        HttpRequest read = requests.read(reference(role, type));
        return read.named("the " + role.label() + " user by " + type.label());
    }

    /** Details that nobody had in this run, for posts that may leave anything. */
    ObjectNode newDetails(Role role, ScenarioClient wire) {
        ObjectNode details = rightDetails(role, wire);
        markChanged(role);
        return details;
    }

    /** The same for posts that leave nothing that the next scenario could mind, as long as it is marked as the run's. */
    ObjectNode lastingDetails(Role role, ScenarioClient wire) {
        return accounts.areShared() ? rightDetails(role, wire) : newDetails(role, wire);
    }

    /** The VAT number is the one on record, as far as the target takes it. */
    private ObjectNode rightDetails(Role role, ScenarioClient wire) {
        return Details.complete(numbers.incrementAndGet(), vat(role, wire), accounts.mark());
    }

    /** Some of several, others in each run. */
    <T> List<T> some(List<T> all, int count) {
        int first = Math.floorMod(numbers.get() * 31, all.size());
        return IntStream.range(first, first + count)
                .mapToObj(index -> all.get(index % all.size()))
                .toList();
    }

    /** Puts back what scenarios may have changed; what a target refuses is left for the end of the run. */
    synchronized void putBack(ScenarioClient wire) {
        for (Role role : changed) {
            if (accounts.own(role).isPresent()) {
                SentRequest sent = wire.sweep(resting(role));
                if (UserAnswer.of(sent.exchange()).isSuccess()) {
                    posted(role, accounts.resting(role));
                    unseen.put(role, EnumSet.allOf(IdentifierType.class));
                }
            }
        }
        changed.clear();
    }

    /** Puts nothing back now: no post of the scenario was accepted. The end of the run puts every user back. */
    synchronized void leaveForTheEnd() {
        changed.clear();
    }

    /** A post of what a user has between scenarios: the details on record, marked where others may use the account. */
    private HttpRequest resting(Role role) {
        HttpRequest request = requests.post(reference(role, IdentifierType.USERNAME), accounts.resting(role));
        return request.named("the details on record");
    }

    private synchronized void markChanged(Role role) {
        changed.add(role);
        unseen.remove(role);
    }

    /** The details that were put back last, where no read by that identifier was made since. */
    synchronized Optional<ObjectNode> putBackUnseen(Role role, IdentifierType type) {
        return unseen.getOrDefault(role, Set.of()).contains(type)
                ? Optional.of(accounts.resting(role))
                : Optional.empty();
    }

    /** A read by that identifier was made. */
    synchronized void see(Role role, IdentifierType type) {
        unseen.computeIfPresent(role, (each, types) -> types.remove(type) && types.isEmpty() ? null : types);
    }

    /** What the user's details were when the run first looked; ends the scenario if they can't be read. */
    private synchronized ObjectNode before(Role role, ScenarioClient wire) {
        Optional<ObjectNode> known = accounts.own(role);
        if (known.isPresent()) {
            return known.get();
        }
        SentRequest read = wire.ask(requests.read(reference(role, IdentifierType.USERNAME)));
        ObjectNode user = UserAnswer.of(read.exchange())
                .user()
                .orElseThrow(() -> new MissingTestDataException("the " + role.label() + " user can't be read: "
                        + UserAnswer.of(read.exchange()).inWords()));
        accounts.objectionTo(role, user).ifPresent(why -> {
            throw new MissingTestDataException(why);
        });
        accounts.found(role, user);
        return user;
    }

    /** Keeps the read that showed what a user's details were before the run changed anything. */
    public synchronized void keepLook(Role role, Exchange look) {
        looks.put(role, look);
    }

    /**
     * Says that a post was accepted: from now on reads may show these details, or for a moment what was there before, and nobody
     * waits any more for what was put back earlier.
     */
    public synchronized void posted(Role role, ObjectNode details) {
        posts.put(role, new LastPost(Instant.now(), details));
        unseen.remove(role);
    }

    /** The last post that was accepted for a user, if there was one. */
    synchronized Optional<LastPost> lastPost(Role role) {
        return Optional.ofNullable(posts.get(role));
    }

    /**
     * A post that was accepted.
     *
     * @param at when its answer came
     * @param details the details as they were meant to arrive
     */
    record LastPost(Instant at, ObjectNode details) {}

    /** How long reads of a user may still show what was there before the last post; nothing at a target that shows it at once. */
    public synchronized Duration stillSettling(Role role) {
        LastPost last = posts.get(role);
        Duration left = last == null || !lagging
                ? Duration.ZERO
                : Duration.between(Instant.now(), last.at().plus(Patience.MOMENT));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Says that a read showed a post only after a moment, so that every post may need one from now on. */
    synchronized void lag() {
        lagging = true;
    }

    /** Whether a read was seen to show a post only after a moment. */
    synchronized boolean isLagging() {
        return lagging;
    }

    /** Keeps what was sent beside the scenarios, for one of them to judge. */
    public synchronized void keepUnjudged(Exchange exchange) {
        unjudged.add(exchange);
    }

    /** What was sent beside the scenarios and wasn't judged yet; from now on it counts as judged. */
    synchronized List<Exchange> takeUnjudged() {
        List<Exchange> taken = List.copyOf(unjudged);
        unjudged.clear();
        return taken;
    }

    /** Keeps a read before the run that showed nobody. */
    public synchronized void keepFailedLook(Role role, IdentifierType type, Exchange look) {
        failedLooks.add(new FailedLook(role, type, look));
    }

    /** The reads before the run that showed nobody, though a user was asked for by that identifier. */
    synchronized List<Exchange> failedLooks(Role role, IdentifierType type) {
        return failedLooks.stream()
                .filter(failed -> failed.role() == role && failed.type() == type)
                .map(FailedLook::look)
                .toList();
    }

    /** The read that showed what the user's details were before the run changed anything, if there was one. */
    public synchronized Optional<Exchange> look(Role role) {
        return Optional.ofNullable(looks.get(role));
    }

    /** A post of a user's own details shows whether the VAT number on record is taken. */
    private synchronized JsonNode vat(Role role, ScenarioClient wire) {
        JsonNode known = vat.get(role);
        if (known != null) {
            return known;
        }
        ObjectNode own = before(role, wire);
        JsonNode usable = JsonMapper.shared().nullNode();
        if (accounts.areTaken(role)) {
            usable = own.path("vat").isString() ? own.path("vat") : usable;
        } else if (own.path("vat").isString()) {
            HttpRequest same = requests.post(reference(role, IdentifierType.USERNAME), Details.postable(own));
            SentRequest post = wire.ask(same.named("the details on record"));
            boolean isTaken = UserAnswer.of(post.exchange()).isSuccess();
            usable = isTaken ? accounts.own(role).orElse(own).path("vat") : usable;
        }
        vat.put(role, usable);
        return usable;
    }
}
