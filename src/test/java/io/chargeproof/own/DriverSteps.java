package io.chargeproof.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.check.Judgement;
import io.chargeproof.scenario.Answers;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What an app expects of a driver, said in every way in which a step can say it. */
public final class DriverSteps {
    private final Answers answers;

    public DriverSteps(Answers answers) {
        this.answers = answers;
    }

    @When("the last call is sent without a content type")
    public void withoutContentType() {
        answers.sendAgain(request -> request.withHeaders(request.headers().without("Content-Type")));
    }

    @Then("the driver speaks {string}, says an assertion")
    public void speaks(String language) {
        assertThat(answers.last().member("user.locale").orElse("none")).isEqualTo(language);
    }

    @Then("the driver speaks {string}, says a check")
    public void speaksAsChecked(String language) {
        answers.expect(answer -> Judgement.holdsIf(
                answer.member("user.locale").orElse("none").equals(language),
                "the driver speaks another language",
                language,
                answer.member("user.locale").orElse("none")));
    }

    @Then("the driver speaks a plain {string}")
    public void speaksPlainly(String language) {
        if (!answers.last().member("user.locale").orElse("none").equals(language)) {
            throw new AssertionError("the driver\ndoesn't speak " + language);
        }
    }

    @Then("my step has a fault")
    public void hasFault() {
        throw new IllegalStateException("nobody thought of this");
    }

    @Then("the driver's {word} counts")
    public void counts(String word) {
        assertThat(word).isNotEmpty();
    }

    @Then("^the driver's (locale|name) counts$")
    public void countsToo(String word) {
        assertThat(word).isNotEmpty();
    }
}
