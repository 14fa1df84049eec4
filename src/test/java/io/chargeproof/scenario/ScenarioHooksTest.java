package io.chargeproof.scenario;

import static io.chargeproof.scenario.Scene.FAILS;
import static io.chargeproof.scenario.Scene.MUST;
import static io.chargeproof.scenario.Scene.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.check.Answers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.requirement.RequirementCatalogue;
import io.cucumber.core.backend.TestCaseState;
import io.cucumber.java.Scenario;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioHooksTest {
    private static final HttpAnswer OK = Answers.json(200, "{}");
    private static final HttpAnswer AWAY = Answers.empty(503);

    private final ScenarioRegister register = new ScenarioRegister();

    /** A tag that names no row is none of a requirement. */
    @Test
    void name_the_rows_that_the_scenario_bears_the_ids_of() {
        Scene scene = about().begin();

        begin(scene, "@" + FAILS, "@writes", "@evc-net", "@" + MUST, "@EVC-CARD-99");

        assertThat(scene.scope.requirements()).containsExactly(MUST, FAILS);
        assertThat(scene.controls.sent()).isEmpty();
    }

    @Test
    void leave_the_scope_where_it_is_found_once() {
        Scene scene = about().begin();

        begin(scene);

        assertThat(register.take("s1")).containsSame(scene.scope);
        assertThat(register.take("s1")).isEmpty();
    }

    @Test
    void begin_nothing_once_the_run_is_closed() {
        Scene scene = about().begin();
        register.close("the run's time is over");

        assertThatThrownBy(() -> begin(scene))
                .isInstanceOf(MissingTestDataException.class)
                .hasMessage("the run's time is over");
        assertThat(register.take("s1")).containsSame(scene.scope);
    }

    @Test
    void begin_nothing_at_a_target_that_is_down() {
        Scene scene = about().controlled(AWAY).begin();
        assertThat(scene.health.answers()).isFalse();

        assertThatThrownBy(() -> begin(scene, "@evc-net"))
                .isInstanceOf(InconclusiveException.class)
                .hasMessage("the target doesn't answer any more");
        assertThat(scene.controls.sent()).hasSize(2);
    }

    @Test
    void begin_at_a_target_that_is_back() {
        Scene scene = about().controlled(AWAY, OK).begin();
        assertThat(scene.health.answers()).isFalse();

        assertThatCode(() -> begin(scene, "@evc-net")).doesNotThrowAnyException();
        assertThat(scene.health.isDown()).isFalse();
    }

    @Test
    void ask_no_target_that_the_scenario_is_not_about() {
        Scene scene = about().controlled(AWAY).begin();
        assertThat(scene.health.answers()).isFalse();

        begin(scene, "@writes");

        assertThat(scene.controls.sent()).hasSize(1);
    }

    private void begin(Scene scene, String... tags) {
        new ScenarioHooks(scene.scope, register, RequirementCatalogue.shipped(), scene.lines)
                .begin(scenario(Map.of("getSourceTagNames", List.of(tags), "getId", "s1")));
    }

    /** Cucumber alone makes these, and only runs of its own do so. */
    private static Scenario scenario(Map<String, Object> state) {
        Object of = Proxy.newProxyInstance(
                TestCaseState.class.getClassLoader(),
                new Class<?>[] {TestCaseState.class},
                (proxy, method, arguments) -> state.get(method.getName()));
        try {
            Constructor<Scenario> constructor = Scenario.class.getDeclaredConstructor(TestCaseState.class);
            constructor.setAccessible(true);
            return constructor.newInstance(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
