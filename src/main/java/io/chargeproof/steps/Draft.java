package io.chargeproof.steps;

import io.chargeproof.exchange.HttpRequest;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A post that wasn't sent yet.
 *
 * @param request what is to be sent
 * @param details the details as they are meant to arrive
 * @param paths the members that the post is about
 */
record Draft(HttpRequest request, ObjectNode details, List<String> paths) {
    Draft {
        paths = List.copyOf(paths);
    }
}
