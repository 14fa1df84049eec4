package io.chargeproof.api.evcnet;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Decides that error answers show no stack trace, SQL, absolute file path or error page of a framework; just known patterns
 * of these count, and never what the request itself contained. When it fails, look at the handler of unexpected exceptions
 * and at the debug mode of the framework.
 */
@Verifies("EVC-CREATE-14")
final class ErrorsRevealNoInternals implements Invariant {
    private static final Map<String, Pattern> PATTERNS = patterns();

    @Override
    public List<Judged> judge(Exchange exchange) {
        return exchange.answer().stream()
                .filter(answer -> !Statuses.isSuccess(answer.status()))
                .map(answer -> Judged.of("EVC-CREATE-14", judge(exchange.request(), answer)))
                .toList();
    }

    private static Judgement judge(HttpRequest request, HttpAnswer answer) {
        String sent = request.uri() + "\n" + request.body().text();
        // In the text of a JSON body an escaped line break after a colon looks like a path of Windows.
        String shown = AnswerJson.valueOf(answer)
                .map(ErrorsRevealNoInternals::strings)
                .orElseGet(() -> answer.body().text());
        // Other header fields say where something is, or what the server calls itself, which is no error's matter.
        String all = answer.headers().fields().stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).startsWith("x-"))
                .map(Headers.Field::value)
                .collect(Collectors.joining("\n", shown + "\n", ""));
        return PATTERNS.entrySet().stream()
                .flatMap(each -> revealed(each.getKey(), each.getValue(), all, sent).stream())
                .findFirst()
                .map(what -> Judgement.broken(
                        "the HTTP " + answer.status() + " answer to "
                                + request.purpose().inWords() + " shows internals",
                        "an error answer without internals",
                        what))
                .orElse(Judgement.HOLDS);
    }

    private static Optional<String> revealed(String kind, Pattern pattern, String shown, String sent) {
        Matcher matcher = pattern.matcher(shown);
        while (matcher.find()) {
            String match = matcher.group().strip();
            if (!sent.contains(match)) {
                return Optional.of(kind + ": " + (match.length() > 120 ? match.substring(0, 120) + "…" : match));
            }
        }
        return Optional.empty();
    }

    private static String strings(JsonNode node) {
        StringBuilder all = new StringBuilder();
        if (node.isString()) {
            all.append('\n').append(node.stringValue());
        }
        node.propertyNames().forEach(name -> all.append('\n').append(name));
        node.valueStream().forEach(child -> all.append(strings(child)));
        return all.toString();
    }

    /** Any of these at the beginning of a word; said once for all of them, so that other places are passed over quickly. */
    private static String words(String... alternatives) {
        return "\\b(?:" + String.join("|", alternatives) + ")";
    }

    private static Map<String, Pattern> patterns() {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        patterns.put(
                "a stack trace",
                Pattern.compile(String.join(
                        "|",
                        words(
                                "at [\\w$.<>]+\\([\\w$]+\\.(?:java|kt|scala|groovy):\\d+\\)",
                                "at [\\w$.<>]+\\((?:Native Method|Unknown Source)\\)",
                                "at [\\w.<>`]+\\([^)]*\\) in [^\\n]+:line \\d+",
                                "at (?:[\\w.<>]+ \\()?(?:node:|file://)?[/\\w.-]+\\.[cm]?[jt]s:\\d+:\\d+",
                                "(?:java|javax|jakarta|kotlin|scala|sun|com|org|io)(?:\\.\\w+){1,30}(?:Exception|Error)\\b",
                                "in /[\\w./-]+\\.php(?: on line |:)\\d+",
                                "PHP (?:Fatal error|Warning|Notice)",
                                "System\\.\\w*Exception\\b",
                                "panic: runtime error",
                                "undefined method [`'][^\\n]{1,80} for ",
                                "at (?:[A-Z]\\w*\\.){2,}[\\w<>`]+\\([\\w ,.<>\\[\\]&]*\\)"),
                        "Exception in thread \"",
                        "Traceback \\(most recent call last\\)",
                        "File \"[^\"]+\", line \\d+",
                        "#\\d+ /[\\w./-]+\\(\\d+\\)",
                        "#\\d+ \\[internal function\\]",
                        "\\(\\w+ \\d+\\.\\d+\\.\\d+\\) lib/[\\w./]+\\.exs?:\\d+",
                        "\\((?:NoMethod|Name|Argument|Type|Standard)Error\\)",
                        "[\\w/.-]{1,80}\\.rb:\\d+:in [`']",
                        "goroutine \\d+ \\[",
                        "thread '[^']+' panicked at")));
        patterns.put(
                "SQL or a database driver's error",
                Pattern.compile(
                        String.join(
                                "|",
                                words(
                                        "(?-i:SELECT\\s.{1,200}?\\sFROM\\s)|select\\s.{1,200}?\\sfrom\\s+\\S+\\s+where\\s+\\S+\\s*"
                                                + "(?:[=<>!]|\\bis\\s+(?:not\\s+)?null\\b|\\b(?:not\\s+)?(?:in|like|between)\\s*[('?:@$\\d])",
                                        "(?-i:INSERT\\s+INTO\\s+\\S+)|insert\\s+into\\s+\\S+\\s*(?:\\(|values)",
                                        "(?-i:UPDATE\\s+\\S+\\s+SET\\s)|update\\s+\\S+\\s+set\\s+\\w+\\s*=",
                                        "(?-i:DELETE\\s+FROM\\s+\\S+)|delete\\s+from\\s+\\S+\\s+where\\s",
                                        "ORA-\\d{5}",
                                        "PG::\\w+",
                                        "psycopg2?\\b",
                                        "SQLite3?::",
                                        "mysqli?_\\w+",
                                        "PSQLException|SQL\\w*Exception",
                                        "Sequelize\\w*Error",
                                        "SQLCODE=-?\\d+"),
                                "SQLSTATE\\[?",
                                "error in your SQL syntax",
                                "syntax error at or near",
                                "sqlite3\\.\\w+Error|SQLITE_\\w+",
                                "MySQLdb|PDOException",
                                "violates (?:unique|not-null|foreign key|check) constraint",
                                "Duplicate entry '.*' for key",
                                "Incorrect \\w+ value: '.{0,200}?' for column",
                                "Data too long for column",
                                "Unknown column '.{1,100}?' in",
                                "Lock wait timeout exceeded",
                                "UNIQUE constraint failed: \\w",
                                "invalid input syntax for (?:type|integer|uuid)",
                                "column \".{1,100}?\" of relation \"",
                                "relation \".{1,100}?\" does not exist",
                                "deadlock detected",
                                "Cannot insert the value NULL into column",
                                "An exception occurred in (?:the )?driver",
                                "could not execute (?:statement|query|batch)",
                                "Invalid `prisma\\.",
                                "Unclosed quotation mark after",
                                "Cannot insert duplicate key",
                                "OLE DB Provider for|Incorrect syntax near '",
                                "\\bE11000 duplicate key"),
                        Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
        patterns.put(
                "an absolute file path",
                Pattern.compile(String.join(
                        "|",
                        "(?<![\\w/.:\\]-])/(?:var|usr|home|opt|srv|etc|root|tmp|mnt|Users|app|application|www)(?:/[\\w.-]*\\w)++",
                        "(?<=file://)/(?:[\\w.-]+/)+[\\w.-]*\\w",
                        "\\b[A-Za-z]:\\\\{1,2}(?:[\\w .-]+\\\\{1,2})+[\\w .-]+",
                        "\\b[A-Z]:/(?:[\\w.-]+/)+[\\w.-]+")));
        patterns.put(
                "a framework's error page",
                Pattern.compile(String.join(
                        "|",
                        "Whitelabel Error Page",
                        "Apache Tomcat/\\d",
                        "Powered by Jetty",
                        "<title>HTTP Status \\d{3}",
                        "Django Version:|DEBUG = True",
                        "Werkzeug Debugger|<title>\\w+Error[^<]*Werkzeug",
                        "Symfony Exception|Whoops, looks like something went wrong|Laravel",
                        "Action Controller: Exception caught",
                        "Server Error in '[^']*' Application",
                        "<pre>(?:Cannot (?:GET|POST|PUT|PATCH|DELETE) |Internal Server Error)",
                        "<center>nginx|<address>Apache/")));
        return Collections.unmodifiableMap(patterns);
    }
}
