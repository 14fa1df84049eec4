package io.chargeproof.steps;

import io.chargeproof.evcnet.Credentials;
import io.chargeproof.evcnet.CustomerBodies;
import io.chargeproof.evcnet.Operation;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Trait;
import io.chargeproof.testdata.BrokenBody;
import io.chargeproof.testdata.HostileValue;
import io.chargeproof.testdata.HostileValues;
import io.chargeproof.testdata.RawMember;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Creates and updates with other credentials, broken bodies and hostile values. */
public final class CustomerRefusalSteps {
    private static final String CARD = "card_external_id";
    private static final String CARD_PATH = "card_list.0.card_external_id";

    private final Customers customers;
    private final TargetedRequests requests;
    private final RunSetting setting;

    /** Steps of a scenario. */
    public CustomerRefusalSteps(Customers customers, TargetedRequests requests, RunSetting setting) {
        this.customers = customers;
        this.requests = requests;
        this.setting = setting;
    }

    @When("{requests} is/are sent with each of these credentials:")
    public void sentWithCredentials(List<Operation> operations, DataTable table) {
        for (TableRow row : TableRow.of(table)) {
            requests.send(operations, request -> credentials(row, request));
        }
    }

    @When("{requests} is/are sent with a wrong token and a body that isn't JSON")
    public void sentWithWrongTokenAndBody(List<Operation> operations) {
        requests.send(
                operations,
                request -> Credentials.apply("a wrong token", request, token())
                        .map(wrong -> wrong.withBody(Body.of("{\"first_name\": "))
                                .withPurpose(wrong.purpose().as("a wrong token and a body that isn't JSON"))));
    }

    @When("{requests} is/are sent with each {bodies}")
    public void sentWithBrokenBodies(List<Operation> operations, List<BrokenBody> bodies) {
        for (BrokenBody broken : bodies) {
            requests.sweep(
                    operations,
                    request -> Optional.of(request.withBody(broken.inPlaceOf(
                                    request.body().isEmpty()
                                            ? "{\"a\":1}"
                                            : request.body().text()))
                            .withPurpose(request.purpose().as(broken.name()).with(Trait.MALFORMED))));
        }
    }

    @When("{requests} bear(s) each hostile value in {word}")
    public void bearHostileValues(List<Operation> operations, String member) {
        List<HostileValue> values = setting.hostile().forMember(member);
        setting.sampling().add(values.size(), HostileValues.all().size());
        for (HostileValue value : values) {
            requests.sweep(operations, request -> Optional.of(withHostile(request, member, value)));
        }
    }

    private Optional<HttpRequest> credentials(TableRow row, HttpRequest request) {
        return Credentials.apply(row.get("credentials"), request, token());
    }

    private String token() {
        return customers.target().token().value();
    }

    private static HttpRequest withHostile(HttpRequest request, String member, HostileValue value) {
        HttpRequest hostile = request.withPurpose(
                request.purpose().as(value.name() + " in " + member).with(Trait.MALFORMED));
        if (request.body().isEmpty()) {
            return hostile;
        }
        ObjectNode body =
                (ObjectNode) JsonMapper.shared().readTree(request.body().text());
        String path = member.equals(CARD) ? CARD_PATH : member;
        if (member.equals(CARD)) {
            body.set("card_list", CustomerBodies.cardList(List.of("NL-ZZZ9999999-Z9")));
        }
        String right = RawMember.at(body, path).toString();
        return hostile.withBody(Body.of(RawMember.replace(body, path, value.jsonFor(right))));
    }
}
