package io.chargeproof.api.oioi;

import io.chargeproof.exchange.HttpRequest;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * A post that wasn't sent yet.
 *
 * @param request what is to be sent
 * @param details the details as they are meant to arrive
 * @param paths the members that the post is about
 * @param role whose details they are meant to become
 */
record PreparedPost(HttpRequest request, ObjectNode details, List<String> paths, Role role) {
    PreparedPost {
        paths = List.copyOf(paths);
    }

    /** One for the primary user. */
    PreparedPost(HttpRequest request, ObjectNode details, List<String> paths) {
        this(request, details, paths, Role.PRIMARY);
    }

    /**
     * The members by which a read tells whether it shows the post: all others too where its own are null, which some drop, and
     * those alone where its own are left out or undocumented.
     */
    List<String> telling() {
        List<String> known = paths.stream()
                .filter(path ->
                        Details.textPaths().contains(path) || Details.members().contains(path))
                .filter(path -> Details.at(details, path).isValueNode())
                .toList();
        boolean tell = paths.isEmpty()
                || known.stream().anyMatch(path -> !Details.at(details, path).isNull());
        return tell
                ? known
                : Stream.concat(known.stream(), Details.textPaths().stream())
                        .distinct()
                        .toList();
    }
}
