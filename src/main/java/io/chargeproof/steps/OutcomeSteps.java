package io.chargeproof.steps;

import io.chargeproof.evcnet.NothingIsDone;
import io.chargeproof.evcnet.NothingIsDone.Refusals;
import io.chargeproof.evcnet.RefusedAsGenericError;
import io.chargeproof.evcnet.RefusedForTheToken;
import io.chargeproof.evcnet.RequestIsAccepted;
import io.chargeproof.evcnet.StatusIsOneOf;
import io.cucumber.java.en.Then;
import java.util.List;

/** What the Customer API has to answer. */
public final class OutcomeSteps {
    private final Deeds deeds;
    private final Judge judge;

    /** Steps of a scenario. */
    public OutcomeSteps(Deeds deeds, Judge judge) {
        this.deeds = deeds;
        this.judge = judge;
    }

    @Then("it is accepted")
    @Then("each is accepted")
    public void accepted() {
        judge.each(new RequestIsAccepted(), deeds.all());
    }

    @Then("it is refused as a generic error")
    @Then("each is refused as a generic error")
    public void refused() {
        judge.each(new RefusedAsGenericError(false), deeds.all());
    }

    @Then("it is refused as a generic error that says why")
    @Then("each is refused as a generic error that says why")
    public void refusedWithData() {
        judge.each(new RefusedAsGenericError(true), deeds.all());
    }

    @Then("each is refused for its token")
    public void refusedForTheToken() {
        judge.each(new RefusedForTheToken(), deeds.all());
    }

    @Then("none of them succeeds")
    public void nothingIsDone() {
        judge.each(new NothingIsDone(Refusals.ANY), deeds.all());
    }

    @Then("none of them succeeds or meets a server error")
    public void nothingIsDoneNorFails() {
        judge.each(new NothingIsDone(Refusals.NO_SERVER_ERROR), deeds.all());
    }

    @Then("each is refused in a documented way")
    public void refusedInADocumentedWay() {
        judge.each(new NothingIsDone(Refusals.DOCUMENTED), deeds.all());
    }

    @Then("it is either taken or refused as a generic error")
    public void takenOrRefused() {
        judge.each(new StatusIsOneOf(List.of(200, 400)), deeds.all());
    }

    @Then("each is taken or refused in a documented way")
    public void documented() {
        judge.each(StatusIsOneOf.DOCUMENTED, deeds.all());
    }
}
