package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.failing;
import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.CustomerFlow;
import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Request;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** Trouble with the header fields that every request bears. */
final class CustomerHeaderDefects {
    private static final String REQUEST_ID = "x-request-id";
    private static final String VERSION = "x-api-version";

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-large-request-id-refused", refused("POST|PUT", REQUEST_ID, number(id -> id >= 1 << 30))),
            entry("evc-long-request-id-refused-on-put", refused("PUT", REQUEST_ID, number(id -> id > 99_999_999))),
            entry("evc-odd-request-id-refused-on-post", refused("POST", REQUEST_ID, number(id -> id % 2 == 1))),
            entry(
                    "evc-request-id-overflows",
                    failing(500, (request, decoded) -> bears(request, REQUEST_ID, number(id -> id > 0xFFFFFF)))),
            entry("evc-request-ids-must-grow", requestIdsMustGrow()),
            entry("evc-version-unknown-on-put", refused("PUT", VERSION, "1.1.1"::equals)),
            entry("evc-version-unknown-on-post", refused("POST", VERSION, "1.1.1"::equals)),
            entry("evc-version-read-as-a-decimal", failing(500, CustomerHeaderDefects::versionIsNoDecimal)));

    private CustomerHeaderDefects() {}

    private static Variation refused(String methods, String header, Predicate<String> when) {
        return ofCustomers(
                CustomerFlow.class,
                next -> (pipeline, request) -> request.method().matches(methods) && bears(request, header, when)
                        ? Refusal.of(Refusal.Reason.INVALID, header, "is not supported")
                        : next.proceed(pipeline, request));
    }

    private static Variation requestIdsMustGrow() {
        return provider -> {
            AtomicLong last = new AtomicLong();
            return refused("POST|PUT", REQUEST_ID, number(id -> last.getAndAccumulate(id, Math::max) > id))
                    .vary(provider);
        };
    }

    private static boolean versionIsNoDecimal(Request request, Decoded decoded) {
        return request.method().equals("PUT")
                && bears(request, VERSION, version -> version.indexOf('.') != version.lastIndexOf('.'));
    }

    private static boolean bears(Request request, String header, Predicate<String> when) {
        return request.headers().only(header).filter(when).isPresent();
    }

    private static Predicate<String> number(LongPredicate when) {
        return text -> {
            OptionalLong number = parsed(text);
            return number.isPresent() && when.test(number.getAsLong());
        };
    }

    private static OptionalLong parsed(String text) {
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
