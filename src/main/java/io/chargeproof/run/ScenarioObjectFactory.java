package io.chargeproof.run;

import io.chargeproof.api.ApiModules;
import io.chargeproof.scenario.Answers;
import io.chargeproof.scenario.Judge;
import io.chargeproof.scenario.JudgedAnswers;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.ScenarioScope;
import io.chargeproof.scenario.SentRequests;
import io.cucumber.core.backend.ObjectFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.picocontainer.MutablePicoContainer;
import org.picocontainer.PicoBuilder;

/** Makes the step definitions of a scenario, with what belongs to the run and to the scenario injected. */
public final class ScenarioObjectFactory implements ObjectFactory {
    private static final List<Class<?>> OF_THE_SCENARIO = Stream.concat(
                    Stream.of(
                            ScenarioScope.class,
                            Judge.class,
                            ScenarioClient.class,
                            SentRequests.class,
                            JudgedAnswers.class,
                            Answers.class),
                    ApiModules.all().stream().flatMap(module -> module.scenarioComponents().stream()))
            .toList();

    private final Set<Class<?>> glue = new LinkedHashSet<>();
    private @Nullable MutablePicoContainer container;

    @Override
    public boolean addClass(Class<?> glueClass) {
        glue.add(glueClass);
        return true;
    }

    @Override
    public void start() {
        MutablePicoContainer fresh = new PicoBuilder().withCaching().build();
        CurrentRun.get().components().forEach(fresh::addComponent);
        OF_THE_SCENARIO.forEach(fresh::addComponent);
        glue.forEach(fresh::addComponent);
        container = fresh;
    }

    @Override
    public void stop() {
        container = null;
    }

    @Override
    public <T> T getInstance(Class<T> glueClass) {
        MutablePicoContainer current = container;
        if (current == null) {
            throw new IllegalStateException("no scenario is being executed");
        }
        T instance = current.getComponent(glueClass);
        if (instance == null) {
            throw new IllegalStateException(glueClass.getName() + " can't be made");
        }
        return instance;
    }
}
