package io.chargeproof.run;

import io.chargeproof.check.StandingCheck;
import io.chargeproof.custody.Gate;
import io.chargeproof.evcnet.CustomerChecks;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Origin;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.exchange.policy.Breaker;
import io.chargeproof.exchange.policy.Budgeted;
import io.chargeproof.exchange.policy.ExchangeLog;
import io.chargeproof.exchange.policy.OwnOrigins;
import io.chargeproof.exchange.policy.Pause;
import io.chargeproof.exchange.policy.Recording;
import io.chargeproof.exchange.policy.RetryPolicy;
import io.chargeproof.exchange.policy.Retrying;
import io.chargeproof.exchange.policy.Throttled;
import io.chargeproof.exchange.policy.Together;
import io.chargeproof.exchange.policy.Traced;
import io.chargeproof.exchange.restassured.RestAssuredTransport;
import io.chargeproof.oioi.UserChecks;
import io.chargeproof.requirement.Api;
import io.chargeproof.steps.ApiLine;
import io.chargeproof.steps.Causes;
import io.chargeproof.steps.Customers;
import io.chargeproof.steps.Lines;
import io.chargeproof.steps.TargetHealth;
import io.chargeproof.steps.Users;
import io.chargeproof.target.Connection;
import io.chargeproof.target.EvcNetTarget;
import io.chargeproof.target.Limits;
import io.chargeproof.target.OioiTarget;
import io.chargeproof.target.Profile;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The way to the target: both adapters behind one throttle, one budget and one log. */
final class TargetLink implements AutoCloseable {
    private static final int LARGEST_ANSWER = 1 << 20;
    /** A run keeps its exchanges until they are reported, which takes several times as much. */
    private static final int SHARE_OF_HEAP = 16;

    private static final Breaker.Patience PATIENCE = new Breaker.Patience(8, Duration.ofSeconds(30));
    private static final int PATIENCE_AFTERWARDS = 8;

    private final ExchangeLog log = new ExchangeLog();
    private final JdkTransport jdk;
    private final @Nullable RestAssuredTransport restAssured;
    private final Budgeted limited;
    private final Transport scenarios;
    private final Transport sweeps;
    private final Transport once;
    private final Transport afterwards;
    private final Gate gate = new Gate();
    private final Map<String, TargetHealth> health = new ConcurrentHashMap<>();

    /**
     * The way to the profile's target.
     *
     * @param custody what stands before everything that is sent for scenarios
     */
    TargetLink(RunOptions options, UnaryOperator<Transport> custody) {
        Limits limits = options.profile().limits();
        TransportSettings settings = settings(options.profile());
        this.jdk = new JdkTransport(settings);
        this.restAssured =
                options.adapters() == RunOptions.Adapters.JDK_ONLY ? null : new RestAssuredTransport(settings);
        Switch adapters = new Switch(jdk, restAssured == null ? jdk : restAssured);
        boolean readOnly = options.permission().readOnly();
        Transport allowed =
                ReadOnlyTarget.guard(own(new Traced(adapters), options.profile()), options.profile(), readOnly);
        Transport throttled = throttled(new Together(allowed), limits);
        this.limited = new Budgeted(
                gate.before(throttled),
                limits.maxRequests(),
                Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        RetryPolicy retries = RetryPolicy.of(limits.retries(), options.seed());
        Transport single = new Recording(limited, log);
        Controls controls = new Controls(options.profile(), readOnly);
        Transport patient =
                new Breaker(new Retrying(limited, retries), single, controls::of, PATIENCE, Pause.SLEEPING, this::down);
        Transport steady =
                ReadOnlyTarget.guard(custody.apply(new Recording(patient, log)), options.profile(), readOnly);
        this.scenarios = adapters.through(steady, options.adapters() != RunOptions.Adapters.JDK_ONLY);
        this.sweeps = adapters.through(steady, options.adapters() == RunOptions.Adapters.REST_ASSURED_ONLY);
        this.once = adapters.through(single, false);
        Transport last = new Breaker(new Retrying(throttled, retries), PATIENCE_AFTERWARDS);
        this.afterwards = adapters.through(new Recording(last, log), false);
    }

    /** A way to the addresses of a profile, and to no other. */
    static Transport own(Transport next, Profile profile) {
        Set<Origin> origins = new HashSet<>();
        EvcNetTarget evcNet = profile.evcNet();
        if (evcNet != null) {
            origins.add(Origin.of(evcNet.baseUrl()));
        }
        OioiTarget oioi = profile.oioi();
        if (oioi != null) {
            origins.add(Origin.of(oioi.endpoint()));
        }
        return new OwnOrigins(next, origins);
    }

    /** How a profile's target is reached. */
    static TransportSettings settings(Profile profile) {
        Connection connection = profile.connection();
        return new TransportSettings(
                profile.limits().timeout(),
                LARGEST_ANSWER,
                connection.proxy(),
                connection.ca(),
                connection.clientCertificate());
    }

    /** A way to a target beside any run: within its rate, and with its retries. */
    static Transport patient(Transport adapter, Limits limits) {
        RetryPolicy retries =
                RetryPolicy.of(limits.retries(), ProcessHandle.current().pid());
        Transport throttled = throttled(adapter, limits);
        return new Breaker(new Retrying(throttled, retries), PATIENCE_AFTERWARDS);
    }

    ExchangeLog log() {
        return log;
    }

    /** What controls and preflight are sent through. */
    Transport plain() {
        return sweeps;
    }

    /** The same without any retries. */
    Transport once() {
        return once;
    }

    /** What users' details are put back through: neither a spent budget nor a run that was stopped is in the way. */
    Transport afterwards() {
        return afterwards;
    }

    /** Has nothing more sent for scenarios, for this reason. */
    void close(String why) {
        limited.close(why);
    }

    /** What a run that is stopped shuts behind it. */
    Gate gate() {
        return gate;
    }

    /** The lines to the APIs that the profile describes. */
    Lines lines(RunOptions options, @Nullable Customers customers, @Nullable Users users) {
        Map<Api, ApiLine> lines = new EnumMap<>(Api.class);
        if (customers != null && options.profile().evcNet() != null) {
            lines.put(
                    Api.EVC_NET,
                    line(
                            options.permission().readOnly() ? customers::look : customers::control,
                            CustomerChecks.standing(options.profile().evcNet(), customers.passwordMark()),
                            "EVC-HTTP-2",
                            customers.causes()));
        }
        if (users != null && options.profile().oioi() != null) {
            lines.put(
                    Api.OIOI,
                    line(users::control, UserChecks.standing(options.profile().oioi()), "OIOI-HTTP-4", users.causes()));
        }
        return new Lines(lines);
    }

    private ApiLine line(
            Supplier<HttpRequest> control, List<StandingCheck> standing, String serverErrorRow, Causes causes) {
        TargetHealth own = new TargetHealth(sweeps, control);
        health.put(control.get().purpose().api(), own);
        return new ApiLine(scenarios, sweeps, own, standing, serverErrorRow, causes);
    }

    /** Has no further scenario begin at an interface that is given up. */
    private void down(String api) {
        TargetHealth known = health.get(api);
        if (known != null && !known.isDown()) {
            boolean unused = known.answers();
        }
    }

    /** A transport within a target's rate, if it has one. */
    static Transport throttled(Transport next, Limits limits) {
        Integer most = limits.requestsPerSecond();
        return most == null ? next : new Throttled(next, most);
    }

    @Override
    public void close() {
        jdk.close();
        if (restAssured != null) {
            restAssured.close();
        }
    }

    /**
     * Chooses the adapter for a request that passes the shared decorators. They send on the caller's own thread, so the choice
     * is the thread's.
     */
    private static final class Switch implements Transport {
        private final Transport jdk;
        private final Transport restAssured;
        private final ThreadLocal<Boolean> useRestAssured = ThreadLocal.withInitial(() -> false);

        Switch(Transport jdk, Transport restAssured) {
            this.jdk = jdk;
            this.restAssured = restAssured;
        }

        Transport through(Transport shared, boolean withRestAssured) {
            return request -> {
                useRestAssured.set(withRestAssured);
                try {
                    return shared.send(request);
                } finally {
                    useRestAssured.remove();
                }
            };
        }

        @Override
        public io.chargeproof.exchange.Exchange send(HttpRequest request) {
            return (useRestAssured.get() ? restAssured : jdk).send(request);
        }
    }
}
