package io.chargeproof.api.oioi;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.scenario.HostileKind;
import io.chargeproof.scenario.RunContext;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.TableRow;
import io.chargeproof.testdata.HostileValue;
import io.chargeproof.testdata.HostileValues;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Details are posted. */
public final class PostSteps {
    private final UserFixtures users;
    private final PostedDetails posts;
    private final PostTable drafts;
    private final ScenarioClient wire;
    private final RunContext setting;

    /** Steps of a scenario. */
    public PostSteps(UserFixtures users, PostedDetails posts, ScenarioClient wire, RunContext setting) {
        this.users = users;
        this.posts = posts;
        this.drafts = new PostTable(users, wire);
        this.wire = wire;
        this.setting = setting;
    }

    @When("new details of the {role} user are posted by {identifier}")
    public void newDetailsArePosted(Role role, IdentifierType type) {
        post(role, type, users.lastingDetails(role, wire));
    }

    @When("the same details are posted {often}")
    public void theSameDetailsArePosted(int often) {
        ObjectNode details = users.lastingDetails(Role.PRIMARY, wire);
        for (int i = 0; i < often; i++) {
            post(Role.PRIMARY, IdentifierType.USERNAME, details);
        }
    }

    @When(
            "^details are posted with (each of these values|these values, many at once|these changes, one after another):$")
    public void detailsArePostedWith(String how, DataTable table) {
        if (how.endsWith("at once")) {
            postTogether(table);
            return;
        }
        if (how.startsWith("these changes")) {
            postChanges(table);
            return;
        }
        for (TableRow row : TableRow.of(table)) {
            drafts.of(row)
                    .forEach(draft -> drafts.without(draft, row)
                            .ifPresentOrElse(other -> posts.sweep(draft, other), () -> posts.sweep(draft)));
        }
    }

    /** Each repeats the one before but for what its row names. */
    private void postChanges(DataTable table) {
        PreparedPost last = drafts.complete();
        posts.send(last);
        for (TableRow row : TableRow.of(table)) {
            last = drafts.renewed(last.details(), row);
            posts.sendAfterTheLast(last);
        }
    }

    /** As many values at once as stand in different members. */
    private void postTogether(DataTable table) {
        posts.sendTogether(
                TableRow.of(table).stream()
                        .flatMap(row -> drafts.of(row).stream())
                        .toList(),
                drafts::together);
    }

    /** In many members at once all values are sent, however deep the run is. */
    @When("a post's details bear each {values} in {place}")
    public void detailsBear(HostileKind kind, String place) {
        switch (place) {
            case "many members at once" ->
                new DetailsSweep(posts, drafts, wire)
                        .over(setting.allowed(Details.textPaths().size(), kind.all()));
            case "each member" ->
                Stream.concat(Details.textPaths().stream(), Details.ADDRESSES.stream())
                        .forEach(member -> bearInTurn(kind, member));
            default ->
                setting.sample("details." + place, kind.all())
                        .forEach(value -> posts.sweep(drafts.hostile(List.of(place), value)));
        }
    }

    /** An object isn't wrong for an address, but a text is. */
    private void bearInTurn(HostileKind kind, String member) {
        boolean address = Details.ADDRESSES.contains(member);
        List<HostileValue> values = kind.all().stream()
                .filter(value -> !address || !value.jsonFor("0").startsWith("{"))
                .toList();
        List<HostileValue> sent = setting.sampleOfEachType("details." + member, values);
        sent.forEach(value -> posts.sweep(drafts.hostile(List.of(member), value)));
        if (address) {
            HostileValue listed = HostileValues.inAList();
            if (!sent.contains(listed)) {
                posts.sweep(drafts.hostile(List.of(member), listed));
            }
            drafts.textsIn(member).forEach(posts::send);
        }
    }

    private void post(Role role, IdentifierType type, ObjectNode details) {
        HttpRequest request = users.requests().post(users.reference(role, type), details);
        posts.send(new PreparedPost(
                request.named("details of the " + role.label() + " user by " + type.label()),
                details,
                Details.textPaths(),
                role));
    }
}
