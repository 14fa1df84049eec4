package io.chargeproof.api;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import io.chargeproof.redaction.Redactor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A look at one API for whoever has written a profile: sends what changes nothing, and tells what came. */
public final class CheckUp {
    /** What else may be the matter where an address is right; reads on from a cure. */
    public static final String IN_BETWEEN = ", and whether a login, a maintenance page or a portal stands in between";

    private final String api;
    private final boolean readOnly;
    private final boolean direct;
    private final Transport transport;
    private final Consumer<Diagnosis> found;
    private final Map<String, String> learnt = new ConcurrentHashMap<>();

    /**
     * A check-up.
     *
     * @param api the API's label
     * @param readOnly whether the target may only be read
     * @param direct whether no proxy lies in between
     * @param transport what leads to the target
     * @param found hears what is found, one by one
     */
    public CheckUp(String api, boolean readOnly, boolean direct, Transport transport, Consumer<Diagnosis> found) {
        this.api = api;
        this.readOnly = readOnly;
        this.direct = direct;
        this.transport = transport;
        this.found = found;
    }

    /** Whether the target may only be read. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** Sends a request. */
    public Exchange send(HttpRequest request) {
        return transport.send(request);
    }

    /** Tells what was found. */
    public void tell(String name, Diagnosis.State state, String saw, String cure) {
        Redactor redactor = Redactor.of(learnt);
        found.accept(new Diagnosis(name, state, redactor.redact(saw), redactor.redact(cure)));
    }

    /** Has a secret that the profile doesn't know stay out of all that is told from now on, such as a token that came. */
    public void conceal(String secret, String name) {
        learnt.put(secret, name);
    }

    /** Tells how far this machine's clock and the target's are apart. */
    public void clock(Exchange exchange) {
        ClockSkew.compare(api, exchange).ifPresent(found);
    }

    /** What to do about a request that got no answer. */
    public String cure(Exchange unanswered) {
        return Clue.in(unanswered, direct).orElse("try again later");
    }
}
