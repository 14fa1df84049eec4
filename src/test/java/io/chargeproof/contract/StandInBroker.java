package io.chargeproof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chargeproof.contract.matching.PromisedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands in for a Pact broker: it speaks HAL with the relations, bodies and statuses that the broker's documentation has, as
 * far as they are used. The main branch of each consumer is {@code main}.
 */
public final class StandInBroker implements AutoCloseable {
    /** The links of its index; a templated one has a name in braces. */
    private static final Map<String, String> INDEX = new TreeMap<>(Map.of(
            "pb:publish-pact", "/pacts/provider/{provider}/consumer/{consumer}/version/{consumerApplicationVersion}",
            "pb:publish-contracts", "/contracts/publish",
            "pb:latest-provider-pacts", "/pacts/provider/{provider}/latest",
            "pb:latest-provider-pacts-with-tag", "/pacts/provider/{provider}/latest/{tag}",
            "pb:pacticipant", "/pacticipants/{pacticipant}",
            "pb:pacticipant-branch-version", "/pacticipants/{pacticipant}/branches/{branch}/versions/{version}",
            "pb:provider-pacts-for-verification", "/pacts/provider/{provider}/for-verification"));

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Publication> pacts = new CopyOnWriteArrayList<>();
    private final List<Result> results = new CopyOnWriteArrayList<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> statuses = new HashMap<>();
    private final Map<String, String> branches = new HashMap<>();
    private final List<String> without = new ArrayList<>();
    private @Nullable String authorization;
    private UnaryOperator<String> links = UnaryOperator.identity();

    /** A broker that lets in anybody. */
    public StandInBroker() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /** A pact that somebody published. */
    public record Publication(
            String consumer,
            String provider,
            String version,
            @Nullable String branch,
            String pact,
            List<String> environments) {
        String sha() {
            return UUID.nameUUIDFromBytes(pact.getBytes(UTF_8)).toString().replace("-", "");
        }

        String name() {
            return "Pact between " + consumer + " (" + version + ") and " + provider;
        }

        String path() {
            return "/pacts/provider/" + BrokerHal.encoded(provider) + "/consumer/" + BrokerHal.encoded(consumer)
                    + "/pact-version/" + sha();
        }
    }

    /** A result that somebody published. */
    public record Result(String sha, JsonNode told) {
        boolean success() {
            return told.path("success").asBoolean();
        }

        String version() {
            return told.path("providerApplicationVersion").asString("");
        }
    }

    /** What it was asked. */
    public record Asked(
            String method, String path, @Nullable String authorization, String body) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** A document, and its status. */
    private record Reply(int status, JsonNode body) {}

    /** Has a consumer's pact be there. */
    public StandInBroker has(String version, @Nullable String branch, String pact, String... environments) {
        JsonNode read = JsonMapper.shared().readTree(pact);
        pacts.add(new Publication(
                read.path("consumer").path("name").asString(),
                read.path("provider").path("name").asString(),
                version,
                branch,
                pact,
                List.of(environments)));
        return this;
    }

    /** Lets in those alone who bear this. */
    public StandInBroker lettingIn(String value) {
        authorization = value;
        return this;
    }

    /** Answers a path with a status. */
    public StandInBroker answering(String path, int status) {
        statuses.put(path, status);
        return this;
    }

    /** Has links be otherwise. */
    public StandInBroker linking(UnaryOperator<String> otherwise) {
        links = otherwise;
        return this;
    }

    /** Leaves out a relation everywhere. */
    public StandInBroker without(String relation) {
        without.add(relation);
        return this;
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What it was asked. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The results that were published. */
    public List<Result> results() {
        return List.copyOf(results);
    }

    /** The pacts that were published. */
    public List<Publication> pacts() {
        return List.copyOf(pacts);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String bears = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(new Asked(exchange.getRequestMethod(), path, bears, body));
            Reply reply = authorization != null && !authorization.equals(bears)
                    ? new Reply(401, object())
                    : statuses.containsKey(path)
                            ? new Reply(statuses.get(path), object())
                            : reply(exchange.getRequestMethod(), exchange.getRequestURI(), body);
            byte[] bytes = reply.body().toString().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/hal+json;charset=utf-8");
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply reply(String method, URI address, String body) {
        List<String> steps = Stream.of(address.getRawPath().split("/", -1))
                .skip(1)
                .map(each -> URLDecoder.decode(each, UTF_8))
                .toList();
        String end = steps.get(steps.size() - 1);
        if (address.getRawPath().equals("/")) {
            return new Reply(200, linked(object(), INDEX));
        }
        return switch (method + " " + steps.get(0) + " " + end) {
            case "GET pacts for-verification" -> forVerification(steps.get(2), object());
            case "POST pacts for-verification" ->
                forVerification(steps.get(2), JsonMapper.shared().readTree(body));
            case "POST pacts verification-results" ->
                verified(steps, JsonMapper.shared().readTree(body));
            case "GET pacts latest" -> newest(steps.get(2));
            case "POST contracts publish" -> published(JsonMapper.shared().readTree(body));
            case "GET matrix matrix" -> matrix(parameters(address.getRawQuery()));
            default -> other(method, steps);
        };
    }

    private Reply other(String method, List<String> steps) {
        if (method.equals("GET") && steps.get(0).equals("pacticipants") && steps.size() == 2) {
            return new Reply(
                    200,
                    linked(
                            object().put("name", steps.get(1)),
                            Map.of(
                                    "pb:branch-version",
                                    "/pacticipants/" + BrokerHal.encoded(steps.get(1))
                                            + "/branches/{branch}/versions/{version}")));
        }
        if (method.equals("PUT") && steps.size() == 6 && steps.get(2).equals("branches")) {
            branches.put(steps.get(1) + " " + steps.get(5), steps.get(3));
            return new Reply(201, object());
        }
        if (method.equals("PUT") && steps.contains("version")) {
            return new Reply(201, object());
        }
        return pacts.stream()
                .filter(each -> method.equals("GET") && steps.contains(each.sha()))
                .findFirst()
                .map(each -> new Reply(200, document(each)))
                .orElseGet(() -> new Reply(404, object()));
    }

    private JsonNode document(Publication one) {
        ObjectNode pact = (ObjectNode) JsonMapper.shared().readTree(one.pact());
        for (JsonNode each : pact.path("interactions")) {
            String id =
                    UUID.nameUUIDFromBytes((one.sha() + each).getBytes(UTF_8)).toString();
            ((ObjectNode) each).put("_id", id.substring(0, 8));
        }
        ObjectNode document = linked(
                pact,
                Map.of(
                        "pb:provider", "/pacticipants/" + BrokerHal.encoded(one.provider()),
                        "pb:pact-version", one.path(),
                        "pb:publish-verification-results", one.path() + "/verification-results"));
        ObjectNode relations = (ObjectNode) document.path("_links");
        relations.putArray("pb:consumer-versions");
        relations.putNull("pb:previous-distinct");
        relations
                .putObject("pb:consumer-version")
                .put("name", one.version())
                .put(
                        "href",
                        address() + "/pacticipants/" + BrokerHal.encoded(one.consumer()) + "/versions/"
                                + one.version());
        return document;
    }

    private ObjectNode linked(ObjectNode document, Map<String, String> relations) {
        ObjectNode all = document.putObject("_links");
        relations.forEach((name, path) -> {
            if (!without.contains(name)) {
                all.putObject(name).put("href", links.apply(address() + path)).put("templated", path.contains("{"));
            }
        });
        return document;
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    private List<Publication> of(String provider) {
        return pacts.stream().filter(each -> each.provider().equals(provider)).toList();
    }

    private Reply newest(String provider) {
        ObjectNode answer = object();
        ArrayNode list = answer.putObject("_links").putArray("pb:pacts");
        latest(of(provider))
                .forEach(each -> list.addObject()
                        .put("href", links.apply(address() + each.path()))
                        .put("name", each.consumer()));
        return new Reply(of(provider).isEmpty() ? 404 : 200, answer);
    }

    private static List<Publication> latest(List<Publication> some) {
        return List.copyOf(some.stream()
                .collect(Collectors.toMap(
                        Publication::consumer, each -> each, (one, later) -> later, LinkedHashMap::new))
                .values());
    }

    private Reply forVerification(String provider, JsonNode request) {
        if (of(provider).isEmpty()) {
            return new Reply(404, object());
        }
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        Map<String, Publication> chosen = new LinkedHashMap<>();
        for (JsonNode selector : request.path("consumerVersionSelectors")) {
            for (Publication each : chosen(
                    of(provider),
                    selector,
                    request.path("providerVersionBranch").asString(""))) {
                chosen.putIfAbsent(each.sha(), each);
                reasons.computeIfAbsent(each.sha(), unused -> new ArrayList<>()).add(reason(selector));
            }
        }
        ObjectNode answer = linked(
                object(), Map.of("self", "/pacts/provider/" + BrokerHal.encoded(provider) + "/for-verification"));
        ArrayNode list = answer.putObject("_embedded").putArray("pacts");
        chosen.values()
                .forEach(each ->
                        list.add(verifiable(each, request, false, String.join(", ", reasons.get(each.sha())))));
        if (request.has("includeWipPactsSince")) {
            latest(of(provider)).stream()
                    .filter(each -> !chosen.containsKey(each.sha()) && isPending(each, request))
                    .forEach(each -> list.add(verifiable(each, request, true, "latest from branch " + each.branch())));
        }
        return new Reply(200, answer);
    }

    private static String reason(JsonNode selector) {
        return selector.has("branch")
                ? "latest from branch " + selector.path("branch").asString()
                : selector.has("environment")
                        ? "in " + selector.path("environment").asString()
                        : selector.has("mainBranch") ? "latest from main" : "";
    }

    private static List<Publication> chosen(List<Publication> all, JsonNode selector, String providerBranch) {
        String branch = selector.has("mainBranch")
                ? "main"
                : selector.has("matchingBranch")
                        ? providerBranch
                        : selector.path("branch").asString("");
        if (!branch.isEmpty()) {
            return latest(
                    all.stream().filter(each -> branch.equals(each.branch())).toList());
        }
        if (selector.has("environment")) {
            String name = selector.path("environment").asString();
            return all.stream()
                    .filter(each -> each.environments().contains(name))
                    .toList();
        }
        return selector.has("deployed") || selector.has("deployedOrReleased")
                ? all.stream().filter(each -> !each.environments().isEmpty()).toList()
                : selector.path("latest").asBoolean(false) ? latest(all) : List.of();
    }

    private boolean isPending(Publication one, JsonNode request) {
        String branch = request.path("providerVersionBranch").asString("");
        return results.stream()
                .filter(each -> each.sha().equals(one.sha()) && each.success())
                .noneMatch(
                        each -> branch.isEmpty() || branch.equals(branches.get(one.provider() + " " + each.version())));
    }

    private JsonNode verifiable(Publication one, JsonNode request, boolean wip, String reason) {
        ObjectNode each = object().put("shortDescription", reason);
        ObjectNode properties = each.putObject("verificationProperties");
        properties
                .putArray("notices")
                .addObject()
                .put("when", "before_verification")
                .put("text", "The pact of " + one.consumer() + " " + one.version() + " was chosen");
        if (request.path("includePendingStatus").asBoolean(false)) {
            properties.put("pending", wip || isPending(one, request));
        }
        if (wip) {
            properties.put("wip", true);
        }
        each.putObject("_links")
                .putObject("self")
                .put("href", links.apply(address() + one.path() + "/metadata/" + metadata(one)))
                .put("name", one.name());
        return each;
    }

    private static String metadata(Publication one) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("cv=" + one.version()).getBytes(UTF_8));
    }

    private Reply verified(List<String> steps, JsonNode told) {
        results.add(new Result(steps.get(steps.indexOf("pact-version") + 1), told));
        return new Reply(201, told);
    }

    private Reply published(JsonNode told) {
        String version = told.path("pacticipantVersionNumber").asString("");
        ObjectNode answer = object();
        for (JsonNode each : told.path("contracts")) {
            String pact =
                    new String(Base64.getDecoder().decode(each.path("content").asString()), UTF_8);
            boolean conflicts = pacts.stream()
                    .anyMatch(other -> other.version().equals(version)
                            && other.consumer().equals(each.path("consumerName").asString())
                            && other.provider().equals(each.path("providerName").asString())
                            && !other.pact().equals(pact));
            if (conflicts) {
                answer.putObject("errors")
                        .putArray("content")
                        .add("Cannot change the content of the pact for version " + version);
                return new Reply(409, answer);
            }
            has(version, told.path("branch").asString(null), pact);
        }
        answer.putArray("notices").addObject().put("type", "success").put("text", "Pact published");
        return new Reply(201, answer);
    }

    /** Of a version, the rows with what is in an environment: as consumer or as provider. */
    private Reply matrix(Map<String, String> query) {
        String name = query.get("q[][pacticipant]");
        String version = query.get("q[][version]");
        String environment = Objects.toString(query.get("environment"));
        ObjectNode answer = object();
        if (pacts.stream().noneMatch(each -> each.environments().contains(environment))) {
            answer.putObject("errors")
                    .putArray("environment")
                    .add("Environment with name '" + environment + "' does not exist");
            return new Reply(400, answer);
        }
        List<Optional<Boolean>> rows = pacts.stream()
                .filter(each ->
                        each.provider().equals(name) && each.environments().contains(environment))
                .map(each -> results.stream()
                        .filter(result -> result.sha().equals(each.sha())
                                && result.version().equals(version))
                        .map(Result::success)
                        .reduce((one, later) -> later))
                .toList();
        int failed = (int)
                rows.stream().filter(each -> each.isPresent() && !each.get()).count();
        int unknown = (int) rows.stream().filter(Optional::isEmpty).count();
        ObjectNode summary = answer.putObject("summary");
        if (unknown > 0) {
            summary.putNull("deployable");
        } else {
            summary.put("deployable", failed == 0);
        }
        summary.put("reason", failed + " failed\nand " + unknown + " unknown")
                .put("success", rows.size() - failed - unknown)
                .put("failed", failed)
                .put("unknown", unknown);
        return new Reply(200, answer);
    }

    /** The parameters of a query, the last of each name. */
    private static Map<String, String> parameters(String query) {
        return PromisedRequest.parameters(query).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().get(each.getValue().size() - 1)));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
