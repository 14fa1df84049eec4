package io.chargeproof.contract;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Matching;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.StatusCodeMatcher;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares an answer with the one that a contract promises, by Pact's own rules. */
final class AnswerComparison {
    private static final Pattern VENDOR_JSON = Pattern.compile("(?i)^application/[^;\\s]+\\+json\\b.*");
    private static final String CONTENT_TYPE = "Content-Type";

    private final IResponse promised;

    AnswerComparison(IResponse promised) {
        this.promised = promised;
    }

    /** Where they differ; nowhere if the contract is kept. */
    List<Mismatch> with(HttpAnswer answer) {
        List<Mismatch> found = new ArrayList<>();
        status(answer, found);
        headers(answer, found);
        body(answer, found);
        return List.copyOf(found);
    }

    private MatchingContext rules(String category, boolean headers) {
        return new MatchingContext(promised.getMatchingRules().rulesForCategory(category), true, Map.of(), headers);
    }

    private void status(HttpAnswer answer, List<Mismatch> found) {
        if (Matching.INSTANCE.matchStatus(promised.getStatus(), answer.status(), rules("status", false)) != null) {
            found.add(new Mismatch("status", "it is to be " + statusInWords(), "HTTP " + answer.status()));
        }
    }

    private String statusInWords() {
        String rules = promised.getMatchingRules().rulesForCategory("status").allMatchingRules().stream()
                .map(AnswerComparison::inWords)
                .collect(Collectors.joining(" or "));
        return rules.isEmpty() ? "HTTP " + promised.getStatus() : rules;
    }

    private static String inWords(MatchingRule rule) {
        if (!(rule instanceof StatusCodeMatcher status)) {
            return rule.toString();
        }
        return switch (status.getStatusType()) {
            case StatusCodes ->
                status.getValues().stream().map(code -> "HTTP " + code).collect(Collectors.joining(", "));
            case Information -> "HTTP 1xx";
            case Success -> "HTTP 2xx";
            case Redirect -> "HTTP 3xx";
            case ClientError -> "HTTP 4xx";
            case ServerError -> "HTTP 5xx";
            case NonError -> "HTTP below 400";
            case Error -> "HTTP 400 or above";
        };
    }

    private void headers(HttpAnswer answer, List<Mismatch> found) {
        Matching.matchHeaders(promised.getHeaders(), headers(answer.headers()), rules("header", true)).stream()
                .flatMap(each -> each.getResult().stream())
                .map(AnswerComparison::of)
                .forEach(found::add);
    }

    private static Mismatch of(HeaderMismatch mismatch) {
        String actual = mismatch.getActual();
        return new Mismatch(
                mismatch.getHeaderKey(), mismatch.description(), actual.isEmpty() ? "missing" : "'" + actual + "'");
    }

    private void body(HttpAnswer answer, List<Mismatch> found) {
        if (!promised.getBody().isPresent()) {
            return;
        }
        if (answer.body().isEmpty()) {
            found.add(new Mismatch("body", "there is to be one", "empty"));
            return;
        }
        try {
            Matching.INSTANCE.matchBody(promised, actual(answer), rules("body", false)).getMismatches().stream()
                    .map(each -> each instanceof BodyMismatch body ? of(body) : type(each.description(), answer))
                    .distinct()
                    .forEach(found::add);
        } catch (Exception e) { // Kotlin throws checked exceptions undeclared.
            found.add(new Mismatch("body", "it is to be read", "not readable: " + PactReading.oneLine(e)));
        }
    }

    private static Mismatch of(BodyMismatch mismatch) {
        return new Mismatch(mismatch.getPath(), mismatch.description(), String.valueOf(mismatch.getActual()));
    }

    private static Mismatch type(String description, HttpAnswer answer) {
        return new Mismatch(
                "body", description, "'" + answer.headers().first(CONTENT_TYPE).orElse("of no type") + "'");
    }

    /** A vendor's JSON is JSON; this library's matching wouldn't have it, others' would. */
    private static HttpResponse actual(HttpAnswer answer) {
        Map<String, List<String>> headers = headers(answer.headers());
        String type = answer.headers().first(CONTENT_TYPE).orElse("");
        if (VENDOR_JSON.matcher(type).matches()) {
            type = "application/json";
        }
        if (!type.isEmpty()) {
            headers.keySet().removeIf(name -> name.equalsIgnoreCase(CONTENT_TYPE));
            headers.put(CONTENT_TYPE, List.of(type));
        }
        OptionalBody body = type.isEmpty()
                ? OptionalBody.body(answer.body().bytes())
                : OptionalBody.body(answer.body().bytes(), ContentType.fromString(type));
        return new HttpResponse(answer.status(), headers, body);
    }

    private static Map<String, List<String>> headers(Headers headers) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Headers.Field field : headers.fields()) {
            String name = names.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), each -> field.name());
            values.computeIfAbsent(name, each -> new ArrayList<>()).add(field.value());
        }
        return values;
    }
}
