package io.chargeproof.contract;

import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.generators.ProviderStateGenerator;
import au.com.dius.pact.core.model.matchingrules.HttpStatus;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.NullMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import au.com.dius.pact.core.model.matchingrules.StatusCodeMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import au.com.dius.pact.core.support.expressions.DataType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How far an answer may stray from the example, and where a request takes its live values from. */
final class Looseness {
    /** A JSON media type, with parameters or without, a vendor's or not. */
    private static final String JSON_MEDIA_TYPE = "(?i)^application/([a-z0-9!#$&^_.-]+\\+)?json\\s*(;.*)?$";

    private Looseness() {}

    /** A body of JSON under any JSON media type. */
    static HttpResponseBuilder json(HttpResponseBuilder answer, String example) {
        answer.body(example, "application/json");
        answer.build().getHeaders().remove("content-type");
        return jsonOfAnyKind(answer);
    }

    /** Any JSON media type; nothing is said of the body. */
    static HttpResponseBuilder jsonOfAnyKind(HttpResponseBuilder answer) {
        answer.header("Content-Type", "application/json");
        answer.build().getMatchingRules().addCategory("header").addRule("Content-Type", regex(JSON_MEDIA_TYPE));
        return answer;
    }

    /** HTTP 200, or any status of the 400s, which the pages and the transport's chapter disagree on. */
    static HttpResponseBuilder failed(HttpResponseBuilder answer, int example) {
        answer.status(example);
        answer.build()
                .getMatchingRules()
                .addCategory("status")
                .setRules(
                        List.of(
                                new StatusCodeMatcher(HttpStatus.ClientError, List.of()),
                                new StatusCodeMatcher(HttpStatus.StatusCodes, List.of(200))),
                        RuleLogic.OR);
        return answer;
    }

    /** Rules of which a value in the body has to keep each. */
    static void all(IHttpPart part, String path, MatchingRule... rules) {
        part.getMatchingRules().addCategory("body").setRules(path, List.of(rules), RuleLogic.AND);
    }

    /** Text or null. */
    static void textOrNull(IHttpPart part, String path) {
        oneOf(part, path, TypeMatcher.INSTANCE);
    }

    /** Text of this form, or null. */
    static void textOrNull(IHttpPart part, String path, String form) {
        oneOf(part, path, regex(form));
    }

    private static void oneOf(IHttpPart part, String path, MatchingRule otherwise) {
        part.getMatchingRules()
                .addCategory("body")
                .setRules(path, List.of(NullMatcher.INSTANCE, otherwise), RuleLogic.OR);
    }

    /** An integer that is one of these. */
    static void integer(IHttpPart part, String path, Set<Integer> values) {
        String alternatives = values.stream().sorted().map(String::valueOf).collect(Collectors.joining("|"));
        all(part, path, new NumberTypeMatcher(NumberTypeMatcher.NumberType.INTEGER), regex("^(" + alternatives + ")$"));
    }

    /** Anything of a type. */
    static MatchingRule type() {
        return TypeMatcher.INSTANCE;
    }

    static MatchingRule regex(String form) {
        return new RegexMatcher(form);
    }

    /** A header field whose value a provider state gives, within this expression. */
    static void headerFromState(
            HttpRequestBuilder request, String name, String expression, String example, String form) {
        request.header(name, example);
        IHttpPart part = request.build();
        part.getMatchingRules().addCategory("header").addRule(name, regex(form));
        part.getGenerators().addGenerator(Category.HEADER, name, fromState(expression));
    }

    /** JSON is asked for, but nobody minds how: most clients ask for anything. */
    static HttpRequestBuilder accepting(HttpRequestBuilder request) {
        request.header("Accept", "application/json");
        request.build().getMatchingRules().addCategory("header").addRule("Accept", TypeMatcher.INSTANCE);
        return request;
    }

    /** A value in the body that a provider state gives. */
    static void bodyFromState(IHttpPart part, String path, String expression) {
        all(part, path, type());
        part.getGenerators().addGenerator(Category.BODY, path, fromState(expression));
    }

    /** What a provider state gives, as text. */
    static Generator fromState(String expression) {
        return new ProviderStateGenerator(expression, DataType.STRING);
    }
}
