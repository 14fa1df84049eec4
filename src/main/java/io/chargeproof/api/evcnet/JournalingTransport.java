package io.chargeproof.api.evcnet;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.NoAnswer.Cause;
import io.chargeproof.exchange.Transport;
import io.chargeproof.exchange.WebPage;
import io.chargeproof.teststate.Journal;
import io.chargeproof.teststate.JournalEntry.CardKept;
import io.chargeproof.teststate.JournalEntry.CardSpent;
import io.chargeproof.teststate.JournalEntry.CustomerAnswered;
import io.chargeproof.teststate.JournalEntry.CustomerAsked;
import io.chargeproof.teststate.JournalEntry.Fate;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes down in the ledger, before a request leaves, what it may use up at the Customer API. Every request passes, whoever
 * sends it, so that no scenario can forget to.
 */
public final class JournalingTransport implements Transport {
    /** Bodies are broken on purpose at times, and targets that take them nevertheless are what is looked for. */
    private static final Pattern OBJECT_ID = Pattern.compile("\"object_id\"\\s*:\\s*\"([^\"\\\\]{1,200})\"");

    private static final Set<Cause> NEVER_LEFT =
            EnumSet.of(Cause.BUDGET_SPENT, Cause.GIVEN_UP, Cause.UNKNOWN_HOST, Cause.NOT_CONNECTED);

    private static final int REQUEST_TIMEOUT = 408;

    private final Transport next;
    private final Journal ledger;
    private final @Nullable EvcNetTarget target;
    private final BiFunction<Exchange, String, String> idOf;
    private final AtomicLong creations = new AtomicLong();

    /**
     * A transport that keeps a ledger.
     *
     * @param target the Customer API, if the run is about it
     * @param idOf the likeliest id that the answer to a create shows, for the object ID that was sent
     */
    public JournalingTransport(
            Transport next, Journal ledger, @Nullable EvcNetTarget target, BiFunction<Exchange, String, String> idOf) {
        this.next = next;
        this.ledger = ledger;
        this.target = target;
        this.idOf = idOf;
    }

    @Override
    public Exchange send(HttpRequest request) {
        if (target == null || !request.uri().toString().startsWith(target.baseUrl() + "/api/rest/customer")) {
            return next.send(request);
        }
        List<String> cards = spent(request, target);
        cards.forEach(card -> ledger.add(new CardSpent(card, lastSegment(request), Instant.now())));
        Exchange exchange = request.method() == HttpMethod.POST ? create(request) : next.send(request);
        if (neverLeft(exchange)) {
            cards.forEach(card -> ledger.add(new CardKept(card)));
        }
        return exchange;
    }

    private Exchange create(HttpRequest request) {
        long number = creations.incrementAndGet();
        Matcher matcher = OBJECT_ID.matcher(request.body().text());
        String objectId = matcher.find() ? matcher.group(1) : "";
        ledger.add(new CustomerAsked(number, objectId, Instant.now()));
        Exchange exchange = next.send(request);
        Fate fate = fate(exchange);
        ledger.add(new CustomerAnswered(number, fate, fate == Fate.CREATED ? idOf.apply(exchange, objectId) : ""));
        return exchange;
    }

    private static List<String> spent(HttpRequest request, EvcNetTarget target) {
        boolean reusable = lastSegment(request).equals(target.cardCustomer());
        String body = reusable || request.method() == HttpMethod.GET
                ? ""
                : request.body().text();
        // One pass over the body, however many cards there are: bodies may be long.
        Set<String> texts = new HashSet<>(Arrays.asList(body.split("\"", -1)));
        return target.cards().stream().filter(texts::contains).toList();
    }

    private static Fate fate(Exchange exchange) {
        int status = exchange.status().orElse(0);
        if (status >= 200 && status < 300) {
            // Who answers a program with a page says nothing of a customer.
            boolean page = exchange.answer().flatMap(WebPage::in).isPresent();
            return page ? Fate.UNKNOWN : Fate.CREATED;
        }
        // A 408 may be a proxy's, behind which the request goes on.
        boolean refused = status >= 300 && status < 500 && status != REQUEST_TIMEOUT;
        return refused || neverLeft(exchange) ? Fate.NOT_CREATED : Fate.UNKNOWN;
    }

    /** Sure only of a request that was sent once: an earlier attempt may have been carried out. */
    private static boolean neverLeft(Exchange exchange) {
        return exchange.attempts() == 1
                && exchange.reply() instanceof NoAnswer none
                && NEVER_LEFT.contains(none.cause());
    }

    private static String lastSegment(HttpRequest request) {
        String path = request.uri().getRawPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
