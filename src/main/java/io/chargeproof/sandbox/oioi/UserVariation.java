package io.chargeproof.sandbox.oioi;

import io.chargeproof.sandbox.provider.Variation;
import java.util.function.UnaryOperator;

/** What variations of the user calls are made of. */
final class UserVariation {
    private UserVariation() {}

    /** One step of the calls behaves otherwise. */
    static <S> Variation<UserRecords> ofUsers(Class<S> kind, UnaryOperator<S> change) {
        return service -> service.with(kind, change);
    }
}
