package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.wire.Request;
import java.util.List;

/** POST on the customers, PUT on one; whatever stands below the customers is taken for an id. */
final class DocumentedRoutes implements Routing {
    private static final List<String> CUSTOMERS = List.of("api", "rest", "customer");

    @Override
    public Route route(Request request) {
        List<String> segments = request.segments();
        int depth = CUSTOMERS.size();
        if (segments.size() < depth || !segments.subList(0, depth).equals(CUSTOMERS)) {
            return new Route.Nothing(Refusal.Reason.NO_SUCH_RESOURCE);
        }
        String id = String.join("/", segments.subList(depth, segments.size()));
        return id.isEmpty() ? onCustomers(request) : onCustomer(request, id);
    }

    private static Route onCustomers(Request request) {
        return request.method().equals("POST") ? new Route.Create() : new Route.Nothing(Refusal.Reason.ONLY_POST);
    }

    private static Route onCustomer(Request request, String id) {
        return request.method().equals("PUT") ? new Route.Update(id) : new Route.Nothing(Refusal.Reason.ONLY_PUT);
    }
}
