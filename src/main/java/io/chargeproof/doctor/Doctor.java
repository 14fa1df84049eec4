package io.chargeproof.doctor;

import io.chargeproof.api.evcnet.CustomerRequests;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.Accounts;
import io.chargeproof.api.oioi.IdentifierType;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.Role;
import io.chargeproof.api.oioi.RunMark;
import io.chargeproof.api.oioi.TestUser;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.api.oioi.UserFixtures;
import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.doctor.Diagnosis.State;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.profile.Profile;
import io.chargeproof.run.Clue;
import io.chargeproof.run.CustomerProbe;
import io.chargeproof.run.ForeignAnswer;
import io.chargeproof.run.HealthProbes;
import io.chargeproof.run.Preflight;
import io.chargeproof.run.ReadOnlyTarget;
import io.chargeproof.run.TargetLink;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Looks step by step whether a profile fits its target; writes nothing there. */
public final class Doctor {
    private static final Set<Integer> KEY_REFUSED = Set.of(210, 220);
    private static final Set<Integer> USER_REFUSED = Set.of(140, 144, 145);

    private static final String IN_BETWEEN = ", and whether a login, a maintenance page or a portal stands in between";
    private static final String CUSTOMERS_ELSEWHERE =
            "look whether evc-net.base-url is the part before /api/rest/customer" + IN_BETWEEN;

    private static final Duration FOR_EACH_API = Duration.ofSeconds(7);

    private final Profile profile;
    private final boolean readOnly;
    private final Consumer<Diagnosis> found;
    private final Duration most;

    /**
     * A check-up of a profile, whose results are told one by one, within 15 seconds.
     *
     * @param readOnly whether the target may only be read
     */
    public Doctor(Profile profile, boolean readOnly, Consumer<Diagnosis> found) {
        this(profile, readOnly, found, FOR_EACH_API);
    }

    /** The same with the time that each API gets. */
    Doctor(Profile profile, boolean readOnly, Consumer<Diagnosis> found, Duration most) {
        this.profile = profile;
        this.readOnly = readOnly;
        this.most = most;
        this.found = found;
    }

    /** Does it. */
    public void execute() {
        EvcNetTarget evcNet = EvcNetTarget.of(profile);
        if (evcNet != null) {
            inTime("evc-net", evcNet.baseUrl(), part -> part.customersAt(evcNet));
        }
        OioiTarget oioi = OioiTarget.of(profile);
        if (oioi != null) {
            inTime("oioi", oioi.endpoint(), part -> part.usersAt(oioi));
        }
    }

    /** Does a part on a thread of its own, which is left alone where it doesn't end in time. */
    private void inTime(String api, URI address, Consumer<Doctor> part) {
        AtomicBoolean late = new AtomicBoolean();
        Doctor heard = new Doctor(
                profile,
                readOnly,
                symptom -> {
                    synchronized (late) {
                        if (!late.get()) {
                            found.accept(symptom);
                        }
                    }
                },
                most);
        FutureTask<Void> task = new FutureTask<>(() -> part.accept(heard), null);
        Thread thread = new Thread(task, "check-up of " + api);
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            synchronized (late) {
                late.set(true);
            }
            thread.interrupt();
            String saw = address + " didn't answer everything within " + most.toMillis() + " ms";
            String cure = "look at host and port in the profile, and at what stands in between";
            tell(api + " time", State.UNREACHABLE, saw, cure);
        } catch (InterruptedException stopped) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the check-up of " + api + " failed: " + failed.getCause(), failed);
        }
    }

    private void customersAt(EvcNetTarget target) {
        if (isReachable("evc-net", target.baseUrl())) {
            with(transport -> customers(target, transport));
        }
    }

    private void usersAt(OioiTarget target) {
        if (isReachable("oioi", target.endpoint())) {
            with(transport -> users(target, transport));
        }
    }

    private void with(Consumer<Transport> requests) {
        try (JdkTransport adapter = new JdkTransport(TargetLink.settings(profile))) {
            Transport allowed = ReadOnlyTarget.guard(adapter, profile, readOnly);
            requests.accept(TargetLink.patient(allowed, profile.limits()));
        } catch (IllegalArgumentException unusable) {
            String cure = "look at connection.ca and connection.client-certificate";
            tell("connection", State.WRONG, String.valueOf(unusable.getMessage()), cure);
        }
    }

    private boolean isReachable(String api, URI address) {
        List<Diagnosis> way =
                new ConnectivityProbe(profile.connection(), profile.limits().timeout()).to(api, address);
        way.forEach(found);
        return way.stream().noneMatch(each -> each.state() == State.UNREACHABLE);
    }

    private void customers(EvcNetTarget target, Transport transport) {
        CustomerRequests requests = new CustomerRequests(target, 1);
        if (readOnly) {
            tell(
                    "evc-net token",
                    State.NOTE,
                    "not tried: the target may only be read, and no documented request of this API only reads",
                    "give --allow-writes " + target.baseUrl().getHost() + " to have it tried with a harmless request");
            return;
        }
        Exchange update = transport.send(requests.update("999999999", Body.of("{}")));
        clock("evc-net", update);
        boolean decided = isDecided(update);
        Exchange deciding = decided ? update : transport.send(requests.create(Body.of("{")));
        String name = "evc-net token";
        String came = ForeignAnswer.inWords(deciding);
        int status = deciding.status().orElse(0);
        boolean foreign = ForeignAnswer.is(deciding, Preflight.CUSTOMER_MEMBER)
                || (!decided && ForeignAnswer.isOneForAll(List.of(update, deciding), Preflight.CUSTOMER_MEMBER));
        if (foreign) {
            String cure = Clue.in(deciding, false).orElse(CUSTOMERS_ELSEWHERE);
            tell(name, State.WRONG, "this isn't how the Customer API answers: " + came, cure);
        } else if (status == 200 || status == 400) {
            tell(name, State.FINE, "accepted (" + deciding.outcomeInWords() + " to a harmless request)", "");
            cards(target, new CustomerProbe(transport, requests, HealthProbes.nobody(target)));
        } else if (status == 401 || status == 403) {
            tell(
                    name,
                    State.WRONG,
                    "refused (" + deciding.outcomeInWords() + ")",
                    "put the system user's token in evc-net.token");
        } else if (deciding.isInconclusive()) {
            tell(name, State.UNREACHABLE, "undecided: " + came, cure(deciding));
        } else {
            tell(name, State.WRONG, "this isn't how the Customer API answers: " + came, CUSTOMERS_ELSEWHERE);
        }
    }

    private void cards(EvcNetTarget target, CustomerProbe look) {
        String id = target.cardCustomer();
        if (id == null) {
            return;
        }
        CustomerProbe.Seen seen = look.at(id);
        if (seen.isUnknown()) {
            tell(CustomerProbe.KEY, State.WRONG, CustomerProbe.inWords(id, seen), CustomerProbe.CURE);
        } else if (seen.isKnown()) {
            tell(CustomerProbe.KEY, State.FINE, "known", "");
        } else {
            String saw = "undecided: " + seen.answer().outcomeInWords() + " to an empty update";
            tell(CustomerProbe.KEY, State.NOTE, saw, "a run will tell");
        }
    }

    private static boolean isDecided(Exchange exchange) {
        boolean known =
                exchange.status().filter(Set.of(200, 400, 401, 403)::contains).isPresent();
        return exchange.isInconclusive() || (known && !isStrange(exchange));
    }

    private static boolean isStrange(Exchange exchange) {
        return ForeignAnswer.is(exchange, Preflight.CUSTOMER_MEMBER)
                || ForeignAnswer.isOthersJson(exchange, List.of(Preflight.CUSTOMER_MEMBER));
    }

    private void users(OioiTarget target, Transport transport) {
        UserFixtures users = new UserFixtures(target, new UserRequests(target), 1, Accounts.unshared(target));
        Exchange first = transport.send(users.control());
        clock("oioi", first);
        if (key(target, first)) {
            for (Role role : Role.values()) {
                user(users, role, transport);
            }
        }
    }

    /** Whether it is of use to look at the users. */
    private boolean key(OioiTarget target, Exchange exchange) {
        String name = "oioi api-key";
        UserAnswer answer = UserAnswer.of(exchange);
        OptionalInt code = answer.code();
        if (exchange.isInconclusive()) {
            tell(name, State.UNREACHABLE, "undecided: " + exchange.outcomeInWords(), cure(exchange));
        } else if (isRefusedWithoutCode(exchange)) {
            String saw = "undecided: " + answer.inWords() + ", which may mean the key or the user";
            tell(name, State.NOTE, saw, "look at oioi.api-key and at what is said of the users");
        } else if (code.isEmpty()) {
            String cure = Clue.in(exchange, false)
                    .orElse("look whether oioi.endpoint is the address that takes every call" + IN_BETWEEN);
            tell(name, State.WRONG, "this isn't how OIOI answers: " + ForeignAnswer.inWords(exchange), cure);
        } else if (KEY_REFUSED.contains(code.getAsInt())) {
            String cure = "put the partner's key in oioi.api-key";
            tell(name, State.WRONG, (target.apiKey() == null ? "missing: " : "refused: ") + answer.inWords(), cure);
        } else if (target.apiKey() == null) {
            tell(name, State.NOTE, "the profile has none, and none is asked for", "OIOI-KEY rows are out of scope");
        } else {
            tell(name, State.FINE, "accepted (" + answer.inWords() + ")", "");
        }
        boolean known = code.isPresent() && !KEY_REFUSED.contains(code.getAsInt());
        return (known || isRefusedWithoutCode(exchange)) && !exchange.isInconclusive();
    }

    private static boolean isRefusedWithoutCode(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        return answer.code().isEmpty() && answer.means(KEY_REFUSED);
    }

    private void user(UserFixtures users, Role role, Transport transport) {
        String key = "oioi.users." + role.label();
        TestUser user = users.find(role);
        if (user == null) {
            tell(key, State.NOTE, "the profile has no such user", "what needs one will be not tested");
            return;
        }
        for (IdentifierType type : List.of(IdentifierType.USERNAME, IdentifierType.EVCO_ID, IdentifierType.RFID)) {
            Optional<String> identifier = type.of(user);
            if (identifier.isPresent()) {
                read(key, type, transport.send(users.read(type, identifier.get(), user)));
            } else {
                tell(key + " by " + type.label(), State.NOTE, "the profile has no " + type.label(), "put it in " + key);
            }
        }
    }

    private void read(String key, IdentifierType type, Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        String name = key + " by " + type.label();
        if (exchange.isInconclusive()) {
            tell(name, State.UNREACHABLE, "undecided: " + exchange.outcomeInWords(), "try again later");
        } else if (answer.isCodeZero() && answer.user().isPresent()) {
            found(key, name, RunMark.in(answer.user().get()));
        } else {
            String cure = answer.means(USER_REFUSED)
                    ? "look at " + type.label() + " and token of " + key
                    : "a run will tell whether the target breaks a rule here";
            tell(name, State.WRONG, answer.inWords(), cure);
        }
    }

    private String cure(Exchange unanswered) {
        return Clue.in(unanswered, profile.connection().proxy() == null).orElse("try again later");
    }

    private void found(String key, String name, Optional<String> run) {
        if (run.isEmpty()) {
            tell(name, State.FINE, "found", "");
            return;
        }
        String cure =
                "wait until that run is done, or put them back with 'chargeproof restore' where it ran, or say in "
                        + key + ".details what is to be put back";
        tell(name, State.WRONG, "found with details that run " + run.get() + " wrote", cure);
    }

    private void clock(String api, Exchange exchange) {
        ClockSkew.compare(api, exchange).ifPresent(found);
    }

    private void tell(String name, State state, String saw, String cure) {
        found.accept(new Diagnosis(name, state, saw, cure));
    }
}
