package io.chargeproof.run;

import io.chargeproof.api.ApiModules;
import io.chargeproof.api.ApiRun;
import io.chargeproof.api.ClientSettings;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Origin;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.TransportSettings;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.exchange.policy.BudgetTransport;
import io.chargeproof.exchange.policy.CircuitBreakerTransport;
import io.chargeproof.exchange.policy.ExchangeLog;
import io.chargeproof.exchange.policy.OriginCheckingTransport;
import io.chargeproof.exchange.policy.ParallelLimitTransport;
import io.chargeproof.exchange.policy.RecordingTransport;
import io.chargeproof.exchange.policy.RetryPolicy;
import io.chargeproof.exchange.policy.RetryingTransport;
import io.chargeproof.exchange.policy.SimultaneousTransport;
import io.chargeproof.exchange.policy.Sleeper;
import io.chargeproof.exchange.policy.ThrottlingTransport;
import io.chargeproof.exchange.policy.TracingTransport;
import io.chargeproof.exchange.restassured.RestAssuredTransport;
import io.chargeproof.profile.Connection;
import io.chargeproof.profile.Limits;
import io.chargeproof.profile.Profile;
import io.chargeproof.requirement.Api;
import io.chargeproof.scenario.ApiLine;
import io.chargeproof.scenario.ApiLines;
import io.chargeproof.scenario.TargetHealth;
import io.chargeproof.teststate.ShutdownGate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way to the target: both adapters behind one throttle, one budget and one log. */
public final class TransportChain implements AutoCloseable {
    private static final int LARGEST_ANSWER = 1 << 20;
    /** A run keeps its exchanges until they are reported, which takes several times as much. */
    private static final int SHARE_OF_HEAP = 16;

    private static final CircuitBreakerTransport.Patience PATIENCE =
            new CircuitBreakerTransport.Patience(8, Duration.ofSeconds(30));
    private static final int PATIENCE_AFTERWARDS = 8;

    private final ExchangeLog log = new ExchangeLog();
    private final JdkTransport jdk;
    private final @Nullable RestAssuredTransport restAssured;
    private final BudgetTransport limited;
    private final Transport scenarios;
    private final Transport sweeps;
    private final Transport once;
    private final Transport afterwards;
    private final ShutdownGate gate = new ShutdownGate();
    private final Map<String, TargetHealth> health = new ConcurrentHashMap<>();

    /**
     * The way to the profile's target.
     *
     * @param apis what stands before everything that is sent for scenarios, and says how to find out whether it answers at all
     */
    TransportChain(RunOptions options, List<ApiRun> apis) {
        Limits limits = options.profile().limits();
        TransportSettings settings = settings(options.profile());
        this.jdk = new JdkTransport(settings);
        this.restAssured =
                options.adapters() == RunOptions.Adapters.JDK_ONLY ? null : new RestAssuredTransport(settings);
        Switch adapters = new Switch(jdk, restAssured == null ? jdk : restAssured);
        boolean readOnly = options.permission().readOnly();
        Transport allowed = ReadOnlyTarget.guard(
                own(new TracingTransport(adapters), options.profile()), options.profile(), readOnly);
        Transport throttled = new ParallelLimitTransport(throttled(new SimultaneousTransport(allowed), limits));
        this.limited = new BudgetTransport(
                gate.before(throttled),
                limits.maxRequests(),
                Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        RetryPolicy retries = RetryPolicy.of(limits.retries(), options.seed());
        Transport single = new RecordingTransport(limited, log);
        Map<String, List<HttpRequest>> probes = new TreeMap<>();
        apis.forEach(each -> probes.put(each.api().label(), each.healthProbes()));
        Transport patient = new CircuitBreakerTransport(
                new RetryingTransport(limited, retries),
                single,
                api -> probes.getOrDefault(api, List.of()),
                PATIENCE,
                Sleeper.SLEEPING,
                this::down);
        Transport steady = ReadOnlyTarget.guard(
                ApiModules.before(apis, new RecordingTransport(patient, log)), options.profile(), readOnly);
        this.scenarios = adapters.through(steady, options.adapters() != RunOptions.Adapters.JDK_ONLY);
        this.sweeps = adapters.through(steady, options.adapters() == RunOptions.Adapters.REST_ASSURED_ONLY);
        this.once = adapters.through(single, false);
        Transport last = new CircuitBreakerTransport(new RetryingTransport(throttled, retries), PATIENCE_AFTERWARDS);
        this.afterwards = adapters.through(new RecordingTransport(last, log), false);
    }

    /** A way to the addresses of a profile, and to no other. */
    static Transport own(Transport next, Profile profile) {
        return new OriginCheckingTransport(
                next,
                profile.apis().stream().map(each -> Origin.of(each.address())).collect(Collectors.toSet()));
    }

    /** How a profile's target is reached. */
    public static TransportSettings settings(Profile profile) {
        Connection connection = profile.connection();
        return new TransportSettings(
                profile.limits().timeout(),
                LARGEST_ANSWER,
                connection.proxy(),
                connection.ca(),
                connection.clientCertificate());
    }

    /** A way to a target beside any run: within its rate, and with its retries. */
    public static Transport patient(Transport adapter, Limits limits) {
        RetryPolicy retries =
                RetryPolicy.of(limits.retries(), ProcessHandle.current().pid());
        Transport throttled = throttled(adapter, limits);
        return new CircuitBreakerTransport(new RetryingTransport(throttled, retries), PATIENCE_AFTERWARDS);
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
    ShutdownGate gate() {
        return gate;
    }

    /** The clients of the APIs that take part in a run. */
    ApiLines clients(List<ApiRun> apis) {
        Map<Api, ApiLine> clients = new TreeMap<>();
        apis.forEach(each -> clients.put(each.api(), client(each)));
        return new ApiLines(clients);
    }

    private ApiLine client(ApiRun api) {
        ClientSettings settings = api.client();
        TargetHealth own = new TargetHealth(sweeps, settings.control());
        health.put(api.api().label(), own);
        return new ApiLine(
                scenarios,
                sweeps,
                own,
                settings.invariants(),
                settings.serverErrorRow(),
                settings.causes(),
                settings.answerInWords());
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
        return most == null ? next : new ThrottlingTransport(next, most);
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
        public Exchange send(HttpRequest request) {
            return (useRestAssured.get() ? restAssured : jdk).send(request);
        }
    }
}
