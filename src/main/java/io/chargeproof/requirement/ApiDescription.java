package io.chargeproof.requirement;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of an API say, as data. Descriptions are found by {@link java.util.ServiceLoader}: a jar on the class path
 * that names one in {@code META-INF/services/io.chargeproof.requirement.ApiDescription} makes an API known.
 */
public interface ApiDescription {
    /** Which API it is. */
    Api api();

    /** What people call the API, such as {@code EVC-net Customer API}. */
    String title();

    /** What people call the areas of its requirement IDs, such as {@code CARD}. */
    Map<String, String> areas();

    /** The operations that its documents describe. */
    List<Operation> operations();

    /** The result codes in its answers, if it has any beside the HTTP status. */
    default Optional<ResultCodes> resultCodes() {
        return Optional.empty();
    }

    /** The hosts of its provider where customers of real people are; {@code *.example.com} is every host below. */
    default Set<String> productionHosts() {
        return Set.of();
    }

    /** The hosts of its provider that are for tests. */
    default Set<String> acceptanceHosts() {
        return Set.of();
    }

    /** Its requirements in YAML, in the order of its documents; null if the program is incomplete. */
    default @Nullable InputStream requirements() {
        return getClass().getResourceAsStream("/requirements/" + api().label() + ".yaml");
    }

    /**
     * An operation.
     *
     * @param name as reports name it
     * @param documented what the documents list for it: result codes where the API has such, HTTP statuses where it has none
     * @param reads whether it changes nothing
     */
    record Operation(String name, List<Integer> documented, boolean reads) {
        public Operation {
            documented = List.copyOf(documented);
        }
    }

    /**
     * Result codes in the bodies of answers.
     *
     * @param path the members that lead to the code
     * @param general those that may come to any call in place of a documented one: those that stand for whole families, and those
     *     for refused keys and malformed requests
     */
    record ResultCodes(List<String> path, Set<Integer> general) {
        public ResultCodes {
            path = List.copyOf(path);
            general = Set.copyOf(general);
        }
    }
}
