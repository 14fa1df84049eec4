package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.profile.Depth;
import io.chargeproof.scenario.ScenarioRegister;
import io.chargeproof.scenario.ScenarioScope;
import io.chargeproof.scenario.SentRequests;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScenarioObjectFactoryTest {
    private final ScenarioRegister register = new ScenarioRegister();
    private final ScenarioObjectFactory factory = new ScenarioObjectFactory();

    /** Steps that share what belongs to the run and to the scenario. */
    public static final class Steps {
        private final ScenarioRegister ofTheRun;
        private final SentRequests ofTheScenario;

        public Steps(ScenarioRegister ofTheRun, SentRequests ofTheScenario) {
            this.ofTheRun = ofTheRun;
            this.ofTheScenario = ofTheScenario;
        }
    }

    @BeforeEach
    void begin() {
        Selection none =
                new Selection(List.of(), SelectionTest.options(Targeted.PROFILE, Depth.FULL, false, null, null, null));
        CurrentRun.begin(
                new GlueContext(List.of(register), register, new ScenarioRecorder(none, register, RunProgress.NONE)));
    }

    @AfterEach
    void end() {
        CurrentRun.end();
    }

    @Test
    void makes_steps_anew_for_each_scenario_and_shares_what_belongs_to_the_run() {
        assertThat(factory.addClass(Steps.class)).isTrue();

        factory.start();
        Steps one = factory.getInstance(Steps.class);
        assertThat(factory.getInstance(Steps.class)).isSameAs(one);
        assertThat(factory.getInstance(SentRequests.class)).isSameAs(one.ofTheScenario);
        factory.stop();
        factory.start();
        Steps other = factory.getInstance(Steps.class);

        assertThat(other).isNotSameAs(one);
        assertThat(other.ofTheScenario).isNotSameAs(one.ofTheScenario);
        assertThat(List.of(one.ofTheRun, other.ofTheRun)).containsOnly(register);
    }

    @Test
    void makes_nothing_beside_a_scenario_or_that_it_does_not_know() {
        factory.start();
        assertThatThrownBy(() -> factory.getInstance(Steps.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(Steps.class.getName() + " can't be made");

        factory.stop();
        assertThatThrownBy(() -> factory.getInstance(ScenarioScope.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no scenario is being executed");
    }

    @Test
    void serves_one_run_at_a_time() {
        GlueContext other = CurrentRun.get();

        assertThatThrownBy(() -> CurrentRun.begin(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a run is being executed already; runs in one thread follow each other");
        CurrentRun.end();
        CurrentRun.begin(other);
        assertThat(CurrentRun.get()).isSameAs(other);
    }
}
