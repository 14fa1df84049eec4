package io.chargeproof.traffic.recording;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The secrets of a recording, which no profile names, by where they stand: what follows an {@code Authorization}, cookies and
 * keys in headers and addresses, and the members {@code token}, {@code password}, {@code api-key} and {@code
 * social-security-number}, and an {@code identifier} that is a token.
 */
public final class RecordedSecrets {
    private static final Pattern AFTER_SCHEME =
            Pattern.compile("(?is)\\s*(?:(?:token|bearer|basic|digest)\\s+|key\\s*=\\s*)?(\\S.*?)\\s*");

    private static final Pattern SECRET_HEADER =
            Pattern.compile("(?i)(proxy-)?authorization|(set-)?cookie|.*(api-?key|token|secret|password).*");

    private static final Pattern SECRET_MEMBER = Pattern.compile(
            "(?i)password|(access[-_]?|refresh[-_]?|id[-_]?)?token|api[-_]?key|social-security-number|secret");

    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)(?:^|[?&;])((?:access_)?token|auth|authorization|api[-_]?key|key|password|secret)=([^&;\\s\"]+)");

    private static final Pattern ALMOST_JSON =
            Pattern.compile("(?i)\"(password|token|api[-_]?key|social-security-number|secret)\"\\s*:\\s*\"([^\"]+)");

    private static final Set<String> TOKENS = Set.of("token", "identifier");
    private static final Set<String> AUTHORIZATIONS = Set.of("authorization", "proxy-authorization");

    private final Map<String, String> namesByValue;
    private int found;

    /** None yet, and room for all. */
    public RecordedSecrets() {
        this(Integer.MAX_VALUE);
    }

    /** None yet, and room for so many: the last ones. */
    public RecordedSecrets(int most) {
        namesByValue = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > most;
            }
        };
    }

    /** How many were found, those that are forgotten among them. */
    public int found() {
        return found;
    }

    /** The secrets that were found: from each value to the name that stands for it. */
    public Map<String, String> namesByValue() {
        return Map.copyOf(namesByValue);
    }

    /** What an {@code Authorization} holds behind its scheme. */
    public static Optional<String> credential(HttpRequest request) {
        return request.headers().first("Authorization").flatMap(RecordedSecrets::afterScheme);
    }

    /** The tokens by which a call names its user. */
    public static List<String> tokens(RecordedExchange recorded) {
        List<String> tokens = new ArrayList<>();
        recorded.sentJson().ifPresent(body -> collect(body, TOKENS::contains, (name, value) -> tokens.add(value)));
        return tokens;
    }

    /** The passwords that are sent. */
    public static List<String> passwords(RecordedExchange recorded) {
        List<String> passwords = new ArrayList<>();
        recorded.sentJson().ifPresent(body -> collect(body, "password"::equals, (name, value) -> passwords.add(value)));
        return passwords;
    }

    /** Whether a secret stands in a request more than once, so that it may come back from another place. */
    public static boolean isRepeated(String secret, RecordedExchange recorded) {
        HttpRequest request = recorded.request();
        int escaped = recorded.sentJson()
                .map(json -> texts(json).mapToInt(text -> times(secret, text)).sum())
                .orElse(0);
        int times = times(secret, request.uri().toString())
                + Math.max(escaped, times(secret, request.body().text()));
        for (Headers.Field field : request.headers().fields()) {
            times += times(secret, field.value());
        }
        return times > 1;
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString()
                ? Stream.of(node.stringValue())
                : node.valueStream().flatMap(RecordedSecrets::texts);
    }

    /** How often a text has it; more than twice counts as twice. */
    private static int times(String secret, String text) {
        int first = text.indexOf(secret);
        return first < 0 ? 0 : text.indexOf(secret, first + 1) < 0 ? 1 : 2;
    }

    /** Adds those of an exchange, of its answer too. */
    public void add(RecordedExchange recorded) {
        Exchange exchange = recorded.exchange();
        addHeaders(exchange.request().headers());
        exchange.answer().ifPresent(answer -> addHeaders(answer.headers()));
        String user = exchange.request().uri().getUserInfo();
        if (user != null) {
            add("user", user);
            add("user", user.substring(user.indexOf(':') + 1));
        }
        addText(String.valueOf(exchange.request().uri().getRawQuery()));
        addBody(recorded.sentJson(), exchange.request().body());
        exchange.answer().ifPresent(answer -> addBody(recorded.answerJson(), answer.body()));
    }

    private void addBody(Optional<JsonNode> json, Body body) {
        json.ifPresentOrElse(content -> collect(content, name -> true, this::add), () -> addText(body.text()));
    }

    /** Those of a form, of an address, or of what is almost JSON. */
    private void addText(String text) {
        for (Pattern form : List.of(PARAMETER, ALMOST_JSON)) {
            Matcher found = form.matcher(text);
            while (found.find()) {
                add(found.group(1), found.group(2));
                add(found.group(1), decoded(found.group(2)));
            }
        }
    }

    private void addHeaders(Headers headers) {
        headers.fields().forEach(field -> addText(field.value()));
        headers.fields().stream()
                .filter(field -> SECRET_HEADER.matcher(field.name()).matches())
                .forEach(field -> {
                    boolean scheme = AUTHORIZATIONS.contains(field.name().toLowerCase(Locale.ROOT));
                    Optional<String> value = scheme ? afterScheme(field.value()) : Optional.of(field.value());
                    value.ifPresent(secret -> add(scheme ? "credential" : field.name(), secret));
                });
    }

    private static Optional<String> afterScheme(String value) {
        Matcher matcher = AFTER_SCHEME.matcher(value);
        return matcher.matches()
                ? Optional.of(matcher.group(1)).filter(secret -> !RecordedExchange.isPlaceholder(secret))
                : Optional.empty();
    }

    private void add(String kind, String value) {
        if (!value.isBlank() && !RecordedExchange.isPlaceholder(value) && !namesByValue.containsKey(value)) {
            String name = "RECORDED_" + kind.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
            namesByValue.put(value, name + "_" + ++found);
        }
    }

    /** Takes a secret and the member in which it stands. */
    private interface Found {
        void add(String member, String value);
    }

    private static void collect(JsonNode node, Predicate<String> wanted, Found found) {
        node.properties().forEach(member -> {
            String name = member.getKey().toLowerCase(Locale.ROOT);
            JsonNode value = member.getValue();
            boolean identifies = name.equals("identifier")
                    && node.path("identifier-type").asString("").equals("token");
            if (value.isValueNode()
                    && !value.isNull()
                    && !value.isBoolean()
                    && wanted.test(name)
                    && (identifies || SECRET_MEMBER.matcher(name).matches())
                    && !value.asString("").isBlank()
                    && !RecordedExchange.isPlaceholder(value.asString(""))) {
                found.add(name, value.asString(""));
            }
        });
        node.valueStream().forEach(child -> collect(child, wanted, found));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItStands) {
            return text;
        }
    }
}
