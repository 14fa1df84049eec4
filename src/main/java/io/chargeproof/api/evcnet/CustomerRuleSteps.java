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
        rules.hold(EveryStatusIsDocumented.class);
    }

    @Then("every body is JSON")
    public void everyBodyIsJson() {
        rules.hold(AnswersAreJson.class);
    }

    @Then("every 400 says what was wrong")
    public void every400SaysWhatWasWrong() {
        rules.hold(ErrorsSayWhatWasWrong.class);
    }

    @Then("no error reveals internals")
    public void noErrorRevealsInternals() {
        rules.hold(ErrorsRevealNoInternals.class);
    }

    @Then("no answer contains the token")
    public void noAnswerContainsTheToken() {
        rules.hold(TokenStaysSecret.class);
    }

    @Then("no answer contains the password")
    public void noAnswerContainsThePassword() {
        rules.hold(PasswordStaysSecret.class);
    }
}
