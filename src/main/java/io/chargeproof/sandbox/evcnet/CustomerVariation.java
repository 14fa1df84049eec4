package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.provider.Variation;
import java.util.function.UnaryOperator;

/** What variations of the Customer API are made of. */
final class CustomerVariation {
    private CustomerVariation() {}

    /** One step of the API behaves otherwise. */
    static <S> Variation<CustomerRecords> ofCustomers(Class<S> kind, UnaryOperator<S> change) {
        return service -> service.with(kind, change);
    }
}
