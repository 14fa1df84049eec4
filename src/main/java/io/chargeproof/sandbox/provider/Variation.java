package io.chargeproof.sandbox.provider;

import java.util.function.UnaryOperator;

/** A way in which a provider behaves otherwise. Several can be put on each other: the later wraps the earlier. */
@FunctionalInterface
public interface Variation {
    /** The provider that behaves otherwise; called once for each sandbox, so state of its own may start here. */
    Provider vary(Provider provider);

    /** One step of the EVC-net Customer API behaves otherwise. */
    static <S> Variation ofCustomers(Class<S> kind, UnaryOperator<S> change) {
        return provider -> provider.withCustomerStep(kind, change);
    }

    /** One step of OIOI's user calls behaves otherwise. */
    static <S> Variation ofUsers(Class<S> kind, UnaryOperator<S> change) {
        return provider -> provider.withUserStep(kind, change);
    }

    /** This one, and another on top of it. */
    default Variation and(Variation other) {
        return provider -> other.vary(vary(provider));
    }
}
