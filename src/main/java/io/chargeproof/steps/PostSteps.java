package io.chargeproof.steps;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Trait;
import io.chargeproof.oioi.Details;
import io.chargeproof.oioi.IdentifierType;
import io.chargeproof.oioi.UserCall;
import io.chargeproof.testdata.HostileValue;
import io.chargeproof.testdata.HostileValue.Category;
import io.chargeproof.testdata.HostileValues;
import io.chargeproof.testdata.RawMember;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Details are posted. */
public final class PostSteps {
    private final Users users;
    private final Posts posts;
    private final Wire wire;
    private final RunSetting setting;

    /** Steps of a scenario. */
    public PostSteps(Users users, Posts posts, Wire wire, RunSetting setting) {
        this.users = users;
        this.posts = posts;
        this.wire = wire;
        this.setting = setting;
    }

    @When("new details of the {role} user are posted by {identifier}")
    public void newDetailsArePosted(Role role, IdentifierType type) {
        post(role, type, users.newDetails(role, wire), Details.textPaths());
    }

    @When("the same details are posted {int} times")
    public void theSameDetailsArePosted(int times) {
        ObjectNode details = users.newDetails(Role.PRIMARY, wire);
        for (int i = 0; i < times; i++) {
            post(Role.PRIMARY, IdentifierType.USERNAME, details, Details.textPaths());
        }
    }

    /** A value of its own for each row, and in the place of each address where the member is one of an address. */
    @When("details are posted with each of these values:")
    public void detailsArePostedWith(DataTable table) {
        for (TableRow row : TableRow.of(table)) {
            for (String path : paths(row.get("member"))) {
                replaced(path, row.get("value"), path + " " + row.get("value"), false);
            }
        }
    }

    @When("details are posted without each of these members:")
    public void detailsArePostedWithout(DataTable table) {
        for (TableRow row : TableRow.of(table)) {
            for (String path : paths(row.get("member"))) {
                ObjectNode details = Details.without(users.newDetails(Role.PRIMARY, wire), path);
                HttpRequest request = request(Role.PRIMARY, IdentifierType.USERNAME, details);
                posts.send(malformed(request, "no " + path), details, List.of(path));
            }
        }
    }

    @When("details are posted with each member as null, and with all of them")
    public void detailsArePostedWithNulls() {
        for (String member : Details.members()) {
            replaced(member, "null", "null in " + member, false);
        }
        ObjectNode nulls = users.newDetails(Role.PRIMARY, wire);
        Details.members().forEach(nulls::putNull);
        HttpRequest request = request(Role.PRIMARY, IdentifierType.USERNAME, nulls);
        posts.send(request.withPurpose(request.purpose().as("null in each member")), nulls, Details.members());
    }

    @When("details with the VAT number that the profile calls valid are posted")
    public void detailsWithAValidVatNumberArePosted() {
        String valid = users.target().validVat();
        if (valid == null) {
            throw new TestDataMissing("the profile has no oioi.valid-vat");
        }
        ObjectNode details = users.newDetails(Role.PRIMARY, wire).put("vat", valid);
        HttpRequest request = request(Role.PRIMARY, IdentifierType.USERNAME, details);
        posts.send(request.withPurpose(request.purpose().as("a valid VAT number")), details, List.of("vat"));
    }

    @When("a post's details are each of these:")
    public void detailsAreEachOfThese(DataTable table) {
        for (TableRow row : TableRow.of(table)) {
            ObjectNode details = users.newDetails(Role.PRIMARY, wire);
            HttpRequest right = request(Role.PRIMARY, IdentifierType.USERNAME, details);
            ObjectNode json =
                    (ObjectNode) JsonMapper.shared().readTree(right.body().text());
            boolean left = row.get("details").isEmpty();
            String text = left
                    ? Details.without(json, UserCall.POST_DETAILS.label() + ".details")
                            .toString()
                    : RawMember.replace(json, UserCall.POST_DETAILS.label() + ".details", row.get("details"));
            HttpRequest request = malformed(right, left ? "no details" : "details " + row.get("details"));
            posts.sweep(request.withBody(Body.of(text)), details, List.of());
        }
    }

    @When("a post bears each wrong JSON type in {word}")
    public void aPostBearsWrongTypes(String member) {
        boolean address = Details.ADDRESSES.contains(member);
        List<HostileValue> wrong = HostileValues.all().stream()
                .filter(value -> value.category() == Category.WRONG_TYPE)
                .filter(value -> !address || !value.jsonFor("0").startsWith("{"))
                .toList();
        List<HostileValue> sent = setting.hostile().of("details." + member, wrong);
        setting.sampling().add(sent.size(), wrong.size());
        sent.forEach(value -> replaced(member, value, member));
        if (address) {
            replaced(member, "\"Lindenweg 1, Berlin\"", "a text in " + member, true);
        }
    }

    @When("a post bears each hostile text in {word}")
    public void aPostBearsHostileTexts(String member) {
        List<HostileValue> texts =
                HostileValues.all().stream().filter(HostileValue::isText).toList();
        List<HostileValue> sent = setting.hostile().of("details." + member, texts);
        setting.sampling().add(sent.size(), texts.size());
        sent.forEach(value -> replaced(member, value, member));
    }

    private void replaced(String path, HostileValue value, String member) {
        ObjectNode details = users.newDetails(Role.PRIMARY, wire);
        String raw = value.jsonFor(Details.at(details, path).toString());
        boolean comparable = value.category() == Category.TEXT
                || value.category() == Category.LONG
                || value.category() == Category.COMPOSED
                || value.category() == Category.ENDS
                || value.category() == Category.MARKUP;
        HttpRequest request = raw(details, path, raw);
        ObjectNode meant = comparable ? Details.with(details, path, parsed(raw)) : details;
        posts.sweep(malformed(request, value.name() + " in " + member), meant, comparable ? List.of(path) : List.of());
    }

    private void replaced(String path, String raw, String what, boolean malformed) {
        ObjectNode details = users.newDetails(Role.PRIMARY, wire);
        HttpRequest request = raw(details, path, raw);
        ObjectNode meant = Details.with(details, path, parsed(raw));
        posts.send(
                malformed
                        ? malformed(request, what)
                        : request.withPurpose(request.purpose().as(what)),
                meant,
                List.of(path));
    }

    private void post(Role role, IdentifierType type, ObjectNode details, List<String> paths) {
        HttpRequest request = request(role, type, details);
        posts.send(
                request.withPurpose(
                        request.purpose().as("details of the " + role.label() + " user by " + type.label())),
                details,
                paths);
    }

    private HttpRequest request(Role role, IdentifierType type, ObjectNode details) {
        return users.requests().post(users.reference(role, type), details);
    }

    private HttpRequest raw(ObjectNode details, String path, String raw) {
        HttpRequest right = request(Role.PRIMARY, IdentifierType.USERNAME, details);
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(right.body().text());
        String whole = UserCall.POST_DETAILS.label() + ".details." + path;
        return right.withBody(Body.of(RawMember.replace(json, whole, raw)));
    }

    private static HttpRequest malformed(HttpRequest request, String what) {
        return request.withPurpose(request.purpose().as(what).with(Trait.MALFORMED));
    }

    private static JsonNode parsed(String raw) {
        return JsonMapper.shared().readTree(raw);
    }

    private static List<String> paths(String member) {
        List<String> paths = new ArrayList<>();
        if (Details.ADDRESS_MEMBERS.contains(member)) {
            Details.ADDRESSES.forEach(address -> paths.add(address + "." + member));
        } else {
            paths.add(member);
        }
        return paths;
    }
}
