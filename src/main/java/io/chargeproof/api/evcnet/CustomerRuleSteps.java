package io.chargeproof.api.evcnet;

import io.chargeproof.scenario.AnswerRules;
import io.cucumber.java.en.Then;

/** What holds of every answer of the Customer API in a scenario, whatever it is an answer to. */
public final class CustomerRuleSteps {
    private final AnswerRules rules;

    /** Steps of a scenario. */
    public CustomerRuleSteps(AnswerRules rules) {
        this.rules = rules;
    }

    @Then("every status is a documented one")
    public void everyStatusIsADocumentedOne() {
        rules.hold("EVC-HTTP-2");
    }

    @Then("every body is JSON")
    public void everyBodyIsJson() {
        rules.hold("EVC-HTTP-3", "EVC-HTTP-4");
    }

    @Then("every 400 says what was wrong")
    public void every400SaysWhatWasWrong() {
        rules.hold("EVC-CREATE-6");
    }

    @Then("no error reveals internals")
    public void noErrorRevealsInternals() {
        rules.hold("EVC-CREATE-14");
    }

    @Then("no answer contains the token")
    public void noAnswerContainsTheToken() {
        rules.hold("EVC-AUTH-6");
    }

    @Then("no answer contains the password")
    public void noAnswerContainsThePassword() {
        rules.hold("EVC-CREATE-10");
    }
}
