package io.chargeproof.report;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The id of something that a request made, as its answer told it.
 *
 * @param id the id, as it stands in later addresses
 * @param member the member of the answer's JSON that has it; none where a header field does
 */
public record MadeId(String id, Optional<String> member) {
    /** What stands in an address as it is. */
    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]+");

    private static final Pattern SECRET = Pattern.compile("\"([A-Za-z0-9_-]+)\"\\s*:\\s*\"(\\$\\{[A-Z0-9_]+})\"");

    private static final String LOCATION = "s#^[Ll]ocation:.*/\\([^/[:space:]]*\\)[[:space:]]*$#\\1#p";

    /** The id that an exchange made and that one of the later ones names in its address, if there is one. */
    public static Optional<MadeId> by(Exchange maker, List<Exchange> later) {
        return later.stream()
                .flatMap(each -> idBelow(maker, each).stream())
                .findFirst()
                .flatMap(id -> by(maker, id));
    }

    /**
     * The id, if the answer of an exchange told it. An id that something was put behind, such as letters behind digits, is
     * found as well.
     */
    static Optional<MadeId> by(Exchange maker, String named) {
        if (maker.request().method() != HttpMethod.POST || maker.answer().isEmpty()) {
            return Optional.empty();
        }
        HttpAnswer answer = maker.answer().orElseThrow();
        return IntStream.iterate(named.length(), length -> length > 0, length -> length - 1)
                .filter(length -> length == named.length() || endsNumber(named, length))
                .mapToObj(length -> told(answer, named.substring(0, length)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What stands in an answer for a secret that it gave, such as {@code ${OIOI_PRIMARY_TOKEN_2}}. */
    static Optional<MadeId> secretOf(Exchange exchange) {
        return exchange.answer()
                .map(answer -> SECRET.matcher(answer.body().text()))
                .filter(Matcher::find)
                .map(found -> new MadeId(found.group(2), Optional.of(found.group(1))));
    }

    private static boolean endsNumber(String text, int end) {
        return Character.isDigit(text.charAt(end - 1)) && !Character.isDigit(text.charAt(end));
    }

    private static Optional<MadeId> told(HttpAnswer answer, String id) {
        if (!UNRESERVED.matcher(id).matches()) {
            return Optional.empty();
        }
        Matcher member = Pattern.compile("\"([A-Za-z0-9_-]+)\"\\s*:\\s*\"?" + Pattern.quote(id) + "[\",}\\s]")
                .matcher(answer.body().text());
        if (member.find()) {
            return Optional.of(new MadeId(id, Optional.of(member.group(1))));
        }
        return answer.headers()
                .first("location")
                .filter(location -> location.strip().endsWith("/" + id))
                .map(location -> new MadeId(id, Optional.empty()));
    }

    /** What follows the address of one request in that of another, up to the next slash. */
    static Optional<String> idBelow(Exchange maker, Exchange later) {
        String above = maker.request().uri().getRawPath() + "/";
        String path = later.request().uri().getRawPath();
        if (!path.startsWith(above) || path.length() == above.length()) {
            return Optional.empty();
        }
        return Optional.of(path.substring(above.length()).split("/", 2)[0]);
    }

    /** A command that shows what came, and keeps the id under a name. */
    String captured(String command, String name) {
        String filter = member.map(each -> "s/.*\"" + each + "\" *: *\"\\{0,1\\}\\([^\",}]*\\).*/\\1/p")
                .orElse(LOCATION);
        return name + "=$(" + command + " | tee /dev/stderr | sed -n '" + filter + "' | head -n 1)";
    }
}
