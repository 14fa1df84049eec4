package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.failing;
import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Decoded;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** Trouble with the header fields that every request bears. */
final class CustomerHeaderDefects {
    private static final String REQUEST_ID = "x-request-id";
    private static final String VERSION = "x-api-version";

    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-large-request-id-refused")
                    .breaks("EVC-HTTP-5")
                    .says("An X-Request-ID from 2 to the 30th on is refused; the headers table says that it is "
                            + "an integer.")
                    .by(refused("POST|PUT", REQUEST_ID, number(id -> id >= 1 << 30))),
            defect("evc-long-request-id-refused-on-put")
                    .breaks("EVC-HTTP-5")
                    .says("An update whose X-Request-ID has nine digits or more is refused; the headers table "
                            + "says that it is an integer.")
                    .by(refused("PUT", REQUEST_ID, number(id -> id > 99_999_999))),
            defect("evc-odd-request-id-refused-on-post")
                    .breaks("EVC-HTTP-5")
                    .says("A create with an odd X-Request-ID is refused; the headers table's own example is odd.")
                    .by(refused("POST", REQUEST_ID, number(id -> id % 2 == 1))),
            defect("evc-request-id-overflows")
                    .breaks("EVC-HTTP-5")
                    .says("An X-Request-ID of more than 24 bits gets 500; the headers table says that it is an "
                            + "integer.")
                    .by(failing(500, (request, decoded) -> bears(request, REQUEST_ID, number(id -> id > 0xFFFFFF)))),
            defect("evc-largest-request-id-refused-on-put")
                    .breaks("EVC-HTTP-5")
                    .says("An update with the X-Request-ID 2147483647 is refused; the headers table says that it is "
                            + "an integer.")
                    .by(refused("PUT", REQUEST_ID, String.valueOf(Integer.MAX_VALUE)::equals)),
            defect("evc-request-ids-must-grow")
                    .breaks("EVC-HTTP-5")
                    .says("An X-Request-ID below an earlier one is refused; the headers table says that it is "
                            + "generated, not counted.")
                    .by(requestIdsMustGrow()),
            defect("evc-version-unknown-on-put")
                    .breaks("EVC-HTTP-5")
                    .says("An update of version 1.1.1 is refused; the headers table has that very version.")
                    .by(refused("PUT", VERSION, "1.1.1"::equals)),
            defect("evc-version-unknown-on-post")
                    .breaks("EVC-HTTP-5")
                    .says("A create of version 1.1.1 is refused; the headers table has that very version.")
                    .by(refused("POST", VERSION, "1.1.1"::equals)),
            defect("evc-version-read-as-a-decimal")
                    .breaks("EVC-HTTP-5")
                    .says("An update of version 1.1.1 gets 500, since two dots make no number; the headers "
                            + "table has that very version.")
                    .by(failing(500, CustomerHeaderDefects::versionIsNoDecimal)));

    private CustomerHeaderDefects() {}

    private static Variation<CustomerRecords> refused(String methods, String header, Predicate<String> when) {
        return ofCustomers(
                CustomerFlow.class,
                next -> (pipeline, request) -> request.method().matches(methods) && bears(request, header, when)
                        ? Refusal.of(Refusal.Reason.INVALID, header, "is not supported")
                        : next.proceed(pipeline, request));
    }

    private static Variation<CustomerRecords> requestIdsMustGrow() {
        return service -> {
            AtomicLong last = new AtomicLong();
            return refused("POST|PUT", REQUEST_ID, number(id -> last.getAndAccumulate(id, Math::max) > id))
                    .vary(service);
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
