package io.chargeproof.api;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of a look before a run. A look stops the run only where everything it tries fails in the way that a wrong
 * profile fails; a fault of the target is left to the scenarios.
 */
public final class Preflight {
    private static final String IN_BETWEEN =
            ", and whether a login, a maintenance page, a portal or a firewall stands in between";

    private final Transport transport;
    private final Transport once;
    private final List<Exchange> answered = new ArrayList<>();
    private boolean unanswered;

    /** What a look at an API came to. */
    public enum Result {
        /** The API answers. */
        ANSWERS,
        /** No request got an answer that the API gave. */
        UNREACHABLE,
        /** Nothing came but pages of errors, or one answer to everything; a right request has to show who it is. */
        STRANGE
    }

    /**
     * A look before the run.
     *
     * @param transport what requests go through
     * @param once what they go through, without retries, once one of them got no answer
     */
    public Preflight(Transport transport, Transport once) {
        this.transport = transport;
        this.once = once;
    }

    /** Sends a request. Where nobody is at home, it's of no use to knock as often at each door. */
    public Exchange send(HttpRequest request) {
        Exchange exchange = (unanswered ? once : transport).send(request.named("a look before the run"));
        unanswered |= exchange.isInconclusive();
        if (!exchange.isInconclusive()) {
            answered.add(exchange);
        }
        return exchange;
    }

    /** The last answer that came. */
    public @Nullable Exchange last() {
        return answered.isEmpty() ? null : answered.get(answered.size() - 1);
    }

    /** All answers that came. */
    public List<Exchange> answered() {
        return List.copyOf(answered);
    }

    /** Those of some exchanges that have an answer. */
    public static List<Exchange> answered(List<Exchange> tried) {
        return tried.stream().filter(exchange -> !exchange.isInconclusive()).toList();
    }

    /**
     * Stops the run if all that was tried failed in one way.
     *
     * @throws UsageException with the message, if so
     */
    public static void refuse(List<Exchange> tried, Predicate<Exchange> fault, String message) {
        if (tried.stream().allMatch(fault)) {
            throw new UsageException(message + " (" + tried.size() + " requests, nothing was written)");
        }
    }

    /** What a look came to where nothing is strange. */
    public static Result result(List<Exchange> tried) {
        return tried.stream().allMatch(Exchange::isInconclusive) ? Result.UNREACHABLE : Result.ANSWERS;
    }

    /**
     * That somebody else answers at an address.
     *
     * @param title what people call the API, as it reads after a "the", if it takes one
     * @param key the key of the profile that has the address
     * @param came what came
     * @param sent what was sent, in a few words
     */
    public static UsageException stranger(String address, String title, String key, Exchange came, String sent) {
        String cure = Clue.in(came, false).orElse("look at " + key + " in the profile" + IN_BETWEEN);
        return new UsageException("what answers at " + address + " isn't " + title + ": " + ForeignAnswer.inWords(came)
                + "; " + cure + " (" + sent + ")");
    }
}
