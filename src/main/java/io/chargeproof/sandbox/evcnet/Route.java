package io.chargeproof.sandbox.evcnet;

/** What a method and a path ask for. */
public sealed interface Route {
    /** A customer is to be created. */
    record Create() implements Route {}

    /**
     * A customer is to be updated.
     *
     * @param id what stands in the path where the customer's id belongs
     */
    record Update(String id) implements Route {}

    /**
     * Nothing that is offered.
     *
     * @param reason why
     */
    record Nothing(Refusal.Reason reason) implements Route {}
}
