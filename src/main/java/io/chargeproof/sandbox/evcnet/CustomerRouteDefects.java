package io.chargeproof.sandbox.evcnet;

import static io.chargeproof.sandbox.evcnet.CustomerDeviations.answering;
import static io.chargeproof.sandbox.evcnet.CustomerVariation.ofCustomers;
import static io.chargeproof.sandbox.provider.Deviation.defect;

import io.chargeproof.sandbox.provider.Deviation;
import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Bytes;
import io.chargeproof.sandbox.wire.Request;
import io.chargeproof.sandbox.wire.RequestPipeline;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Methods and paths other than the documented ones. */
final class CustomerRouteDefects {
    private static final String CUSTOMERS = "/api/rest/customer";

    static final List<Deviation<CustomerRecords>> DEFECTS = List.of(
            defect("evc-create-in-plural")
                    .breaks("EVC-HTTP-1")
                    .says("A create is taken at /api/rest/customers alone; the endpoint structure has the word "
                            + "in the singular.")
                    .by(inPlural("POST")),
            defect("evc-update-in-plural")
                    .breaks("EVC-HTTP-1")
                    .says("An update is taken below /api/rest/customers alone; the endpoint structure has the "
                            + "word in the singular.")
                    .by(inPlural("PUT")),
            defect("evc-create-by-put-alone")
                    .breaks("EVC-HTTP-1")
                    .says("Customers are created by PUT, and POST gets 405; the methods table has POST for it.")
                    .by(createByPut()),
            defect("evc-update-by-post-alone")
                    .breaks("EVC-HTTP-1")
                    .says("A customer is updated by POST, and PUT gets 405; the methods table has PUT for it.")
                    .by(updateByPost()),
            defect("evc-create-behind-a-slash")
                    .breaks("EVC-HTTP-1")
                    .says("A create is sent on to the path with a slash at its end; the example posts to the "
                            + "path without one.")
                    .by(redirected(path -> path.equals(CUSTOMERS))),
            defect("evc-create-wants-a-slash")
                    .breaks("EVC-HTTP-1")
                    .says("A create is refused unless its path ends with a slash; the example posts to the path "
                            + "without one.")
                    .by(createWantsSlash()),
            defect("evc-update-behind-a-slash")
                    .breaks("EVC-HTTP-1")
                    .says("An update is sent on to the path with a slash at its end; the example puts to the "
                            + "path without one.")
                    .by(redirected(path -> path.startsWith(CUSTOMERS + "/") && !path.endsWith("/"))),
            defect("evc-update-wants-id-in-body")
                    .breaks("EVC-HTTP-1")
                    .says("An update names its customer in the body too, or is refused; the methods table has "
                            + "the id in the path.")
                    .by(updateWantsIdInBody()),
            defect("evc-patch-updates")
                    .breaks("EVC-HTTP-8")
                    .says("PATCH on a customer updates it; the methods table has n/a for PATCH.")
                    .by(patchUpdates()),
            defect("evc-patch-answers-204")
                    .breaks("EVC-HTTP-8")
                    .says("PATCH on a customer updates it and answers 204; the methods table has n/a for PATCH.")
                    .by(patchUpdates().and(patchAnswers(204))),
            defect("evc-patch-answers-202")
                    .breaks("EVC-HTTP-8")
                    .says("PATCH on a customer is put into a queue with 202; the methods table has n/a for PATCH.")
                    .by(patchUpdates().and(patchAnswers(202))),
            defect("evc-merge-patch-updates")
                    .breaks("EVC-HTTP-8")
                    .says("PATCH with a merge patch updates a customer; the methods table has n/a for PATCH.")
                    .by(mergePatchUpdates()),
            defect("evc-patch-nodded-through")
                    .breaks("EVC-HTTP-8")
                    .says("PATCH gets 200 and nothing happens; the methods table has n/a for PATCH.")
                    .by(ofCustomers(RequestPipeline.class, CustomerRouteDefects::noddingThrough)));

    private CustomerRouteDefects() {}

    private static Variation<CustomerRecords> inPlural(String method) {
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

    private static Variation<CustomerRecords> createByPut() {
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

    private static Variation<CustomerRecords> updateByPost() {
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

    private static Variation<CustomerRecords> redirected(Predicate<String> when) {
        return ofCustomers(
                RequestPipeline.class,
                next -> (pipeline, request) -> isDocumented(request) && when.test(request.rawPath())
                        ? new Answer(308, Map.of("location", request.rawPath() + "/"), Bytes.NONE)
                        : next.answer(pipeline, request.withRawPath(withoutSlash(request.rawPath()))));
    }

    private static Variation<CustomerRecords> createWantsSlash() {
        return ofCustomers(
                CustomerFlow.class,
                next -> (pipeline, request) -> request.rawPath().equals(CUSTOMERS)
                        ? Refusal.of(Refusal.Reason.INVALID, "path", "is unknown")
                        : next.proceed(pipeline, request));
    }

    private static boolean isDocumented(Request request) {
        return request.method().equals("POST") || request.method().equals("PUT");
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static Variation<CustomerRecords> updateWantsIdInBody() {
        return CustomerDeviations.updateRefused(members -> !members.has("customer_id"), "customer_id", "is missing");
    }

    private static Variation<CustomerRecords> patchUpdates() {
        return ofCustomers(
                Routing.class,
                next -> request -> next.route(request.method().equals("PATCH") ? request.withMethod("PUT") : request));
    }

    private static Variation<CustomerRecords> mergePatchUpdates() {
        return ofCustomers(
                Routing.class,
                next -> request -> next.route(isMergePatch(request) ? request.withMethod("PUT") : request));
    }

    private static boolean isMergePatch(Request request) {
        return request.method().equals("PATCH")
                && request.headers().all("content-type").stream().anyMatch(type -> type.contains("merge-patch"));
    }

    private static Variation<CustomerRecords> patchAnswers(int status) {
        return answering(
                RequestResults.on("PATCH", RequestResults::isUpdated),
                draft -> draft.withStatus(status).withBody(null));
    }

    private static RequestPipeline noddingThrough(RequestPipeline next) {
        return (pipeline, request) -> request.method().equals("PATCH")
                ? new Answer(200, Map.of("content-type", "application/json"), Bytes.of("{\"status\":\"success\"}"))
                : next.answer(pipeline, request);
    }
}
