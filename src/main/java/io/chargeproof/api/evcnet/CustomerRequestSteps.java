package io.chargeproof.api.evcnet;

import io.chargeproof.api.evcnet.CustomerBudget.Use;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.scenario.HostileKind;
import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.RunContext;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequests;
import io.chargeproof.scenario.TableRow;
import io.chargeproof.testdata.BrokenBody;
import io.chargeproof.testdata.HostileValue;
import io.chargeproof.testdata.RawMember;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests to the Customer API with other credentials, broken bodies, hostile values, or that the documents don't show. */
public final class CustomerRequestSteps {
    private static final String CARDS = "card_list";
    private static final String CARD = "card_external_id";
    private static final String CARD_PATH = CARDS + ".0." + CARD;
    /** Stands for the right value of a member that a profile leaves out. */
    static final String ANY = "\"1\"";

    private static final String UNKNOWN_CARD = "NL-ZZZ9999999-Z9";
    private static final String WRONG_VALUE = " and an email without @";
    private static final String UNKNOWN_CUSTOMER = " and an unknown customer";
    private static final Map<String, String> BODIES = Map.of(
            " and a body that isn't JSON",
            "{\"first_name\": ",
            " and no body",
            "",
            " and an empty object",
            "{}",
            " and an empty card list",
            "{\"card_list\": []}",
            " and a card",
            "{\"card_list\": " + CustomerBodies.cardList(List.of(UNKNOWN_CARD)) + "}");

    private final CustomerFixtures customers;
    private final TargetedRequests requests;
    private final IrregularRequests irregular;
    private final ScenarioClient wire;
    private final SentRequests sentRequests;
    private final Judge judge;
    private final RunContext setting;

    /** Steps of a scenario. */
    public CustomerRequestSteps(
            CustomerFixtures customers,
            TargetedRequests requests,
            ScenarioClient wire,
            SentRequests sentRequests,
            Judge judge,
            RunContext setting) {
        this.customers = customers;
        this.requests = requests;
        this.irregular = new IrregularRequests(customers, requests, wire);
        this.wire = wire;
        this.sentRequests = sentRequests;
        this.judge = judge;
        this.setting = setting;
    }

    @When("{requests} is/are sent with each of these credentials:")
    public void sentWithCredentials(List<Operation> operations, DataTable table) {
        for (TableRow row : TableRow.of(table)) {
            requests.send(operations, request -> withCredentials(row.get("credentials"), request));
        }
    }

    @When("{requests} is/are sent with each {bodies}")
    public void sentWithBrokenBodies(List<Operation> operations, List<BrokenBody> bodies) {
        boolean refused = bodies.stream().allMatch(BrokenBody::isRefused);
        int before = sentRequests.all().size();
        for (BrokenBody broken : bodies) {
            requests.sweep(
                    operations,
                    request -> Optional.of(request.withBody(broken.inPlaceOf(
                                    request.body().isEmpty()
                                            ? "{\"a\":1}"
                                            : request.body().text()))
                            .withPurpose(request.purpose().as(broken.name()).with(RequestTrait.MALFORMED))),
                    refused ? Use.REFUSAL : Use.DOUBT);
        }
        judge.noteUnsent(sentRequests.all().size() - before, bodies.size() * operations.size(), "requests");
    }

    /** In many members at once all values are sent, however deep the run is. */
    @When("{requests} bear(s) each {values} in {place}")
    public void bear(List<Operation> operations, HostileKind kind, String member) {
        if (member.equals("many members at once")) {
            bearInMany(operations, kind);
            return;
        }
        for (HostileValue value : setting.sample(member, kind.all())) {
            operations.forEach(operation -> bear(operation, member, value));
        }
    }

    private void bearInMany(List<Operation> operations, HostileKind kind) {
        CustomerSweep sweep = new CustomerSweep(customers, requests, wire, sentRequests);
        for (Operation operation : operations) {
            sweep.over(
                    operation, setting.allowed(CustomerSweep.members(operation).size(), kind.all()));
        }
    }

    private void bear(Operation operation, String member, HostileValue value) {
        if (operation == Operation.CREATE) {
            createBearing(member, value);
        } else {
            requests.sweep(List.of(operation), request -> Optional.of(withHostile(request, member, value)), Use.SWEEP);
        }
    }

    /**
     * Where no customer is to spare, the value goes to the run's own customer, if updates have the member too; else beside
     * another value that is refused, so that most likely no customer comes of it.
     */
    private void createBearing(String member, HostileValue value) {
        if (requests.create(right -> withHostile(right, member, value), Object::toString, Use.SWEEP)) {
            return;
        }
        if (CustomerBodies.updateMembers().contains(member)) {
            requests.sweep(
                    List.of(Operation.UPDATE), request -> Optional.of(withHostile(request, member, value)), Use.SWEEP);
            return;
        }
        requests.create(
                right -> {
                    HttpRequest hostile = withHostile(right, member, value);
                    return hostile.named(hostile.purpose().variant() + ", and an email without @");
                },
                body -> body.put("email", "no-address").toString(),
                Use.REFUSAL);
    }

    @When("these requests are sent:")
    public void theseRequestsAreSent(DataTable table) {
        for (TableRow row : TableRow.of(table)) {
            sentRequests.add(wire.sweep(irregular.named(row.get("request"))));
        }
    }

    private Optional<HttpRequest> withCredentials(String name, HttpRequest request) {
        String token = customers.target().token().value();
        if (name.endsWith(WRONG_VALUE)) {
            return Credentials.apply(name.replace(WRONG_VALUE, ""), request, token)
                    .map(other ->
                            withWrongEmail(other).withPurpose(other.purpose().as(name)));
        }
        if (name.endsWith(UNKNOWN_CUSTOMER)) {
            return Credentials.apply(name.replace(UNKNOWN_CUSTOMER, ""), request, token)
                    .filter(other -> other.method() == HttpMethod.PUT)
                    .map(other -> toNobody(other).withPurpose(other.purpose().as(name)));
        }
        for (Map.Entry<String, String> body : BODIES.entrySet()) {
            if (name.endsWith(body.getKey())) {
                return Credentials.apply(name.replace(body.getKey(), ""), request, token)
                        .map(other -> other.withBody(Body.of(body.getValue()))
                                .withPurpose(other.purpose().as(name)));
            }
        }
        return Credentials.apply(name, request, token);
    }

    private static HttpRequest withWrongEmail(HttpRequest request) {
        if (request.body().isEmpty()) {
            return request;
        }
        ObjectNode body =
                (ObjectNode) JsonMapper.shared().readTree(request.body().text());
        return request.withBody(CustomerFixtures.body(body.put("email", "no-address")));
    }

    /** An id that nobody has, with a body that changes nothing in case that somebody has it. */
    private HttpRequest toNobody(HttpRequest request) {
        HttpRequest update = customers.requests().update(customers.unknownId(wire, 0), Body.of("{\"card_list\": []}"));
        return update.withHeaders(request.headers()).withPurpose(request.purpose());
    }

    private static HttpRequest withHostile(HttpRequest request, String member, HostileValue value) {
        HttpRequest hostile = request.withPurpose(
                request.purpose().as(value.name() + " in " + member).with(RequestTrait.MALFORMED));
        if (request.body().isEmpty()) {
            return hostile;
        }
        ObjectNode body =
                (ObjectNode) JsonMapper.shared().readTree(request.body().text());
        String path = member.equals(CARD) ? CARD_PATH : member;
        if (member.equals(CARD) || member.equals(CARDS)) {
            body.set(CARDS, CustomerBodies.cardList(List.of(UNKNOWN_CARD)));
        }
        JsonNode right = RawMember.at(body, path);
        String json = value.jsonFor(right.isMissingNode() ? ANY : right.toString());
        return hostile.withBody(Body.of(RawMember.replace(body, path, json)));
    }
}
