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
        rules.hold("OIOI-HTTP-2");
    }

    @Then("every success has status 200")
    public void everySuccessHasStatus200() {
        rules.hold("OIOI-HTTP-3");
    }

    @Then("every failure has status 200 or 4xx")
    public void everyFailureHasStatus200Or4xx() {
        rules.hold("OIOI-HTTP-4");
    }

    @Then("every result is complete and fits its request")
    public void everyResultIsCompleteAndFitsItsRequest() {
        rules.hold("OIOI-RESULT-1", "OIOI-RESULT-2", "OIOI-RESULT-3", "OIOI-RESULT-4", "OIOI-RESULT-5");
    }

    @Then("no answer contains the API key or a token")
    public void noAnswerContainsTheApiKeyOrAToken() {
        rules.hold("OIOI-KEY-3");
    }

    @Then("no answer contains a password")
    public void noAnswerContainsAPassword() {
        rules.hold("OIOI-VERIFY-5");
    }

    @Then("no failure bears a user")
    public void noFailureBearsAUser() {
        rules.hold("OIOI-AUTH-5");
    }

    @Then("every reason is text")
    public void everyReasonIsText() {
        rules.hold("OIOI-POST-13");
    }

    @Then("every user has the documented form")
    public void everyUserHasTheDocumentedForm() {
        rules.hold(
                "OIOI-GET-6",
                "OIOI-GET-7",
                "OIOI-GET-8",
                "OIOI-GET-9",
                "OIOI-GET-10",
                "OIOI-GET-11",
                "OIOI-GET-12",
                "OIOI-GET-13",
                "OIOI-GET-15",
                "OIOI-GET-16",
                "OIOI-GET-20");
    }
}
