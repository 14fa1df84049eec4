package io.chargeproof.scenario;

import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.Apis;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.util.Collection;
import java.util.List;

/** What happens around every scenario. */
public final class ScenarioHooks {
    private final ScenarioScope scope;
    private final ScenarioRegister register;
    private final RequirementCatalogue catalogue;
    private final ApiLines lines;

    /** Hooks of a scenario. */
    public ScenarioHooks(
            ScenarioScope scope, ScenarioRegister register, RequirementCatalogue catalogue, ApiLines lines) {
        this.scope = scope;
        this.register = register;
        this.catalogue = catalogue;
        this.lines = lines;
    }

    /** Names the scenario's requirements, and doesn't begin while the target is down or once the run's time is over. */
    @Before(order = 0)
    public void begin(Scenario scenario) {
        scope.isAbout(requirements(scenario.getSourceTagNames()));
        register.enter(scenario.getId(), scope);
        register.whyClosed().ifPresent(why -> {
            throw new MissingTestDataException(why);
        });
        for (Api api : Apis.all()) {
            if (scenario.getSourceTagNames().contains(api.tag())) {
                beginAt(api);
            }
        }
    }

    private void beginAt(Api api) {
        TargetHealth health = lines.of(api).health();
        if (health.isDown() && !health.answers()) {
            throw new InconclusiveException("the target doesn't answer any more");
        }
    }

    private List<RequirementId> requirements(Collection<String> tags) {
        return tags.stream()
                .map(tag -> tag.substring(1))
                .filter(RequirementId::isOne)
                .map(RequirementId::new)
                .filter(id -> catalogue.find(id).isPresent())
                .sorted()
                .toList();
    }
}
