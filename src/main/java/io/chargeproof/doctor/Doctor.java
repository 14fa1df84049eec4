package io.chargeproof.doctor;

import io.chargeproof.api.ApiModules;
import io.chargeproof.api.CheckUp;
import io.chargeproof.api.Diagnosis;
import io.chargeproof.api.Diagnosis.State;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Profile;
import io.chargeproof.run.ReadOnlyTarget;
import io.chargeproof.run.TransportChain;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Looks step by step whether a profile fits its target; writes nothing there. */
public final class Doctor {
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
        profile.apis().forEach(target -> inTime(target.api().label(), target.address(), part -> part.at(target)));
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

    private void at(ApiTarget target) {
        String api = target.api().label();
        if (isReachable(api, target.address())) {
            boolean direct = profile.connection().proxy() == null;
            with(transport ->
                    ApiModules.of(target.api()).checkUp(target, new CheckUp(api, readOnly, direct, transport, found)));
        }
    }

    private void with(Consumer<Transport> requests) {
        try (JdkTransport adapter = new JdkTransport(TransportChain.settings(profile))) {
            Transport allowed = ReadOnlyTarget.guard(adapter, profile, readOnly);
            requests.accept(TransportChain.patient(allowed, profile.limits()));
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

    private void tell(String name, State state, String saw, String cure) {
        found.accept(new Diagnosis(name, state, saw, cure));
    }
}
