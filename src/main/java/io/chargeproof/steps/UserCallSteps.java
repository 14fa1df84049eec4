package io.chargeproof.steps;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Trait;
import io.chargeproof.oioi.Details;
import io.chargeproof.oioi.IdentifierType;
import io.chargeproof.oioi.KeyVariants;
import io.chargeproof.oioi.UserCall;
import io.chargeproof.oioi.UserReference;
import io.chargeproof.oioi.UserRequests;
import io.chargeproof.target.Secret;
import io.chargeproof.testdata.BrokenBody;
import io.chargeproof.testdata.HostileValue;
import io.chargeproof.testdata.HostileValues;
import io.chargeproof.testdata.RawMember;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Both user calls with wrong users, wrong keys, and forms that can't be meant. */
public final class UserCallSteps {
    private static final HostileValue AS_TEXT =
            new HostileValue("the right object as text", HostileValue.Category.WRONG_TYPE, "");

    private final Users users;
    private final Posts posts;
    private final Wire wire;
    private final Deeds deeds;
    private final RunSetting setting;

    /** Steps of a scenario. */
    public UserCallSteps(Users users, Posts posts, Wire wire, Deeds deeds, RunSetting setting) {
        this.users = users;
        this.posts = posts;
        this.wire = wire;
        this.deeds = deeds;
        this.setting = setting;
    }

    @When("{calls} is/are made for each of these users:")
    public void madeForTheseUsers(List<UserCall> calls, DataTable table) {
        make(calls, table, false);
    }

    @When("{calls} is/are made for each of these malformed users:")
    public void madeForMalformedUsers(List<UserCall> calls, DataTable table) {
        make(calls, table, true);
    }

    @When("{calls} is/are made with each of these keys:")
    public void madeWithTheseKeys(List<UserCall> calls, DataTable table) {
        Secret key = users.target().apiKey();
        if (key == null) {
            throw new TestDataMissing("the profile has no oioi.api-key");
        }
        List<IdentifierType> types = Stream.of(IdentifierType.USERNAME, IdentifierType.EVCO_ID, IdentifierType.RFID)
                .filter(type -> type.of(users.get(Role.PRIMARY)).isPresent())
                .toList();
        for (UserCall call : calls) {
            for (TableRow row : TableRow.of(table)) {
                types.forEach(type -> makeWithKey(call, type, row.get("key"), key));
            }
        }
    }

    private void makeWithKey(UserCall call, IdentifierType type, String name, Secret key) {
        ObjectNode details = details(call);
        HttpRequest right = request(call, users.reference(Role.PRIMARY, type), details);
        KeyVariants.apply(name, right, key.value())
                .map(request -> request.withPurpose(request.purpose().as(name + " by " + type.label())))
                .ifPresent(request -> send(call, request, details));
    }

    @When("{calls} is/are made with each {bodies}")
    public void madeWithBrokenBodies(List<UserCall> calls, List<BrokenBody> bodies) {
        for (UserCall call : calls) {
            for (BrokenBody broken : bodies) {
                HttpRequest right = right(call);
                deeds.add(wire.sweep(malformed(right, broken.name())
                        .withBody(broken.inPlaceOf(right.body().text()))));
            }
        }
    }

    @When("{calls} is/are made under the name {string}")
    public void madeUnderTheName(List<UserCall> calls, String name) {
        for (UserCall call : calls) {
            HttpRequest right = right(call);
            String text = right.body().text().replaceFirst(call.label(), name);
            deeds.add(wire.sweep(malformed(right, "the name '" + name + "'").withBody(Body.of(text))));
        }
    }

    @When("both calls are made in one request")
    public void bothCallsAreMadeInOneRequest() {
        ObjectNode user = users.reference(Role.PRIMARY, IdentifierType.USERNAME);
        ObjectNode both = UserRequests.call(UserCall.GET_DETAILS, user, null);
        both.setAll(UserRequests.call(UserCall.POST_DETAILS, user, users.newDetails(Role.PRIMARY, wire)));
        deeds.add(wire.send(malformed(users.requests().of(UserCall.POST_DETAILS, both), "both calls in one request")));
    }

    @When("{calls} bear(s) each wrong JSON type in its {word}")
    public void bearWrongTypes(List<UserCall> calls, String member) {
        List<HostileValue> values = HostileValues.all().stream()
                .filter(value -> value.category() == HostileValue.Category.WRONG_TYPE
                        || (value.category() == HostileValue.Category.NULL && !member.equals("token")))
                .toList();
        bear(calls, member, values);
        if (member.equals("user")) {
            bear(calls, member, List.of(AS_TEXT));
        }
    }

    @When("{calls} bear(s) each hostile value in its {word}")
    public void bearHostileValues(List<UserCall> calls, String member) {
        List<HostileValue> values = setting.hostile().forMember("user." + member);
        setting.sampling().add(values.size(), HostileValues.all().size());
        bear(calls, member, values);
    }

    private void bear(List<UserCall> calls, String member, List<HostileValue> values) {
        String inner = member.equals("user") ? "user" : "user." + member;
        for (UserCall call : calls) {
            for (HostileValue value : values) {
                HttpRequest right = right(call);
                ObjectNode json =
                        (ObjectNode) JsonMapper.shared().readTree(right.body().text());
                String path = call.label() + "." + inner;
                String rightValue = RawMember.at(json, path).toString();
                String raw = value.equals(AS_TEXT)
                        ? JsonMapper.shared().writeValueAsString(rightValue)
                        : value.jsonFor(rightValue);
                deeds.add(wire.sweep(malformed(right, value.name() + " in " + member)
                        .withBody(Body.of(RawMember.replace(json, path, raw)))));
            }
        }
    }

    private void make(List<UserCall> calls, DataTable table, boolean malformed) {
        UserReference references = new UserReference(users.get(Role.PRIMARY), users.otherThan(Role.PRIMARY));
        for (UserCall call : calls) {
            for (TableRow row : TableRow.of(table)) {
                makeOne(call, references, row.get("user"), malformed);
            }
        }
        if (deeds.all().isEmpty()) {
            throw new TestDataMissing(
                    "the profile's test users lack what the scenario needs: another user, or an evco-id or rfid");
        }
    }

    private void makeOne(UserCall call, UserReference references, String name, boolean malformed) {
        ObjectNode details = details(call);
        references.named(name).ifPresent(user -> {
            HttpRequest right = request(call, user, details);
            HttpRequest named = right.withPurpose(right.purpose().as(name));
            send(call, malformed ? malformed(right, name) : named, details);
        });
    }

    @When("{calls} is/are made for no user at all")
    public void madeForNoUser(List<UserCall> calls) {
        for (UserCall call : calls) {
            HttpRequest right = right(call);
            ObjectNode json =
                    (ObjectNode) JsonMapper.shared().readTree(right.body().text());
            String text = Details.without(json, call.label() + ".user").toString();
            deeds.add(wire.sweep(malformed(right, "no user").withBody(Body.of(text))));
        }
    }

    private void send(UserCall call, HttpRequest request, ObjectNode details) {
        if (call == UserCall.POST_DETAILS) {
            posts.send(request, details, Details.textPaths());
        } else {
            deeds.add(wire.send(request));
        }
    }

    private HttpRequest right(UserCall call) {
        return request(call, users.reference(Role.PRIMARY, IdentifierType.USERNAME), details(call));
    }

    private ObjectNode details(UserCall call) {
        return call == UserCall.POST_DETAILS
                ? users.newDetails(Role.PRIMARY, wire)
                : JsonMapper.shared().createObjectNode();
    }

    private HttpRequest request(UserCall call, ObjectNode user, ObjectNode details) {
        return call == UserCall.POST_DETAILS
                ? users.requests().post(user, details)
                : users.requests().read(user);
    }

    private static HttpRequest malformed(HttpRequest request, String what) {
        return request.withPurpose(request.purpose().as(what).with(Trait.MALFORMED));
    }
}
