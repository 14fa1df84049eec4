package io.chargeproof.steps;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.oioi.Details;
import io.chargeproof.oioi.IdentifierType;
import io.chargeproof.testdata.HostileValue;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Details are posted. */
public final class PostSteps {
    private final Users users;
    private final Posts posts;
    private final Drafts drafts;
    private final Wire wire;
    private final RunSetting setting;

    /** Steps of a scenario. */
    public PostSteps(Users users, Posts posts, Wire wire, RunSetting setting) {
        this.users = users;
        this.posts = posts;
        this.drafts = new Drafts(users, wire);
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

    @When("details are posted with each of these values:")
    public void detailsArePostedWith(DataTable table) {
        for (TableRow row : TableRow.of(table)) {
            drafts.of(row)
                    .forEach(draft -> drafts.without(draft, row)
                            .ifPresentOrElse(other -> posts.send(draft, other), () -> posts.send(draft)));
        }
    }

    /** As many values at once as stand in different members. */
    @When("details are posted with these values, many at once:")
    public void detailsArePostedWithMany(DataTable table) {
        posts.sendTogether(
                TableRow.of(table).stream()
                        .flatMap(row -> drafts.of(row).stream())
                        .toList(),
                drafts::together);
    }

    /** All values, since a post tries one in many members. */
    @When("a post's details bear each {values} in many members at once")
    public void detailsBearInMany(HostileKind kind) {
        new DetailsSweep(posts, drafts, wire)
                .over(setting.allowed(Details.textPaths().size(), kind.all()));
    }

    @When("a post's details bear each {values} in {word}")
    public void detailsBear(HostileKind kind, String member) {
        boolean address = Details.ADDRESSES.contains(member);
        List<HostileValue> wrong = kind.all().stream()
                .filter(value -> !address || !value.jsonFor("0").startsWith("{"))
                .toList();
        setting.sample("details." + member, wrong).forEach(value -> posts.sweep(drafts.hostile(List.of(member), value)));
        if (address && kind == HostileKind.WRONG_TYPE) {
            posts.send(drafts.textIn(member));
        }
    }

    private void post(Role role, IdentifierType type, ObjectNode details) {
        HttpRequest request = users.requests().post(users.reference(role, type), details);
        posts.send(new Draft(
                request.withPurpose(
                        request.purpose().as("details of the " + role.label() + " user by " + type.label())),
                details,
                Details.textPaths(),
                role));
    }
}
