package io.chargeproof.traffic.client;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import io.chargeproof.traffic.rule.TrafficRule;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides that the token or key of a client goes by TLS, this machine aside, and stands nowhere but in its header. A request
 * that a proxy in front received by TLS counts as sent so.
 */
@Verifies({"EVC-CLIENT-11", "OIOI-CLIENT-11"})
final class CredentialIsKeptSafe implements TrafficRule {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(^|[?&;])(token|access_token|auth|authorization|api[-_]?key|key)=[^&;]+");

    private static final Pattern VALUE = Pattern.compile("(?i)(?:token\\s+|key\\s*=\\s*)(\\S{6,})");

    @Override
    public List<Statement> see(RecordedExchange next) {
        String requirement = next.api().equals(EvcNetModule.API) ? "EVC-CLIENT-11" : "OIOI-CLIENT-11";
        return next.knows(Part.REQUEST_HEADERS) ? List.of(Statement.of(requirement, judge(next), next)) : List.of();
    }

    private static Judgement judge(RecordedExchange next) {
        HttpRequest request = next.request();
        String what = next.api().equals(EvcNetModule.API) ? "token" : "API key";
        if (!isSecure(request)) {
            return Judgement.broken(
                    "the client sends its " + what + " without TLS",
                    "https",
                    request.uri().getScheme() + "://" + request.uri().getHost());
        }
        return elsewhere(next)
                .map(place -> Judgement.broken(
                        "the client sends its " + what + " in " + place + " too",
                        "the " + what + " in the header Authorization alone",
                        "the " + what + " in " + place))
                .orElse(Judgement.HOLDS);
    }

    private static boolean isSecure(HttpRequest request) {
        String host = request.uri().getHost().toLowerCase(Locale.ROOT);
        return "https".equalsIgnoreCase(request.uri().getScheme())
                || LOOPBACK.matcher(host).matches()
                || request.headers()
                        .first("X-Forwarded-Proto")
                        .filter("https"::equalsIgnoreCase)
                        .isPresent();
    }

    private static Optional<String> elsewhere(RecordedExchange next) {
        HttpRequest request = next.request();
        Optional<String> secret = next.header("Authorization")
                .map(VALUE::matcher)
                .filter(Matcher::matches)
                .map(value -> value.group(1));
        if (PARAMETER.matcher(String.valueOf(request.uri().getRawQuery())).find()
                || secret.filter(decoded(request)::contains).isPresent()) {
            return Optional.of("the address");
        }
        if (!next.api().equals(OioiModule.API) || secret.isEmpty() || RecordedExchange.isPlaceholder(secret.get())) {
            return Optional.empty();
        }
        Optional<String> header = request.headers().fields().stream()
                .filter(field -> !field.name().equalsIgnoreCase("Authorization"))
                .filter(field -> field.value().contains(secret.get()))
                .map(Headers.Field::name)
                .findFirst();
        return header.isPresent()
                ? header.map(name -> "the header " + name)
                : Optional.of("the body").filter(body -> request.body().text().contains(secret.get()));
    }

    private static String decoded(HttpRequest request) {
        String address = request.uri().toString();
        try {
            return address + URLDecoder.decode(address, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItStands) {
            return address;
        }
    }
}
