package io.chargeproof.api.evcnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.api.evcnet.NothingIsDone.Refusals;
import org.junit.jupiter.api.Test;

class CustomerParameterTypesTest {
    private final CustomerParameterTypes words = new CustomerParameterTypes();

    @Test
    void an_outcome_says_how_narrow_a_refusal_has_to_be() {
        assertThat(words.outcome("refused in any way")).isEqualTo(new NothingIsDone(Refusals.ANY));
        assertThat(words.outcome("refused without a server error"))
                .isEqualTo(new NothingIsDone(Refusals.NO_SERVER_ERROR));
        assertThat(words.outcome("refused in a documented way")).isEqualTo(new NothingIsDone(Refusals.DOCUMENTED));
    }
}
