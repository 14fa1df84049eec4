package io.chargeproof.contract;

import static io.chargeproof.contract.Looseness.accepting;
import static io.chargeproof.contract.Looseness.all;
import static io.chargeproof.contract.Looseness.bodyFromState;
import static io.chargeproof.contract.Looseness.fromState;
import static io.chargeproof.contract.Looseness.headerFromState;
import static io.chargeproof.contract.Looseness.json;
import static io.chargeproof.contract.Looseness.jsonOfAnyKind;
import static io.chargeproof.contract.Looseness.regex;
import static io.chargeproof.contract.Looseness.type;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.RandomIntGenerator;
import au.com.dius.pact.core.model.generators.RegexGenerator;
import io.chargeproof.api.evcnet.CustomerBodies;
import io.chargeproof.api.evcnet.CustomerRequests;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.profile.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** A partner's back office: it creates customers, updates them, and attaches cards to them. */
final class PartnerBackoffice {
    private static final String PATH = "/api/rest/customer";
    private static final String KEY = "example-token";
    private static final String CUSTOMER = "4711";
    private static final String NOBODY = "987654321";
    private static final List<String> CARDS = List.of("NL-EXAMPLE1-A1", "NL-EXAMPLE2-A1");
    private static final String NO_OBJECT = "[]";
    private static final String COMPLAINT = "{\"data\": \"what was wrong\"}";
    private static final String NEITHER_NULL_NOR_EMPTY = "^(?!(null|\\[\\]|\\{\\})$)[\\s\\S]+$";

    private static final UnaryOperator<HttpInteractionBuilder> WITH_KEY =
            it -> it.state("the API key is accepted", Map.of("api", "evc-net"));
    private static final UnaryOperator<HttpInteractionBuilder> WITH_REFUSED_KEY =
            it -> it.state("the API key is refused");

    private PartnerBackoffice() {}

    static Consumer consumer() {
        return new Consumer(
                "partner-backoffice",
                "evc-net-customer-api",
                List.of(
                        create(
                                "a create with all documented members succeeds"
                                        + " (EVC-CREATE-1, EVC-HTTP-1, EVC-HTTP-3, EVC-HTTP-5, EVC-AUTH-1, EVC-CREATE-4)",
                                WITH_KEY,
                                bodies().create().toString(),
                                answer -> jsonOfAnyKind(answer.status(200))),
                        create(
                                "a create whose body isn't an object is refused, with what was wrong"
                                        + " (EVC-CREATE-5, EVC-CREATE-6, EVC-HTTP-3)",
                                WITH_KEY,
                                NO_OBJECT,
                                PartnerBackoffice::complaint),
                        create(
                                "a create with a wrong token is refused (EVC-AUTH-3)",
                                WITH_REFUSED_KEY,
                                bodies().create().toString(),
                                answer -> answer.status(403)),
                        put(
                                "an update without cards succeeds (EVC-UPDATE-1, EVC-HTTP-1)",
                                it -> ofCustomer(WITH_KEY.apply(it)),
                                CUSTOMER,
                                update(0),
                                answer -> answer.status(200)),
                        put(
                                "an update of a customer that doesn't exist is refused, with what was wrong"
                                        + " (EVC-UPDATE-3, EVC-CREATE-6)",
                                it -> WITH_KEY.apply(it).state("no such customer exists"),
                                NOBODY,
                                update(0),
                                PartnerBackoffice::complaint),
                        put(
                                "an update with a wrong token is refused (EVC-AUTH-3)",
                                it -> WITH_REFUSED_KEY.apply(ofCustomer(it)),
                                CUSTOMER,
                                update(0),
                                answer -> answer.status(403)),
                        put(
                                "attaching one card succeeds (EVC-CARD-1)",
                                it -> ofCustomer(WITH_KEY.apply(it)).state("cards exist", Map.of("count", 1)),
                                CUSTOMER,
                                update(1),
                                answer -> answer.status(200)),
                        put(
                                "attaching two cards succeeds (EVC-CARD-2)",
                                it -> ofCustomer(WITH_KEY.apply(it)).state("cards exist", Map.of("count", 2)),
                                CUSTOMER,
                                update(2),
                                answer -> answer.status(200)),
                        put(
                                "attaching cards with a body that isn't an object is refused, with what was wrong"
                                        + " (EVC-UPDATE-6, EVC-CREATE-6)",
                                it -> ofCustomer(WITH_KEY.apply(it)),
                                CUSTOMER,
                                NO_OBJECT,
                                PartnerBackoffice::complaint)));
    }

    private static Expectation create(
            String description,
            UnaryOperator<HttpInteractionBuilder> states,
            String body,
            UnaryOperator<HttpResponseBuilder> answer) {
        return new Expectation(
                description,
                it -> states.apply(it)
                        .withRequest(request -> requested(request.method("POST").path(PATH), body))
                        .willRespondWith(answer::apply),
                using((requests, sent) -> requests.create(sent), body));
    }

    private static Expectation put(
            String description,
            UnaryOperator<HttpInteractionBuilder> states,
            String customer,
            String body,
            UnaryOperator<HttpResponseBuilder> answer) {
        return new Expectation(
                description,
                it -> states.apply(it)
                        .withRequest(request -> requested(addressed(request.method("PUT"), customer), body))
                        .willRespondWith(answer::apply),
                using((requests, sent) -> requests.update(customer, sent), body));
    }

    private static HttpInteractionBuilder ofCustomer(HttpInteractionBuilder it) {
        return it.state("a customer exists");
    }

    private static HttpRequestBuilder addressed(HttpRequestBuilder request, String customer) {
        String name = customer.equals(NOBODY) ? "unknown-customer-id" : "customer-id";
        request.path(PATH + "/" + customer);
        HttpRequest part = request.build();
        part.getMatchingRules().addCategory("path").addRule(regex("^" + PATH + "/[^/]+$"));
        part.getGenerators().addGenerator(Category.PATH, "", fromState(PATH + "/${" + name + "}"));
        return request;
    }

    private static HttpRequestBuilder requested(HttpRequestBuilder request, String body) {
        headers(request);
        request.body(body, "application/json");
        HttpRequest part = request.build();
        part.getHeaders().remove("content-type");
        request.header("Content-Type", "application/json");
        if (body.startsWith("{")) {
            members(part, body);
        }
        return request;
    }

    private static void headers(HttpRequestBuilder request) {
        accepting(request).header("x-api-version", "1.1.1");
        request.header("X-Request-ID", "1");
        HttpRequest part = request.build();
        part.getMatchingRules().addCategory("header").addRule("X-Request-ID", regex("^[1-9][0-9]{0,9}$"));
        part.getGenerators().addGenerator(Category.HEADER, "X-Request-ID", new RandomIntGenerator(1, 2_000_000_000));
        headerFromState(request, "Authorization", "Token ${api-key}", "Token " + KEY, "^[Tt]oken \\S+$");
    }

    /** A customer's names and addresses are made anew each time, since a provider may want them unique. */
    private static void members(HttpRequest part, String body) {
        for (String name : bodyOf(body).propertyNames()) {
            if (!name.equals("card_list")) {
                all(part, "$." + name, type());
            }
        }
        anew(part, "first_name", "Jan[a-z]{10}");
        anew(part, "last_name", "Smit[a-z]{10}");
        anew(part, "email", "cp-[a-z0-9]{14}@example\\.com");
        if (bodyOf(body).has("object_id")) {
            anew(part, "object_id", "CP[a-z0-9]{14}");
        }
        for (int i = 0; i < bodyOf(body).path("card_list").size(); i++) {
            bodyFromState(part, "$.card_list[" + i + "].card_external_id", "${card-" + (i + 1) + "}");
        }
    }

    private static void anew(HttpRequest part, String member, String form) {
        part.getGenerators().addGenerator(Category.BODY, "$." + member, new RegexGenerator(form));
    }

    private static HttpResponseBuilder complaint(HttpResponseBuilder answer) {
        json(answer.status(400), COMPLAINT);
        all(answer.build(), "$.data", regex(NEITHER_NULL_NOR_EMPTY));
        return answer;
    }

    private static String update(int cards) {
        ObjectNode body = bodies().updateOfAnyone();
        if (cards > 0) {
            body.set("card_list", CustomerBodies.cardList(CARDS.subList(0, cards)));
        }
        return body.toString();
    }

    private static Function<URI, Exchange> using(
            BiFunction<CustomerRequests, Body, io.chargeproof.exchange.HttpRequest> request, String body) {
        return address -> Wire.send(request.apply(new CustomerRequests(target(address), 12_345), Body.of(body)));
    }

    private static CustomerBodies bodies() {
        return new CustomerBodies(target(URI.create("http://127.0.0.1")), "example");
    }

    private static ObjectNode bodyOf(String json) {
        return (ObjectNode) tools.jackson.databind.json.JsonMapper.shared().readTree(json);
    }

    private static EvcNetTarget target(URI address) {
        return new EvcNetTarget(
                address,
                new Secret("EVC_NET_TOKEN", KEY),
                null,
                // A pact is the same however often it is made.
                Map.of("password", "Cp-example-P@ss1!"),
                Map.of(),
                "example.com",
                List.of(),
                null,
                null);
    }
}
