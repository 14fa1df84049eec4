package io.chargeproof.sandbox.defect;

import static io.chargeproof.sandbox.defect.CustomerBreach.answering;
import static io.chargeproof.sandbox.provider.Variation.ofCustomers;
import static java.util.Map.entry;

import io.chargeproof.sandbox.customer.Refusal;
import io.chargeproof.sandbox.customer.Route;
import io.chargeproof.sandbox.customer.Routing;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Exchanging;
import io.chargeproof.sandbox.wire.Octets;
import io.chargeproof.sandbox.wire.Request;
import java.util.Map;
import java.util.function.Predicate;

/** Methods and paths other than the documented ones. */
final class CustomerRouteDefects {
    private static final String CUSTOMERS = "/api/rest/customer";

    static final Map<String, Variation> BEHAVIOURS = Map.ofEntries(
            entry("evc-create-in-plural", inPlural("POST")),
            entry("evc-update-in-plural", inPlural("PUT")),
            entry("evc-create-by-put-alone", createByPut()),
            entry("evc-update-by-post-alone", updateByPost()),
            entry("evc-create-behind-a-slash", redirected(path -> path.equals(CUSTOMERS))),
            entry(
                    "evc-update-behind-a-slash",
                    redirected(path -> path.startsWith(CUSTOMERS + "/") && !path.endsWith("/"))),
            entry("evc-update-wants-id-in-body", updateWantsIdInBody()),
            entry("evc-patch-updates", patchUpdates()),
            entry("evc-patch-answers-204", patchUpdates().and(patchAnswers(204))),
            entry("evc-patch-answers-202", patchUpdates().and(patchAnswers(202))),
            entry("evc-merge-patch-updates", mergePatchUpdates()),
            entry("evc-patch-nodded-through", ofCustomers(Exchanging.class, CustomerRouteDefects::noddingThrough)));

    private CustomerRouteDefects() {}

    private static Variation inPlural(String method) {
        return ofCustomers(Routing.class, next -> request -> {
            boolean plural = request.rawPath().startsWith(CUSTOMERS + "s");
            if (!request.method().equals(method)) {
                return next.route(request);
            }
            return plural
                    ? next.route(request.withRawPath(request.rawPath().replace("customers", "customer")))
                    : new Route.Nothing(Refusal.Reason.NO_SUCH_RESOURCE);
        });
    }

    private static Variation createByPut() {
        return ofCustomers(Routing.class, next -> request -> {
            Route route = next.route(request);
            if (route instanceof Route.Create) {
                return new Route.Nothing(Refusal.Reason.ONLY_PUT);
            }
            return request.method().equals("PUT") && !(route instanceof Route.Update)
                    ? next.route(request.withMethod("POST"))
                    : route;
        });
    }

    private static Variation updateByPost() {
        return ofCustomers(Routing.class, next -> request -> {
            Route route = next.route(request);
            if (route instanceof Route.Update) {
                return new Route.Nothing(Refusal.Reason.ONLY_POST);
            }
            return request.method().equals("POST") && !(route instanceof Route.Create)
                    ? next.route(request.withMethod("PUT"))
                    : route;
        });
    }

    private static Variation redirected(Predicate<String> when) {
        return ofCustomers(
                Exchanging.class,
                next -> (pipeline, request) -> isDocumented(request) && when.test(request.rawPath())
                        ? new Answer(308, Map.of("location", request.rawPath() + "/"), Octets.NONE)
                        : next.answer(pipeline, request.withRawPath(withoutSlash(request.rawPath()))));
    }

    private static boolean isDocumented(Request request) {
        return request.method().equals("POST") || request.method().equals("PUT");
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static Variation updateWantsIdInBody() {
        return CustomerBreach.updateRefused(members -> !members.has("customer_id"), "customer_id", "is missing");
    }

    private static Variation patchUpdates() {
        return ofCustomers(
                Routing.class,
                next -> request -> next.route(request.method().equals("PATCH") ? request.withMethod("PUT") : request));
    }

    private static Variation mergePatchUpdates() {
        return ofCustomers(
                Routing.class,
                next -> request -> next.route(isMergePatch(request) ? request.withMethod("PUT") : request));
    }

    private static boolean isMergePatch(Request request) {
        return request.method().equals("PATCH")
                && request.headers().all("content-type").stream().anyMatch(type -> type.contains("merge-patch"));
    }

    private static Variation patchAnswers(int status) {
        return answering(
                CustomerOutcome.on("PATCH", CustomerOutcome::isUpdated),
                draft -> draft.withStatus(status).withBody(null));
    }

    private static Exchanging noddingThrough(Exchanging next) {
        return (pipeline, request) -> request.method().equals("PATCH")
                ? new Answer(200, Map.of("content-type", "application/json"), Octets.of("{\"status\":\"success\"}"))
                : next.answer(pipeline, request);
    }
}
