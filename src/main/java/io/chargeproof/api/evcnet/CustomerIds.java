package io.chargeproof.api.evcnet;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.exchange.HttpAnswer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where the answer to a create may show the customer's id. The document doesn't say, so there are candidates, the likeliest
 * first; which one serves is found by addressing the customer with it.
 */
public final class CustomerIds {
    private static final List<String> USUAL_PATHS = List.of(
            "data.customer_id", "data.customerId", "data.id", "data.customer.id", "customer_id", "customerId", "id");
    private static final int LONGEST = 1000;
    private static final int SHOWN = 6;

    private CustomerIds() {}

    /**
     * A place where an id may stand, and what stands there.
     *
     * @param place a path of member names, {@code Location}, or {@code object_id} as sent
     * @param id the id as text
     */
    public record Candidate(String place, String id) {}

    /**
     * The candidates in an answer, each id once.
     *
     * @param path where the profile says that it stands, an entry of a list as {@code .1} or {@code [1]}; then there is no
     *     other candidate
     * @param objectId the object ID that was sent
     * @param anyValue whether in the end any value in the answer is tried; only where no stranger's customer can be hit
     */
    public static List<Candidate> in(HttpAnswer answer, @Nullable String path, String objectId, boolean anyValue) {
        Optional<JsonNode> json = AnswerJson.valueOf(answer);
        List<Candidate> found = new ArrayList<>();
        if (path != null) {
            String place = path.replaceAll("\\[(\\d+)]", ".$1");
            json.flatMap(body -> at(body, place)).ifPresent(id -> found.add(new Candidate(place, id)));
            return found;
        }
        json.ifPresent(body ->
                USUAL_PATHS.forEach(usual -> at(body, usual).ifPresent(id -> found.add(new Candidate(usual, id)))));
        json.ifPresent(body -> collect(body, "", found, CustomerIds::isNamedAsId));
        location(answer).ifPresent(id -> found.add(new Candidate("Location", id)));
        found.add(new Candidate("object_id", objectId));
        if (anyValue) {
            json.ifPresent(body -> collect(body, "", found, place -> true));
        }
        return eachIdOnce(found);
    }

    /** The id that stands in a place of another answer, if one does. */
    public static Optional<String> at(String place, HttpAnswer answer, String objectId) {
        return switch (place) {
            case "Location" -> location(answer);
            case "object_id" -> Optional.of(objectId);
            default -> AnswerJson.valueOf(answer).flatMap(body -> at(body, place));
        };
    }

    /** The places in an answer's JSON where an id may stand, or else any value; none in what isn't JSON. */
    public static List<String> places(HttpAnswer answer) {
        List<Candidate> ids = new ArrayList<>();
        List<Candidate> values = new ArrayList<>();
        AnswerJson.valueOf(answer).ifPresent(body -> {
            collect(body, "", ids, CustomerIds::isNamedAsId);
            collect(body, "", values, place -> true);
        });
        return (ids.isEmpty() ? values : ids)
                .stream()
                        .map(Candidate::place)
                        .filter(place -> !place.isEmpty())
                        .limit(SHOWN)
                        .toList();
    }

    private static Optional<String> at(JsonNode body, String path) {
        return path.isEmpty() ? scalar(body) : child(body, path);
    }

    /** A name may have dots in it; one that hasn't comes first. */
    private static Optional<String> child(JsonNode node, String path) {
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            String rest = path.substring(dot + 1);
            Optional<String> nested = member(node, path.substring(0, dot)).flatMap(inner -> child(inner, rest));
            if (nested.isPresent()) {
                return nested;
            }
        }
        return member(node, path).flatMap(CustomerIds::scalar);
    }

    private static Optional<JsonNode> member(JsonNode node, String name) {
        return node.isArray()
                ? Optional.of(name)
                        .filter(entry -> entry.matches("\\d{1,9}"))
                        .map(entry -> node.path(Integer.parseInt(entry)))
                : node.optional(name);
    }

    private static Optional<String> scalar(JsonNode node) {
        if (node.isIntegralNumber()) {
            return Optional.of(node.asString());
        }
        return node.isString()
                        && !node.stringValue().isBlank()
                        && node.stringValue().length() <= LONGEST
                ? Optional.of(idIn(node.stringValue())).filter(id -> !id.isBlank())
                : Optional.empty();
    }

    private static void collect(JsonNode node, String path, List<Candidate> found, Function<String, Boolean> wanted) {
        String prefix = path.isEmpty() ? "" : path + ".";
        if (node.isObject()) {
            node.properties().forEach(each -> collect(each.getValue(), prefix + each.getKey(), found, wanted));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), prefix + i, found, wanted);
            }
        } else if (wanted.apply(path)) {
            scalar(node).ifPresent(id -> found.add(new Candidate(path, id)));
        }
    }

    private static boolean isNamedAsId(String path) {
        String name = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.endsWith("id")
                && !name.contains("request")
                && !name.contains("correlation")
                && !name.contains("trace");
    }

    private static Optional<String> location(HttpAnswer answer) {
        return answer.headers().first("Location").map(CustomerIds::lastSegment).filter(id -> !id.isBlank());
    }

    /** The id itself, or the end of the address that it is in. */
    private static String idIn(String text) {
        return text.contains("/customer/") ? lastSegment(text) : text;
    }

    private static String lastSegment(String address) {
        String path = address.replaceAll("[?#].*$", "").replaceAll("/+$", "");
        return decoded(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Addresses write some characters of an id by their numbers; what isn't written so stands for itself. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return segment;
        }
    }

    private static List<Candidate> eachIdOnce(List<Candidate> candidates) {
        Set<String> seen = new LinkedHashSet<>();
        return candidates.stream().filter(each -> seen.add(each.id())).toList();
    }
}
