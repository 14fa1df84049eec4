package io.chargeproof.steps;

import io.chargeproof.evcnet.Operation;
import io.chargeproof.exchange.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Sends right creates and updates of which one thing is changed. */
public final class TargetedRequests {
    private final Customers customers;
    private final Wire wire;
    private final Deeds deeds;

    /** Requests of a scenario. */
    public TargetedRequests(Customers customers, Wire wire, Deeds deeds) {
        this.customers = customers;
        this.wire = wire;
        this.deeds = deeds;
    }

    /** The operations that a sentence names: {@code a create}, {@code an update}, or both. */
    static List<Operation> operations(String words) {
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
        operations.forEach(operation -> send(operation, change, false));
    }

    /** Sends each operation as changed, as part of a sweep; creates only while customers are to spare. */
    void sweep(List<Operation> operations, Function<HttpRequest, Optional<HttpRequest>> change) {
        operations.forEach(operation -> send(operation, change, true));
    }

    private void send(Operation operation, Function<HttpRequest, Optional<HttpRequest>> change, boolean sweep) {
        if (operation == Operation.CREATE) {
            create(change, sweep);
            return;
        }
        change.apply(rightUpdate()).ifPresent(request -> deeds.add(sweep ? wire.sweep(request) : wire.send(request)));
    }

    private void create(Function<HttpRequest, Optional<HttpRequest>> change, boolean sweep) {
        UnaryOperator<HttpRequest> changed = right -> change.apply(right).orElse(right);
        HttpRequest example = customers.requests().create(io.chargeproof.exchange.Body.EMPTY);
        if (change.apply(example).isEmpty()) {
            return;
        }
        Customers.Plan plan = Customers.Plan.of(body -> body.toString(), changed);
        customers.create(wire, sweep ? plan.asSweep() : plan).ifPresent(creation -> deeds.add(creation.sent()));
    }

    /** A right update of the run's own customer. */
    HttpRequest rightUpdate() {
        Customer own = customers.own(wire);
        return customers
                .requests()
                .update(own.id(), Customers.body(customers.bodies().update(own.body())));
    }
}
