package io.chargeproof.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.api.oioi.OioiModule;
import org.junit.jupiter.api.Test;

class ApiModulesTest {
    @Test
    void finds_the_modules_that_are_shipped() {
        assertThat(ApiModules.all()).extracting(ApiModule::api).containsExactly(EvcNetModule.API, OioiModule.API);
    }

    @Test
    void brings_invariants_and_steps_with_each() {
        assertThat(ApiModules.all()).allSatisfy(module -> {
            assertThat(module.invariants()).isNotEmpty();
            assertThat(module.scenarioComponents()).isNotEmpty();
            assertThat(module.packageName())
                    .isEqualTo(module.getClass().getPackageName())
                    .startsWith(ApiModule.class.getPackageName() + ".");
        });
    }
}
