package io.chargeproof.sandbox.provider;

import io.chargeproof.sandbox.wire.Request;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One API of the sandbox: its correct behaviour, what it can be told to do otherwise, and its part of profile and states.
 *
 * @param api the name that the API has in profiles, such as {@code oioi}
 * @param title what people call it
 * @param path where it is below the sandbox's address; empty, or with a slash at its beginning
 * @param own which requests are for it
 * @param correct makes it without fault, with the test data on record
 * @param defects the ways in which it breaks a requirement
 * @param variants the ways in which it differs and still conforms
 * @param profile its section of a profile in YAML, for a sandbox at a base URL without a slash at the end
 * @param states the provider states that it can be brought into, with the values that fit each
 * @param <R> what it has on record
 */
public record ApiSandbox<R>(
        String api,
        String title,
        String path,
        Predicate<Request> own,
        Supplier<Service<R>> correct,
        List<Deviation<R>> defects,
        List<Deviation<R>> variants,
        UnaryOperator<String> profile,
        Function<R, Map<String, Function<JsonNode, ObjectNode>>> states) {
    public ApiSandbox {
        defects = List.copyOf(defects);
        variants = List.copyOf(variants);
    }

    /** Starts it with those of its variants and defects that are named; others' names are passed over. */
    public Started<R> start(Collection<String> variantIds, Collection<String> defectIds) {
        Service<R> service = varied(correct.get(), variants, variantIds);
        // Defects go on top: one has to show however else the provider differs.
        return new Started<>(this, varied(service, defects, defectIds));
    }

    private static <R> Service<R> varied(Service<R> from, List<Deviation<R>> known, Collection<String> ids) {
        Service<R> service = from;
        for (String id : ids) {
            for (Deviation<R> each : known) {
                if (each.id().equals(id)) {
                    service = each.behaviour().vary(service);
                }
            }
        }
        return service;
    }

    /**
     * An API of a sandbox that runs.
     *
     * @param of what it is
     * @param service how it behaves
     * @param <R> what it has on record
     */
    public record Started<R>(ApiSandbox<R> of, Service<R> service) {
        /** Whether a request is for this API. */
        public boolean takes(Request request) {
            return of.own().test(request);
        }

        /** The provider states that it can be brought into. */
        public Map<String, Function<JsonNode, ObjectNode>> states() {
            return of.states().apply(service.records());
        }
    }
}
