package io.chargeproof.api.oioi;

import io.chargeproof.scenario.AnswerRules;
import io.cucumber.java.en.Then;

/** What holds of every answer of OIOI's user calls in a scenario, whatever it is an answer to. */
public final class UserRuleSteps {
    private final AnswerRules rules;

    /** Steps of a scenario. */
    public UserRuleSteps(AnswerRules rules) {
        this.rules = rules;
    }

    @Then("every answer is JSON")
    public void everyAnswerIsJson() {
        rules.hold(AnswersAreJson.class);
    }

    @Then("every status fits its result")
    public void everyStatusFitsItsResult() {
        rules.hold(StatusFitsTheResult.class);
    }

    @Then("every result is complete and fits its request")
    public void everyResultIsCompleteAndFitsItsRequest() {
        rules.hold(ResultIsGiven.class, CodeCanBeMeant.class, MessageFitsTheCode.class, CodeIsListed.class);
    }

    @Then("no answer contains the API key or a token")
    public void noAnswerContainsTheApiKeyOrAToken() {
        rules.hold(CredentialsStaySecret.class);
    }

    @Then("no answer contains a password")
    public void noAnswerContainsAPassword() {
        rules.hold(PasswordsStaySecret.class);
    }

    @Then("no failure bears a user")
    public void noFailureBearsAUser() {
        rules.hold(FailureBearsNoUser.class);
    }

    @Then("every reason is text")
    public void everyReasonIsText() {
        rules.hold(ReasonIsText.class);
    }

    @Then("every user has the documented form")
    public void everyUserHasTheDocumentedForm() {
        rules.hold(UserHasTheDocumentedShape.class);
    }
}
