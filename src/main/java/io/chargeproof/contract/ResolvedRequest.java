package io.chargeproof.contract;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import au.com.dius.pact.core.model.generators.ProviderStateGenerator;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the request that is sent: the one in the pact, with live values in it. */
final class ResolvedRequest {
    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");
    /** RFC 9110, section 9.2.1. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** RFC 9110, section 5.6.2. */
    private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Set<Integer> UNAUTHORIZED = Set.of(401, 403);

    private final ProviderAddress address;
    private final Credentials credentials;

    ResolvedRequest(ProviderAddress address, Credentials credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    /** The names of the values that a request takes from states and that aren't among the given ones. */
    static List<String> missing(IRequest request, Map<String, Object> values) {
        return request.getGenerators().getCategories().values().stream()
                .flatMap(generators -> generators.values().stream())
                .flatMap(ResolvedRequest::names)
                .filter(name -> !values.containsKey(name))
                .distinct()
                .toList();
    }

    private static Stream<String> names(Generator generator) {
        if (!(generator instanceof ProviderStateGenerator state)) {
            return Stream.empty();
        }
        Matcher names = NAME.matcher(state.getExpression());
        List<String> found = names.results().map(each -> each.group(1)).toList();
        return found.isEmpty() ? Stream.of(state.getExpression()) : found.stream();
    }

    /** The request of a contract with these values. */
    HttpRequest of(Contract contract, Map<String, Object> values) {
        IRequest promised = promised(contract);
        Map<String, Object> context = new HashMap<>();
        context.put("providerState", values);
        IRequest request = promised.generatedRequest(context, GeneratorTestMode.Provider);
        HttpMethod method = method(request.getMethod());
        byte[] body = request.getBody().isPresent() ? request.getBody().unwrap() : new byte[0];
        String operation = operation(contract, request);
        return new HttpRequest(
                method,
                uri(request),
                headers(contract, request),
                credentials.merged(contract.provider(), method, Body.of(body)),
                RequestPurpose.of(api(contract.provider()), operation),
                method == HttpMethod.POST && !isOioi(contract) ? Idempotency.UNLESS_CARRIED_OUT : Idempotency.SAFE);
    }

    private static HttpMethod method(String name) {
        return Stream.of(HttpMethod.values())
                .filter(method -> method.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its method '" + name + "' is none of "
                        + Stream.of(HttpMethod.values()).map(HttpMethod::name).collect(Collectors.joining(", "))));
    }

    private static IRequest promised(Contract contract) {
        return contract.http().getRequest();
    }

    /** Whether a contract's request changes anything at the target. */
    static boolean writes(Contract contract) {
        IRequest request = promised(contract);
        String body = request.getBody().isPresent() ? request.getBody().valueAsString() : "";
        return !SAFE.contains(request.getMethod().toUpperCase(Locale.ROOT))
                && !(isOioi(contract) && body.contains("\"user-get-details\""));
    }

    private static boolean isOioi(Contract contract) {
        return contract.provider().equals(ProviderAddress.USER_API);
    }

    static String api(String provider) {
        return switch (provider) {
            case ProviderAddress.CUSTOMER_API -> "evc-net";
            case ProviderAddress.USER_API -> "oioi";
            default -> "";
        };
    }

    private static String operation(Contract contract, IRequest request) {
        if (isOioi(contract)) {
            return writes(contract) ? "user-post-details" : "user-get-details";
        }
        boolean cards = request.getBody().isPresent()
                && request.getBody().valueAsString().contains("card_list");
        return switch (request.getMethod()) {
            case "POST" -> "create";
            case "PUT" -> cards ? "attach-card" : "update";
            default -> request.getMethod();
        };
    }

    private URI uri(IRequest request) {
        String query = request.getQuery().entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .map(value -> encoded(each.getKey()) + "=" + encoded(value == null ? "" : value)))
                .collect(Collectors.joining("&"));
        URI path = address.of(request.getPath());
        return query.isEmpty() ? path : URI.create(path + "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Headers headers(Contract contract, IRequest request) {
        List<Headers.Field> fields = new ArrayList<>();
        request.getHeaders().forEach((name, values) -> fields.add(field(name, String.join(", ", values))));
        Headers headers = new Headers(fields);
        if (request.getBody().isPresent() && headers.first("content-type").isEmpty()) {
            headers = headers.with("Content-Type", String.valueOf(request.determineContentType()));
        }
        return authorized(contract, headers);
    }

    private static Headers.Field field(String name, String value) {
        if (!FIELD_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("its header '" + name + "' has a name that no header can have");
        }
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7F)) {
            throw new IllegalArgumentException(
                    "its header '" + name + "' has a value with a line break or another control character");
        }
        return new Headers.Field(name, value);
    }

    /** A pact from elsewhere may have its example for a key; that of the target takes its place. */
    private Headers authorized(Contract contract, Headers headers) {
        Optional<String> sent = headers.first("authorization");
        if (sent.isEmpty()) {
            return headers;
        }
        if (sent.get().equals("key=")) {
            return headers.without("authorization");
        }
        return isLive(promised(contract)) || UNAUTHORIZED.contains(status(contract))
                ? headers
                : credentials
                        .authorization(contract.provider())
                        .map(value -> headers.with("Authorization", value))
                        .orElse(headers);
    }

    private static boolean isLive(IRequest request) {
        Map<String, Generator> generators = request.getGenerators().categoryFor(Category.HEADER);
        return generators != null && generators.keySet().stream().anyMatch("authorization"::equalsIgnoreCase);
    }

    private static int status(Contract contract) {
        return contract.http().getResponse().getStatus();
    }
}
