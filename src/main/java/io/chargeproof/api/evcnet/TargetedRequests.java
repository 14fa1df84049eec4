package io.chargeproof.api.evcnet;

import io.chargeproof.api.evcnet.CustomerBudget.Use;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequests;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Sends right creates and updates of which one thing is changed. */
public final class TargetedRequests {
    private final CustomerFixtures customers;
    private final ScenarioClient wire;
    private final SentRequests sentRequests;

    /** Requests of a scenario. */
    public TargetedRequests(CustomerFixtures customers, ScenarioClient wire, SentRequests sentRequests) {
        this.customers = customers;
        this.wire = wire;
        this.sentRequests = sentRequests;
    }

    /** The operations that a sentence names: {@code a create}, {@code an update}, or both. */
    public static List<Operation> operations(String words) {
        return switch (words) {
            case "a create" -> List.of(Operation.CREATE);
            case "an update" -> List.of(Operation.UPDATE);
            case "a create and an update" -> List.of(Operation.CREATE, Operation.UPDATE);
            default ->
                throw new IllegalArgumentException("no requests are called '" + words
                        + "'; write 'a create', 'an update' or 'a create and an update'");
        };
    }

    /** Sends each operation as changed; a change that can't be made of it is left out. */
    void send(List<Operation> operations, Function<HttpRequest, Optional<HttpRequest>> change) {
        operations.forEach(operation -> send(operation, change, null));
    }

    /** Sends each operation as changed, as part of a sweep; creates only while there are customers for that use. */
    void sweep(List<Operation> operations, Function<HttpRequest, Optional<HttpRequest>> change, Use use) {
        operations.forEach(operation -> send(operation, change, use));
    }

    private void send(Operation operation, Function<HttpRequest, Optional<HttpRequest>> change, @Nullable Use sweep) {
        if (operation == Operation.CREATE) {
            create(change, sweep);
            return;
        }
        change.apply(rightUpdate())
                .ifPresent(request -> sentRequests.add(sweep == null ? wire.send(request) : wire.sweep(request)));
    }

    private void create(Function<HttpRequest, Optional<HttpRequest>> change, @Nullable Use sweep) {
        HttpRequest example = customers.requests().create(Body.EMPTY);
        change.apply(example).ifPresent(changed -> {
            Use use = sweep == null ? use(changed.purpose()) : sweep;
            create(right -> change.apply(right).orElse(right), Object::toString, use);
        });
    }

    private static Use use(RequestPurpose purpose) {
        if (!purpose.is(RequestTrait.BAD_CREDENTIALS)) {
            return Use.SCENARIO;
        }
        return Credentials.isOtherForm(purpose) ? Use.DOUBT : Use.REFUSAL;
    }

    /** Creates a customer with a changed request, if there is one for that use; whether it was sent. */
    boolean create(UnaryOperator<HttpRequest> change, Function<ObjectNode, String> text, Use use) {
        Optional<CreateAttempt> creation =
                customers.create(wire, CustomerFixtures.Plan.of(text, change).as(use));
        creation.ifPresent(made -> sentRequests.add(made.sent()));
        return creation.isPresent();
    }

    /** A right update of the run's own customer. */
    HttpRequest rightUpdate() {
        Customer own = customers.own(wire);
        return customers
                .requests()
                .update(own.id(), CustomerFixtures.body(customers.bodies().update(own.body())));
    }
}
